"""Counts of people to whom something happened: '12 patients died', 'falls (n=5), head injury (n=3)'."""

from extractor.attachment.brackets import bracket_around, bracket_behind
from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_GROUPS = ("arm", "arm_head", "arm_role", "people", "cohort", "cohort_head", "drug")
_LED = 2
_PEOPLE_REACH = 9
"""How far a word for people may stand behind the illness, in words; three times that where a character is a piece."""

_MOST_WORDS = 4
_ATTRIBUTE_REACH = 12
_ENDS_CLAUSE = ("comma", "stop", "semicolon", "colon", "copula", "open", "population")
_REPORTED = ("results", "conclusions")


def is_marked_event(row: Row, draft: Draft) -> bool:
    """A marked count in the results whose owner is an adverse event, or a list of such has one."""
    figure = draft.figure
    if figure is None or not figure.size_mark or row.sentence.section not in _REPORTED or _is_of_group(row, draft):
        return False
    return any(_is_of_event(row, d) for d in row.drafts if d.figure is not None and d.figure.size_mark)


def _is_of_event(row: Row, draft: Draft) -> bool:
    owner = _owner(row, draft.position)
    return owner is not None and row.pieces[owner].is_a("adverse_event")


def _is_of_group(row: Row, draft: Draft) -> bool:
    owner = _owner(row, draft.position)
    if owner is None or any(row.pieces[owner].is_a(kind) for kind in _GROUPS):
        return True
    return any(p.is_a("with_condition") for p in row.pieces[max(0, owner - _LED) : owner])


def _owner(row: Row, position: int) -> int | None:
    """The place of what the marked count is of: before its bracket or comma."""
    at = position - 1
    while at >= 0 and (row.pieces[at].is_a("open") or row.pieces[at].is_a("comma")):
        at -= 1
    return at if at >= 0 else None


def _names_people(row: Row, at: int) -> bool:
    """Whether the illness only tells who they are: a word for people ends the phrase."""
    reach = _PEOPLE_REACH if row.language.model.words_parted else _PEOPLE_REACH * 3
    for piece in row.pieces[at + 1 : at + reach]:
        if piece.is_a("people") or piece.is_a("arm_head"):
            return True
        if any(piece.is_a(k) for k in ("comma", "stop", "semicolon", "figure", "copula")):
            return False
    return False


def _is_of_illness(row: Row, draft: Draft) -> bool:
    """'10 cases of severe pneumonia': cases of an event are no participants."""
    people = row.pieces[draft.position].part("people")
    behind = row.pieces[draft.position + 1 : draft.position + 5]
    if people is None or not people.is_a("people", "case"):
        return False
    before = row.pieces[max(0, draft.position - 2) : draft.position]
    if len(before) > 1 and before[1].is_a("open") and behind and behind[0].is_a("close"):
        return before[0].is_a("adverse_event") or before[0].is_a("outcome")
    if not behind or not behind[0].is_a("of"):
        return False
    return any(p.is_a("adverse_event") or p.is_a("outcome") for p in behind)


def follows_event(row: Row, draft: Draft) -> bool:
    """'术后感染 9 例', '优15例': the event stands right before the count, and no word for who they are before it."""
    figure = draft.figure
    if figure is None or draft.position == 0 or row.pieces[draft.position].part("people") is None:
        return False
    last = row.pieces[draft.position - 1]
    if not (last.is_a("adverse_event") or last.is_a("outcome")):
        return False
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if any(piece.is_a(kind) for kind in ("people", "arm", "cohort", "population", "assigned", "total_mark")):
            return False
        if any(piece.is_a(kind) for kind in ("comma", "stop", "semicolon", "colon")):
            return True
    return False


def is_seen_in(row: Row, draft: Draft) -> bool:
    """'was observed in one patient', '6 patients receiving X achieved a response': people to whom it happened."""
    before = row.pieces[draft.position - 1] if draft.position else None
    if before is not None and (before.is_a("occurring") or before.is_a("of")):
        return before.is_a("occurring")
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if any(piece.is_a(kind) for kind in ("comma", "stop", "semicolon", "figure", "copula", "and", "timepoint")):
            return False
        if piece.is_a("having") and not piece.is_a("population") and not piece.is_a("assigned"):
            told = any(p.is_a("outcome") or p.is_a("adverse_event") for p in row.pieces[i + 1 : i + _MOST_WORDS])
            return told and not _has_figure_behind(row, i)
    return False


def has_event(row: Row, draft: Draft) -> bool:
    """Whether what is counted had something happen: an adverse event behind the number that is not who they are.

    Those counted in the bracket behind people had what these had: '10例患者（A组6例，B组4例）死亡'.
    """
    if _is_of_illness(row, draft):
        return True
    around = bracket_around(row, draft.position)
    owner = row.at(around.start - 2) if around else None
    people = owner is not None and owner.figure is not None and owner.figure.people
    return _had(row, draft.position) or (people and _is_told_by_outcome(row, around.stop, around.start - 2))


def _had(row: Row, position: int) -> bool:
    inside = bracket_behind(row, position)
    if _is_told_by_outcome(row, inside.stop if inside else position, position):
        return True
    for i in range(position + 1, min(position + 3, len(row.pieces))):
        piece = row.pieces[i]
        if piece.is_a("occurring"):
            return True
        if piece.is_a("adverse_event") or piece.is_a("unit", "event"):
            return not (row.pieces[i - 1].is_a("with_condition") or _names_people(row, i))
    return False


def _is_told_by_outcome(row: Row, at: int, position: int) -> bool:
    """'8例患者复发，': what became of the people, with no more words about them, where those would stand before.

    `at` is the last place of the people, behind a bracket about them.
    """
    if row.language.model.qualifier_follows or at + 1 >= len(row.pieces):
        return False
    counted = row.pieces[position].part("people")
    told = row.pieces[at + 1].is_a("outcome") and not row.pieces[at + 1].is_a("people")
    behind = row.pieces[at + 2 : at + 3]
    closed = not behind or any(behind[0].is_a(k) for k in ("comma", "stop", "semicolon", "and"))
    return counted is not None and not counted.is_a("people", "case") and told and closed


def is_of_those_with_event(row: Row, draft: Draft) -> bool:
    """'2 patients treated with X developed a rash', 'rash (16 in 14 patients receiving X)': who they are is no size."""
    figure = draft.figure
    if figure is None or figure.size_mark:
        return False
    around = bracket_around(row, draft.position)
    owner = around.start - 2 if around else -1
    if owner >= 0 and row.pieces[owner].is_a("adverse_event"):
        return not (any(p.is_a("with_condition") for p in row.pieces[max(0, owner - _LED) : owner]))
    return _is_attributed(row, draft.position)


def _is_attributed(row: Row, position: int) -> bool:
    """Whether a participle of being given something follows the count, and behind it a verb tells what happened.

    Where a language puts such words before the people, the verb is part of who they are.
    """
    at = position + 1
    if at >= len(row.pieces) or not row.pieces[at].is_a("assigned") or not row.language.model.qualifier_follows:
        return False
    for i in row.rightwards(at):
        piece = row.pieces[i]
        if i - at > _ATTRIBUTE_REACH or any(piece.is_a(kind) for kind in _ENDS_CLAUSE):
            return False
        if piece.is_a("having") or piece.is_a("verb", "act"):
            return not (piece.is_a("population") or piece.is_a("assigned") or _has_figure_behind(row, i))
    return False


def _has_figure_behind(row: Row, verb: int) -> bool:
    """'47 patients given X achieved a response rate of 61%': a figure tells what happened, to all of them."""
    for i in range(verb + 1, min(verb + 1 + _ATTRIBUTE_REACH, len(row.pieces))):
        if any(row.pieces[i].is_a(kind) for kind in ("comma", "stop", "semicolon", "and", "preposition")):
            return False
        if row.at(i) is not None:
            return True
    return False
