"""Figures in the order of a list before their verb: 'Early and late relapse were 5% and 9%, respectively'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.attachment.draft import OutcomeMention
from extractor.attachment.outcomes.before import clause_start
from extractor.attachment.outcomes.contrasted import contrasted
from extractor.attachment.outcomes.heads import head_of
from extractor.attachment.outcomes.phrases import is_content, is_named, leads_elsewhere, tidy
from extractor.attachment.row import CONNECTORS, Row
from extractor.spans import Span

_BETWEEN = (*CONNECTORS, "p_value", "interval", "time_unit", "unit", "people", "of", "ci_label")
_VERBS = ("copula", "having", "verb", "occurring", "change")
_LEADS = ("article", "statistic", "timepoint", "name_stop", "comparative", "of")
_SEPARATES = ("comma", "semicolon", "colon")


def deal_in_order(row: Row) -> Row:
    """The row with each run of figures before 'respectively' given the item that is as far along in the list."""
    if not row.sentence.has("respectively"):
        return row
    names: dict[int, OutcomeMention] = {}
    for at in row.positions("respectively"):
        group = _figures(row, at)
        runs = contrasted(row, group)
        if len(runs) < 2 or _is_of_groups(row, group, at):
            continue
        items = _items(row, group[0], len(runs))
        names |= {i: item for run, item in zip(runs, items, strict=False) for i in run}
    return row.mapped(
        lambda d: (
            replace(d, outcomes=(names[d.position],)) if d.position in names and d.is_result and not d.outcomes else d
        )
    )


def _figures(row: Row, at: int) -> list[int]:
    """The results that lead up to the word, nothing but marks and their P values between."""
    group: list[int] = []
    for i in row.leftwards(at):
        draft = row.at(i)
        if draft is not None and draft.is_result:
            group.insert(0, i)
        elif not any(row.pieces[i].is_a(k) for k in _BETWEEN) or row.pieces[i].is_a("open"):
            break
    return group


def _is_of_groups(row: Row, group: Sequence[int], at: int) -> bool:
    """Whether the order is that of arms or cohorts, which stand by the figures."""
    subjects = {(d.subject.arm, d.subject.cohort) for i in group if (d := row.at(i)) is not None}
    tied = any(p.is_a("versus") for p in row.pieces[group[0] : at])
    return len(subjects) > 1 and not tied


def _items(row: Row, end: int, count: int) -> Sequence[OutcomeMention]:
    """The names listed before the verb, or between the verb and the figures, if they are as many."""
    start = clause_start(row, end)
    verbs = [i for i in range(start + 1, end) if _is_verb(row, i)]
    zones = [(start, verbs[0]), (verbs[-1] + 1, end)] if verbs else [(start, end)]
    for low, high in zones:
        found = list(_listed(row, low, high))
        if len(found) == count and len(set(found)) == count:
            return found
    return ()


def _is_verb(row: Row, at: int) -> bool:
    piece = row.pieces[at]
    if piece.is_a("of") or piece.is_a("preposition") or is_named(piece):
        return False
    if piece.is_a("change"):
        return piece.is_a("verb")
    return any(piece.is_a(k) for k in _VERBS)


def _listed(row: Row, low: int, high: int) -> Iterator[OutcomeMention]:
    """What each segment between marks names; one that tells when, where or of whom names nothing."""
    for begin, end in _segments(row, low, high):
        at = begin
        while at < end and any(row.pieces[at].is_a(k) for k in _LEADS) and not is_named(row.pieces[at]):
            at += 1
        if at < end and not leads_elsewhere(row, at) and not _names_only_groups(row, at, end):
            name = head_of(row, at, end) or _bare(row, at, end)
            if name is not None:
                yield name


def _names_only_groups(row: Row, low: int, high: int) -> bool:
    """Whether the segment is nothing but a drug or an arm: 'the half-life of ABC and DEF was 3 and 9 hours'."""
    return all(p.entity or p.is_a("drug") or p.is_a("arm_head") or p.is_a("article") for p in row.pieces[low:high])


def _segments(row: Row, low: int, high: int) -> Iterator[tuple[int, int]]:
    depth, begin = 0, low
    for i in range(low, high):
        depth = max(0, depth + row.opened(i))
        piece = row.pieces[i]
        if depth == 0 and (piece.is_a("and", "and") or any(piece.is_a(k) for k in _SEPARATES)):
            if begin < i:
                yield begin, i
            begin = i + 1
    if begin < high:
        yield begin, high


def _bare(row: Row, low: int, high: int) -> OutcomeMention | None:
    """A word that only its list makes a name: 'systolic and diastolic pressure', 'induction and late mortality'."""
    end = next((i for i in range(low, high) if row.pieces[i].is_a("open")), high)
    pieces = row.pieces[low:end]
    if not pieces or any(p.entity or p.is_a("people") or p.is_a("figure") for p in pieces):
        return None
    told = all(is_content(p) or p.is_a("label_noun") or p.is_a("total_mark") for p in pieces)
    span = tidy(row, Span(pieces[0].span.start, pieces[-1].span.end)) if told else None
    return OutcomeMention(span, None, adverse=False, modified=True) if span else None
