"""The outcome named before a figure, or the list of outcomes that leads up to it."""

from dataclasses import replace

from extractor.attachment.draft import Kind, OutcomeMention
from extractor.attachment.outcomes.asides import stretches_told
from extractor.attachment.outcomes.behind import OF_TIME, WATCHING
from extractor.attachment.outcomes.brackets import is_first, is_label
from extractor.attachment.outcomes.governed import is_governed, is_in_clause, is_tied, tells_apart
from extractor.attachment.outcomes.harms import HARMS
from extractor.attachment.outcomes.heads import head_of
from extractor.attachment.outcomes.phrases import (
    is_named,
    mention_at,
    phrase_in,
)
from extractor.attachment.outcomes.stretches import stretches
from extractor.attachment.outcomes.subjects import is_graded, predicate_at
from extractor.attachment.row import Row
from extractor.spans import cover

_SEPARATES = ("comma", "and", "or")
_CLAUSE_ENDS = ("semicolon", "stop", "clause", "comma", "p_value", "copula")
_BEARING = (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST)


def before(
    row: Row, start: int, end: int, unfit: frozenset[str] = frozenset(), *, free: bool = False
) -> OutcomeMention | None:
    """The outcome that leads up to `end`, named behind `start`: the head of the nearest phrase that says something.

    What a preposition governs is passed over ('in clusters', 'than benign tissue'), and is the outcome only where
    nothing else is named; what tells people apart is not even then where the clause goes on from a figure
    that has its outcome (`free`). `unfit` are concepts that the figure cannot be of.
    """
    passed: OutcomeMention | None = None
    aside: OutcomeMention | None = None
    for low, high in stretches_told(row, start, end):
        if is_governed(row, start, low) and not _is_amount(row, low, high, end):
            found, tied = _governed_name(row, start, low, high, unfit | _not_at(row, end))
            if found is None and high == end and _is_item(row, start, low, end):
                return phrase_in(row, low + 1, high)
            if found and tied:
                return found
            found = None if free and tells_apart(row, start, low) else found
            aside, passed = (aside or found, passed) if is_in_clause(row, start, low) else (aside, passed or found)
            continue
        name = head_of(row, _amount_start(row, low, high, end), high)
        if name is not None and (_is_of_people(row, name, high, end) or (free and _tells_who(row, high, end))):
            continue
        if name is not None and is_label(row, low, high, end, name):
            aside = aside or (name if is_first(row, start, low) else None)
            continue
        if name is not None and _is_remark(row, start, low, name):
            passed = passed or name
            continue
        if name is not None and name.concept not in unfit and not _is_period(row, high):
            if passed is not None and name.concept in HARMS and passed.concept not in HARMS:
                return passed
            return _subject_of(row, start, low, name, unfit) or _composite(row, start, low, name)
    return passed or aside


def _is_of_people(row: Row, name: OutcomeMention, high: int, end: int) -> bool:
    """Whether words that no lexicon knows tell apart the people behind them, or what was adjusted for (年龄校正)."""
    if high >= end:
        return False
    adjusted = row.pieces[high].is_a("adjustment") and row.pieces[high].span.start == name.span.end
    return adjusted or (name.concept is None and row.pieces[high].is_a("people"))


def _tells_who(row: Row, high: int, end: int) -> bool:
    """'…, 未治疗的患者为65%': whether people who are told apart by the words before them lead up to a figure of theirs.

    Not to a count of them: then what tells them apart is what is counted.
    """
    counted = row.at(end)
    if row.language.model.qualifier_follows or counted is None or counted.figure is None:
        return False
    if counted.figure.people and counted.figure.unit is None:
        return False
    behind = [p for p in row.pieces[high:end] if not (p.is_a("preposition") or p.is_a("arm_role"))]
    if row.pieces[high - 1].is_a("stand_in") or row.pieces[high - 1].is_a("people"):
        behind.insert(0, row.pieces[high - 1])
    led = all(p.is_a("copula", "copula") and not p.is_a("of") for p in behind[1:])
    return len(behind) > 1 and (behind[0].is_a("people") or behind[0].is_a("stand_in")) and led


def _is_item(row: Row, start: int, low: int, end: int) -> bool:
    """'…，使用支架栓塞23例': whether a verb of giving opens the item that the count closes."""
    counted = row.at(end)
    people = counted is not None and counted.figure is not None and counted.figure.people
    opens = low == start or row.pieces[low - 1].is_a("comma") or row.pieces[low - 1].is_a("of_them")
    return people and opens and row.pieces[low].is_a("assigned", "received") and row.language.model.topic_first


def _governed_name(
    row: Row, start: int, low: int, high: int, unfit: frozenset[str]
) -> tuple[OutcomeMention | None, bool]:
    """What a governed stretch names, and whether a word of comparing ties it: 'differences in survival'."""
    known = [i for i in range(low, high) if is_named(row.pieces[i]) and not row.pieces[i].is_a("people")]
    tied = is_tied(row, low, start)
    found = mention_at(row, known[-1]) if known else phrase_in(row, low + 1, high) if tied else None
    return (found if found and found.concept not in unfit and not _is_period(row, high) else None), tied


def _not_at(row: Row, end: int) -> frozenset[str]:
    """What a preposition does not name for a figure that is no span of time: 'scores at follow-up were 5'."""
    draft = row.at(end)
    figure = draft.figure if draft is not None else None
    timed = figure is None or figure.unit_kind == "time_unit" or figure.unit in OF_TIME
    return frozenset() if timed else WATCHING


def _composite(row: Row, start: int, low: int, name: OutcomeMention) -> OutcomeMention:
    """'death or a stroke (12%)', 'death, stroke, or gout': what `or` joins is one outcome with the names before it."""
    at, first = low, name
    while at > start and row.pieces[at - 1].is_a("article"):
        at -= 1
    if at <= start or not row.pieces[at - 1].is_a("and", "or"):
        return name
    at -= 1
    while at > start:
        at -= row.pieces[at - 1].is_a("comma")
        stretch = next(stretches(row, start, at), None)
        other = head_of(row, *stretch) if stretch is not None and stretch[1] == at else None
        if stretch is None or other is None or (first is not name and other.concept is None):
            break
        at, first = stretch[0], other
        if not row.pieces[at - 1].is_a("comma") or is_governed(row, start, at):
            break
    whole = cover((first.span, name.span))
    return name if first is name else replace(name, span=whole, concept=None, modified=True)


def _is_remark(row: Row, start: int, low: int, name: OutcomeMention) -> bool:
    """'Relapse was rarer in A (primary end point; 5% vs. 9%)': a role in brackets is of what stands before."""
    at = low
    while at > start and row.pieces[at - 1].is_a("article"):
        at -= 1
    return at > start and row.pieces[at - 1].is_a("open") and (name.concept or "").endswith("_outcome")


def list_before(row: Row, start: int, end: int) -> list[OutcomeMention]:
    """All outcomes of the list that leads up to `end`, in order."""
    names: list[OutcomeMention] = []
    lowest = end
    for low, high in stretches_told(row, start, end):
        name = head_of(row, low, high) or (_named_drug(row, low, high) if names else None)
        if names and not _joined(row, high, lowest):
            break
        if name is not None and not names and (verb := predicate_at(row, start, low)) and name.concept is None:
            return list_before(row, start, verb) or [name]
        if name is None or (not names and is_governed(row, start, low)):
            if names:
                break
            continue
        names.insert(0, name)
        lowest = low
    return names


def _named_drug(row: Row, low: int, high: int) -> OutcomeMention | None:
    """'resistance to penicillin, colistin and rifampicin': only the last member of a list holds its head."""
    last = row.pieces[high - 1]
    alone = last.is_a("drug") and last.entity is None and not any(is_named(p) for p in row.pieces[low : high - 1])
    return OutcomeMention(last.span, None, adverse=False, modified=True) if alone else None


def clause_start(row: Row, end: int) -> int:
    """Behind the last figure, P value, full stop or semicolon before `end`."""
    for i in range(end - 1, -1, -1):
        piece = row.pieces[i]
        if piece.is_a("semicolon") and _is_inside(row, i):
            continue
        if any(piece.is_a(k) for k in ("p_value", "test_statistic", "stop", "semicolon")):
            return i + 1
        told = row.at(i) if piece.is_a("figure") and watched_at(row, i) is None else None
        if told is not None and told.kind in _BEARING:
            return i + 1
    return 0


def watched_at(row: Row, position: int) -> int | None:
    """Where the word for watching stands that `of` ties to a span of time: 'survival at a follow-up of 18 months'.

    Such a time tells when, and the clause goes on behind it.
    """
    draft = row.at(position)
    if draft is None or draft.figure is None or draft.figure.unit_kind != "time_unit":
        return None
    at = position - 1
    while at > 0 and any(row.pieces[at].is_a(k) for k in ("vague", "article", "statistic")):
        at -= 1
    tied = at > 0 and row.pieces[at].is_a("of") and not row.pieces[at].is_a("preposition")
    return at - 1 if tied and row.pieces[at - 1].is_a("outcome", "follow_up") else None


def _is_inside(row: Row, at: int) -> bool:
    """Whether a bracket is open there, with no figure in it yet: '(the primary end point; HR, 0.9)'."""
    for i in range(at - 1, -1, -1):
        piece = row.pieces[i]
        if piece.is_a("open"):
            return True
        draft = row.at(i)
        counted = draft is not None and draft.account not in ("threshold", "label") and draft.kind is not Kind.SIZE
        if piece.is_a("close") or piece.is_a("stop") or counted:
            return False
    return False


def _amount_start(row: Row, low: int, high: int, end: int) -> int:
    """Where the phrase begins that `of` ties to the figure: 'relapse with a hazard of 3%' is about the hazard."""
    inside = [i for i in range(low + 1, high) if row.pieces[i].is_a("with_condition")]
    return inside[-1] if inside and _is_amount(row, inside[-1], high, end) else low


def _is_amount(row: Row, low: int, high: int, end: int) -> bool:
    """'… with a response rate of 40%': `of` ties the phrase behind `with` to the figure."""
    if not row.pieces[low].is_a("with_condition") or high >= end or not row.pieces[high].is_a("of"):
        return False
    return all(any(p.is_a(k) for k in ("vague", "article", "statistic")) for p in row.pieces[high + 1 : end])


def _joined(row: Row, high: int, low: int) -> bool:
    """Whether nothing but a comma or an `and` stands between two members of a list: articles and brackets aside."""
    joined, depth = False, 0
    for piece in row.pieces[high:low]:
        depth += piece.is_a("open") - piece.is_a("close")
        if depth or piece.is_a("close"):
            if piece.is_a("figure"):
                return False
            continue
        if not any(piece.is_a(k) for k in ("article", "change", "timepoint", "time_anchor", *_SEPARATES)):
            return False
        joined = True
    return joined


def _is_period(row: Row, high: int) -> bool:
    """'在监测期内': a word for the inside of a span right behind makes the phrase a time, not what was measured."""
    if row.language.model.qualifier_follows or high >= len(row.pieces):
        return False
    last = row.pieces[high - 1]
    following = next((p for p in row.pieces[high : high + 2] if not p.is_a("course")), None)
    timely = last.is_a("time_noun") or last.is_a("course")
    return timely and following is not None and following.is_a("time_tail") and not following.is_a("preposition")


def _subject_of(row: Row, start: int, low: int, name: OutcomeMention, unfit: frozenset[str]) -> OutcomeMention | None:
    """'Nausea was the most common adverse event: 5%': the subject says more than its predicate.

    Not where the subject is adverse events as such, or the most of its kind: 'The most common symptom was pain (5%)'.
    Past what tells the subject apart a predicate of no known name leads too: 'The score in A was balanced (5 v 6)'.
    """
    at = predicate_at(row, start, low)
    if at is None:
        return None
    stretch = next(stretches(row, start, at), None)
    if any(p.is_a("superlative") for p in row.pieces[start:at]):
        return None
    subject = head_of(row, *stretch) if stretch is not None and stretch[1] == at else None
    if subject is None:
        told = name.concept is None and row.pieces[at].is_a("copula")
        return _subject_behind_asides(row, start, at, unfit) if told else None
    if subject.concept in HARMS and name.concept not in HARMS:
        return subject if name.concept is None and is_graded(row, at, low) else None
    return subject


def _subject_behind_asides(row: Row, start: int, at: int, unfit: frozenset[str]) -> OutcomeMention | None:
    """The subject of the copula at that position past what tells it apart, and past figures of its own clause.

    'The cure rate at a mean of 5 years was alike with A (62%)'.
    """
    found = before(row, start, at, unfit)
    if found is not None or start == 0:
        return found
    ends = [i for i in range(at) if any(row.pieces[i].is_a(k) for k in _CLAUSE_ENDS)]
    first = ends[-1] + 1 if ends else 0
    return before(row, first, at, unfit) if first < start else None
