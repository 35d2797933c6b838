"""What the text has told before: treatments told again at the end, groups named again by their number."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.announced import marks_size
from extractor.attachment.sizes.counts import counts_people
from extractor.attachment.sizes.events import has_event, is_seen_in

_NAMED_FROM = 6
"""How far into a sentence a group can be that is named again."""

_REPORTED = ("results", "conclusions")
_ENDS = ("comma", "stop", "semicolon", "having", "occurring", "of_them")


def is_restated(row: Row, draft: Draft) -> bool:
    """Durations and amounts in the conclusions describe the treatment again."""
    figure = draft.figure
    return (
        figure is not None
        and row.sentence.section == "conclusions"
        and not (figure.is_percent or figure.interval or figure.events)
        and not row.sentence.has("statistic")
        and not row.sentence.has("measure")
    )


def is_group_named_again(row: Row, draft: Draft) -> bool:
    """'in the 21 patients', 'those 9 women': people known already, told of again in the results."""
    figure = draft.figure
    if figure is None or figure.rule != "people_counted" or row.sentence.section not in _REPORTED:
        return False
    before = row.pieces[draft.position - 1] if draft.position else None
    if before is None or not before.is_a("article") or before.is_a("all_cue") or marks_size(row, draft):
        return False
    led = row.pieces[draft.position - 2] if draft.position > 1 else None
    named = led is not None and any(led.is_a(kind) for kind in ("preposition", "of", "occurring"))
    return named and draft.position > _NAMED_FROM


def is_known_group(row: Row, draft: Draft) -> bool:
    """'The median age of the 30 patients was 56', '30例患者中位年龄56岁': known by their number, measured here."""
    figure = draft.figure
    if figure is None or figure.value is None or row.sentence.section not in _REPORTED:
        return False
    if figure.value.value not in row.carried.sizes or not counts_people(row, draft) or marks_size(row, draft):
        return False
    if has_event(row, draft) or is_seen_in(row, draft):
        return False
    return _is_led_by_statistic(row, draft) or _heads_measure(row, draft)


def _is_led_by_statistic(row: Row, draft: Draft) -> bool:
    """'the mean age of the' leads to the count."""
    at = draft.position - 1
    while at >= 0 and (row.pieces[at].is_a("article") or row.pieces[at].is_a("of")):
        at -= 1
    led = row.pieces[max(0, at - 1) : at + 1]
    return at < draft.position - 1 and any(p.is_a("statistic") for p in led)


def _heads_measure(row: Row, draft: Draft) -> bool:
    """Whether the count opens its clause, and a figure that is measured, not counted, follows in it."""
    before = row.pieces[draft.position - 1] if draft.position > 1 else None
    if before is not None and not any(before.is_a(kind) for kind in ("stop", "semicolon", "colon")):
        return False
    for i in row.rightwards(draft.position):
        piece, other = row.pieces[i], row.at(i)
        if other is not None:
            figure = other.figure
            return figure is not None and (figure.spread is not None or piece.is_a("statistic") or _measured(row, i))
        if any(piece.is_a(kind) for kind in _ENDS):
            return False
    return False


def _measured(row: Row, position: int) -> bool:
    """Whether a named statistic stands right before the figure, its outcome between them."""
    return any(p.is_a("statistic") for p in row.pieces[max(0, position - 3) : position])
