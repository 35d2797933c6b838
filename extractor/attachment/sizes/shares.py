"""Counts that are a size and a result at once: '125 (69.4%) completed the trial', 'group A (50, 22.1%)'."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.figures import Figure

_TAKING_PART = ("completed", "analyzed", "randomized", "enrolled")
_NEEDS_VERB = ("randomized", "enrolled")
_SEEN = ("analyzed", "completed")
_LED = ("people", "copula", "of_them")
_MOST = 3


def sizes_of_shares(row: Row) -> Row:
    """The row with a size added for each share whose events are those who took part, or a group that was formed."""
    out: list[Draft] = []
    dealt = _dealt(row)
    for draft in row.drafts:
        parted = draft.position in dealt
        if not parted:
            out.append(draft)
        population = "randomized" if parted else _population(row, draft)
        if population is not None and draft.figure is not None and draft.figure.events is not None:
            events = draft.figure.events
            one = Figure(events.span, "figure", events, people=True)
            size = Draft(draft.position, events.span, Kind.SIZE, figure=one, population=population)
            out.append(replace(size, subject=replace(draft.subject, comparator=None)))
    return replace(row, drafts=tuple(out))


def _dealt(row: Row) -> frozenset[int]:
    """'We assigned 90 patients to tea (50 [56%]) or milk (40 [44%])': shares that add up to those assigned."""
    if not row.sentence.has("assigned", "assigned"):
        return frozenset()
    for whole in row.drafts:
        if whole.kind is not Kind.SIZE or whole.figure is None or whole.figure.value is None:
            continue
        left, parts = whole.figure.value.value, set[int]()
        for draft in row.drafts:
            figure = draft.figure
            if draft.position <= whole.position or draft.kind is Kind.ACCOUNTED:
                continue
            if figure is None or figure.events is None or not figure.is_percent or figure.total is not None:
                break
            if any(p.is_a("semicolon") for p in row.between(whole.position, draft.position)):
                break
            left -= figure.events.value
            parts.add(draft.position)
            if left <= 0:
                break
        if left == 0 and len(parts) > 1 and _beside_arms(row, parts):
            return frozenset(parts)
    return frozenset()


def _beside_arms(row: Row, positions: set[int]) -> bool:
    """Whether an arm stands by each of the positions."""
    return all(any(p.is_a("arm") for p in row.pieces[max(0, at - _MOST) : at + _MOST + 1]) for at in positions)


def _population(row: Row, draft: Draft) -> str | None:
    figure = draft.figure
    if draft.kind is not Kind.ESTIMATE or figure is None or figure.events is None or not figure.is_percent:
        return None
    if figure.total is not None and figure.rule != "events_with_percent":
        return None
    return _taking_part(row, draft) or _formed(row, draft)


def _taking_part(row: Row, draft: Draft) -> str | None:
    """The population whose verb stands right behind: '(69.4%) completed', '(87.4%) were assigned'.

    'those (3.4%) assigned to X died' only says who they are.
    """
    said = any(p.is_a("population", code) for p in row.pieces[: draft.position] for code in _SEEN)
    for i in range(draft.position + 1, min(draft.position + 1 + _MOST, len(row.pieces))):
        piece = row.pieces[i]
        code = next((c for c in piece.codes("population") if c in _TAKING_PART), None)
        if code is not None:
            return code if said or code not in _NEEDS_VERB else None
        said = said or piece.is_a("copula")
        if not any(piece.is_a(kind) for kind in _LED):
            return None
    return None


def _formed(row: Row, draft: Draft) -> str | None:
    """A group that the sentence says people were divided into, its name right before the count."""
    if not row.sentence.has("assigned", "assigned") or draft.position == 0:
        return None
    before = row.pieces[draft.position - 1]
    return "randomized" if any(before.is_a(kind) for kind in ("arm", "arm_head", "cohort")) else None
