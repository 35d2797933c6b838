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
    for draft in row.drafts:
        out.append(draft)
        population = _population(row, draft)
        if population is not None and draft.figure is not None and draft.figure.events is not None:
            events = draft.figure.events
            one = Figure(events.span, "figure", events, people=True)
            size = Draft(draft.position, events.span, Kind.SIZE, figure=one, population=population)
            out.append(replace(size, subject=replace(draft.subject, comparator=None)))
    return replace(row, drafts=tuple(out))


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
