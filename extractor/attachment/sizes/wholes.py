"""The whole that a sentence speaks of: 'of the 806 patients', 'a study of 90 adults'; the first an abstract tells."""

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft
from extractor.attachment.row import CONNECTORS, Row
from extractor.attachment.sizes.counts import counts_people, is_of_sex, is_share_of_sex, people_counted
from extractor.attachment.sizes.events import has_event, is_seen_in
from extractor.attachment.sizes.heads import closes_scope, heads_clause, heads_counts

_FEWEST = 6
"""So few people may be an example among others, and are not taken for those studied."""


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


def first_told(row: Row, draft: Draft) -> bool:
    """'Fourteen healthy men performed three runs': the first people that an abstract counts are those studied."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.value.value < _FEWEST or row.carried.sizes:
        return False
    if not counts_people(row, draft) or (is_of_sex(row, draft) and bracket_around(row, draft.position)):
        return False
    if any(d.position < draft.position and _comes_first(row, d, draft) for d in row.drafts):
        return False
    if is_share_of_sex(row, draft) and not _is_largest(row, draft):
        return False
    return not (has_event(row, draft) or is_seen_in(row, draft))


def _comes_first(row: Row, one: Draft, draft: Draft) -> bool:
    """Whether a number before the count is one of people too: by its own words, or as the first of their list."""
    if one.figure is not None and one.figure.size_mark:
        return True
    return counts_people(row, one) or row.only(one.position, draft.position, CONNECTORS)


def _is_largest(row: Row, draft: Draft) -> bool:
    """'900 men, with a core group of 700 men': all who are counted are of one sex, and no count is larger."""
    counted = [d for d in row.drafts if counts_people(row, d) and d.figure is not None and d.figure.value is not None]
    words = {people_counted(row, d) for d in counted}
    numbers = [d.figure.value.value for d in counted if d.figure is not None and d.figure.value is not None]
    own = draft.figure.value.value if draft.figure is not None and draft.figure.value is not None else None
    return own is not None and len(words) == 1 and len(counted) > 1 and own == max(numbers) > sum(numbers) - own
