"""What a figure is of where no rule foresees the words of its clause, before it is left to the sentence before."""

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.before import before, clause_start
from extractor.attachment.outcomes.behind import unfit_for
from extractor.attachment.outcomes.predicates import compared_before, said_of
from extractor.attachment.outcomes.verbs import counts
from extractor.attachment.row import Row


def unforeseen(row: Row, draft: Draft) -> OutcomeMention | None:
    """What a clause says in words that no rule foresees, where it would be left to the sentence before."""
    said = said_of(row, draft) if draft.kind is Kind.ESTIMATE else None
    start = clause_start(row, draft.position)
    if said is None and draft.kind is not Kind.EFFECT:
        said = compared_before(row, start, draft.position)
    return said or _earlier(row, draft, start)


def _earlier(row: Row, draft: Draft, start: int) -> OutcomeMention | None:
    """What the sentence names before the clause of the figure: 'Pain was rarer with A; 53% versus 12%'.

    Not for people who are no share; a share that no other is held to has a verb of its own, and needs a known name.
    """
    figure = draft.figure
    if start <= 1 or (figure is not None and figure.people and not figure.is_share):
        return None
    found = before(row, 0, start - 1, unfit_for(draft))
    held = any(p.is_a("versus") for p in row.pieces[draft.position + 1 : draft.position + 3])
    return found if found is not None and (found.concept or held or not counts(draft)) else None
