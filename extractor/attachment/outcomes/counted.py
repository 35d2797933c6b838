"""What a list counts, tied to each of its counts: '20 lesions with marked oedema, 4 with slight oedema'."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import phrase_behind
from extractor.attachment.row import Row

_JOINTS = ("comma", "and", "semicolon", "vague", "article")
_ENDS = ("comma", "and", "semicolon", "stop", "open", "close", "relation")


def name_counted(row: Row) -> Row:
    """The row with the counts of such a list given what each is tied to; one count with its tie makes no list."""
    named = {d.position: name for run in _runs(row) if len(run) > 1 for d, name in run}
    return row.mapped(lambda d: replace(d, outcomes=(named[d.position],)) if d.position in named else d)


def goes_on_counting(row: Row, previous: Draft | None, draft: Draft) -> OutcomeMention | None:
    """'62% had fever and 38% with chills': the count behind one whose outcome stands behind it, with its own tie."""
    if previous is None or not previous.outcomes or not _is_joined(row, draft):
        return None
    if previous.outcomes[0].span.start < previous.span.end:
        return None
    return tied(row, draft)


def tied(row: Row, draft: Draft) -> OutcomeMention | None:
    """The phrase that `with` or `of` ties to the count right before it; not what a share is a share of."""
    figure, at = draft.figure, draft.position
    if figure is None or draft.kind is not Kind.ESTIMATE or at + 2 >= len(row.pieces):
        return None
    counted = figure.people or draft.statistic == "count"
    tie = row.pieces[at + 1]
    if tie.is_a("having") or not (counted or (figure.is_percent and figure.upper is None)):
        return None
    people = row.pieces[at].part("people")
    things = figure.unit_kind == "unit" or (people is not None and people.is_a("people", "case"))
    of = counted and things and tie.is_a("of") and not tie.is_a("preposition")
    if not (of or (tie.is_a("with_condition") and not tie.is_a("negation"))):
        return None
    name = phrase_behind(row, at + 2, len(row.pieces))
    return name if name is not None and _is_closed(row, name) else None


def _is_closed(row: Row, name: OutcomeMention) -> bool:
    """Whether the item ends with the phrase."""
    following = next((p for p in row.pieces if p.span.start >= name.span.end), None)
    return following is None or any(following.is_a(k) for k in _ENDS)


def _runs(row: Row) -> Iterator[list[tuple[Draft, OutcomeMention]]]:
    """The counts with a tie that follow one another, no other result between them."""
    run: list[tuple[Draft, OutcomeMention]] = []
    for draft in row.drafts:
        if draft.kind is Kind.ACCOUNTED:
            continue
        name = None if draft.outcomes or row.language.model.topic_first else tied(row, draft)
        if name is None or (run and not _is_joined(row, draft)):
            yield run
            run = []
        if name is not None and (run or _heads_list(row, draft)):
            run.append((draft, name))
    yield run


def _heads_list(row: Row, draft: Draft) -> bool:
    """Whether no verb leads to the count: 'relapse was 72% with X and 71% with Y' tells of groups."""
    before = row.pieces[draft.position - 1] if draft.position else None
    people = draft.figure is not None and draft.figure.people
    return people or before is None or not (before.is_a("copula") or before.is_a("occurring"))


def _is_joined(row: Row, draft: Draft) -> bool:
    """Whether a mark or an `and` opens the item."""
    before = row.pieces[draft.position - 1] if draft.position else None
    return before is not None and any(before.is_a(k) for k in _JOINTS)
