"""The whole that a sentence speaks of: 'of the 806 patients', 'among 442 women', 'a study of 90 adults'."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import counts_people
from extractor.attachment.sizes.events import has_event
from extractor.attachment.sizes.heads import closes_scope, heads_clause, heads_counts


def as_whole(row: Row, draft: Draft) -> bool:
    """'Of the 806 patients', 'among 442 women', 'a total of 40 patients': the whole that a sentence speaks of."""
    if not counts_people(row, draft) or has_event(row, draft):
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if behind and behind[0].is_a("of_them") and heads_clause(row, draft.position):
        return True
    if draft.figure is not None and draft.figure.people and closes_scope(row, draft.position):
        return True
    if draft.position == 0:
        return False
    before = row.pieces[draft.position - 1]
    passed = before.is_a("article") or (before.is_a("vague") and not before.is_a("total_mark"))
    if draft.position > 1 and passed:
        before = row.pieces[draft.position - 2]
    among = before.is_a("of") and before.is_a("preposition")
    first = draft.position <= 3 or among or heads_counts(row, draft)
    return (first and before.is_a("of")) or (before.is_a("total_mark") and row.sentence.has("population"))


def of_study(row: Row, draft: Draft) -> bool:
    """'an analysis of 203 patients': people whom a study is said to be of."""
    at = draft.position - 1
    while at > 0 and row.pieces[at].is_a("vague"):
        at -= 1
    if at < 1 or not counts_people(row, draft) or has_event(row, draft) or not row.pieces[at].is_a("of"):
        return False
    return row.pieces[at - 1].is_a("study_noun")
