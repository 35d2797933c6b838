"""Counts of people at the head of a clause, which tells what became of them: 'Of 50 patients, 12 relapsed'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import counts_people
from extractor.attachment.sizes.events import has_event
from extractor.pieces import Piece

_SCOPE_REACH = 10
_PEOPLE_REACH = 14
_TOLD_REACH = 12
_ENDS_SCOPE = ("comma", "stop", "semicolon", "figure", "having", "occurring", "copula", "and", "open")
_ENDS_PEOPLE = (
    *("stop", "semicolon", "figure", "occurring", "copula", "having", "versus", "preposition"),
    *("total_mark", "open", "close"),
)
_TO_PART = ("having", "copula", "vague", "of_them", "preposition", "timepoint")
"""What may lead from the people to a count of theirs: 90例肥胖者中有21例."""

_EVENTS = ("adverse_event", "having", "occurring", "copula", "negation")


def heads_clause(row: Row, position: int) -> bool:
    """Whether nothing but small words stands between the clause's beginning and the place."""
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if i == 0 or any(piece.is_a(k) for k in ("comma", "stop", "semicolon", "colon")):
            return True
        if not (piece.is_a("preposition") or piece.is_a("of") or piece.is_a("article")):
            return False
    return True


def heads_counts(row: Row, draft: Draft) -> bool:
    """'The test showed that among 11 cases, 6 cases …': a comma closes the whole, and a part of it follows at once."""
    if draft.position + 2 >= len(row.pieces) or not row.pieces[draft.position + 1].is_a("comma"):
        return False
    return _is_part(draft, row.at(draft.position + 2))


def closes_scope(row: Row, position: int) -> bool:
    """Whether the count ends a scope: '在未用药的86例患者中，', '20例标本中，', '50例术后患者中有14例'."""
    for i in row.rightwards(position):
        piece = row.pieces[i]
        if piece.is_a("of_them"):
            follow = row.pieces[i + 1 : i + 3]
            counted = [p for p in follow if not p.is_a("having")][:1]
            if i == position + 1 and _is_framed(row, position):
                return True
            return bool(follow) and (follow[0].is_a("comma") or (bool(counted) and counted[0].is_a("figure")))
        if i - position > _SCOPE_REACH or any(piece.is_a(k) for k in _ENDS_SCOPE):
            return False
    return False


def _is_framed(row: Row, position: int) -> bool:
    """'在数据库内的2500例患者中': whether a word for a place opens the frame that closes right behind the count."""
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in ("comma", "stop", "semicolon", "colon", "figure", "having")):
            return False
        if piece.is_a("scope_word"):
            return i < position - 1
    return False


def heads_results(row: Row, draft: Draft) -> bool:
    """'燕麦组70例,好转41例': the arm and its size head the counts of its outcomes, none of them larger."""
    figure = draft.figure
    if figure is None or figure.value is None or not figure.people or draft.position == 0:
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if not row.pieces[draft.position - 1].is_a("arm") or not behind or not behind[0].is_a("comma"):
        return False
    if not heads_clause(row, draft.position - 1):
        return False
    following = [d for d in row.drafts if d.position > draft.position]
    counted = following[0].figure if following else None
    events = (counted.events or counted.value) if counted and (counted.people or counted.events) else None
    between = row.between(draft.position, following[0].position) if following else ()
    headed = any(p.is_a("outcome") or p.is_a("adverse_event") for p in between)
    return events is not None and headed and events.value <= figure.value.value


def heads_share(row: Row, draft: Draft) -> bool:
    """'51例…患者…检出率为27.45%': people at the head of a clause whose share, or whose mean, follows.

    A share with events of its own is none of theirs.
    """
    if not counts_people(row, draft) or has_event(row, draft) or not heads_clause(row, draft.position):
        return False
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in ("stop", "semicolon", "having", "occurring")):
            return False
        if piece.is_a("comma") and not piece.is_a("comma", "enumeration"):
            return False
        other = row.at(i)
        if other is not None and other.figure is not None:
            figure, led = other.figure, row.pieces[i - 1]
            if figure.spread is not None:
                return led.is_a("copula") or led.is_a("respectively")
            return figure.is_percent and figure.events is None and led.is_a("copula")
    return False


def heads_parts(row: Row, draft: Draft) -> bool:
    """'47例烧伤患者，痊愈40例', '90例肥胖者有21例随访', '18例女性共…': people, and a count of theirs behind.

    The words for who they are end in one for people; what is told right behind it is what became of them.
    """
    figure = draft.figure
    if figure is None or not figure.people or not row.language.model.count_follows:
        return False
    if has_event(row, draft) or not heads_clause(row, draft.position):
        return False
    ends = _end_of_people(row, draft.position)
    follow = row.pieces[ends + 1 : ends + 2] if ends is not None else ()
    if ends is None or not follow:
        return False
    return follow[0].is_a("total_mark") or _tells_part(row, draft, ends, follow[0])


def _tells_part(row: Row, draft: Draft, ends: int, follow: Piece) -> bool:
    """Whether a count of no more people follows behind a comma or a verb, which is no next item of a list."""
    part = next((d for d in row.drafts if d.position > ends), None)
    if part is None or part.position - ends > _TOLD_REACH or not _is_part(draft, part):
        return False
    if any(p.is_a("stop") or p.is_a("semicolon") for p in row.between(ends, part.position)):
        return False
    if follow.is_a("having"):
        first = next((p for p in row.pieces[ends + 1 :] if not any(p.is_a(k) for k in _TO_PART)), None)
        return first is not None and first.is_a("figure")
    return follow.is_a("comma") and _end_of_people(row, part.position) is None


def opens_with_total(row: Row, draft: Draft) -> bool:
    """'共监测ICU患者481例', '共调查切口手术594例': a total, or a verb of taking in, opens the clause of the count."""
    figure = draft.figure
    if figure is None or not figure.people or not row.language.model.count_follows or has_event(row, draft):
        return False
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("population", "enrolled") or piece.is_a("total_mark"):
            counted = piece.is_a("population") or row.pieces[draft.position - 1].is_a("people")
            return counted and i < draft.position - 1 and draft.position - i <= _TOLD_REACH
        if any(piece.is_a(k) for k in (*_EVENTS, "figure", "comma", "stop", "semicolon", "outcome")):
            return False
    return False


def _end_of_people(row: Row, position: int) -> int | None:
    """Where the words for who was counted end, if a word for people is the last of them."""
    last: int | None = position if _names_people(row.pieces[position]) else None
    for i in row.rightwards(position):
        piece = row.pieces[i]
        if i - position > _PEOPLE_REACH or any(piece.is_a(k) for k in _ENDS_PEOPLE):
            return last if last == i - 1 else None
        if piece.is_a("comma") and not (piece.is_a("comma", "enumeration") and last != i - 1):
            return last if last == i - 1 else None
        if piece.is_a("people") or piece.is_a("stand_in"):
            last = i
    return None


def _names_people(piece: Piece) -> bool:
    """Whether the figure itself holds more than a counter for people: '32例患者'."""
    counted = piece.part("people")
    return counted is not None and not counted.is_a("people", "case") and not counted.is_a("people", "person")


def _is_part(whole: Draft, part: Draft | None) -> bool:
    """Whether the count behind is one of people, and no more than the whole."""
    counted = part.figure if part is not None else None
    if counted is None or (counted.is_percent and counted.events is None):
        return False
    events, value = counted.events or counted.value, whole.figure.value if whole.figure is not None else None
    return value is not None and events is not None and events.value <= value.value
