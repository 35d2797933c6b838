"""Outcomes dealt to the contrasts in one bracket: 'pain and itch were rarer in A than in B (5% v 9%, 1% v 4%)'."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.before import clause_start, list_before
from extractor.attachment.outcomes.contrasted import contrasted
from extractor.attachment.outcomes.phrases import is_content, is_named
from extractor.attachment.row import Row

_LEAST = 2
_ENDS = ("semicolon", "stop", "figure", "p_value")


def deal_in_brackets(row: Row) -> Row:
    """As many contrasts in a bracket as outcomes in a list before it go together in order, with their P values."""
    out = {i: d.outcomes for i, d in enumerate(row.drafts)}
    for inside in _brackets(row):
        held = [i for i, d in enumerate(row.drafts) if d.position in inside]
        runs = _contrasts(row, [row.drafts[i] for i in held])
        if len(runs) < _LEAST or any(is_named(row.pieces[i]) for i in inside) or any(out[i] for i in held):
            continue
        names = _list_of(row, inside.start - 1, len(runs))
        for i in held if names else ():
            draft = row.drafts[i]
            at = sum(run[0] <= draft.position for run in runs)
            out[i] = tuple(names) if _closes(row, draft, inside) else (names[max(at, 1) - 1],)
    return replace(row, drafts=tuple(replace(d, outcomes=out[i]) for i, d in enumerate(row.drafts)))


def _brackets(row: Row) -> list[range]:
    """The brackets that hold two figures and more, each once."""
    held = [bracket_around(row, d.position) for d in row.drafts if d.kind is Kind.ESTIMATE]
    return sorted({(r.start, r.stop): r for r in held if held.count(r) > 1}.values(), key=lambda r: r.start)


def _contrasts(row: Row, held: Sequence[Draft]) -> list[list[int]]:
    """The figures of the bracket that `versus` ties, run by run; empty where one stands alone."""
    runs = contrasted(row, [d.position for d in held if d.kind is Kind.ESTIMATE])
    return runs if all(len(run) == len(runs[0]) > 1 for run in runs) else []


def _list_of(row: Row, opened: int, size: int) -> list[OutcomeMention]:
    """The nearest list of that many outcomes before the bracket, past the words of the comparison."""
    start = clause_start(row, opened)
    for end in range(opened, start, -1):
        ahead = row.pieces[end - 1]
        if any(ahead.is_a(k) for k in _ENDS):
            break
        if is_content(ahead) and (end == opened or not is_content(row.pieces[end])):
            names = list_before(row, start, end)
            if len(names) == size:
                return names
    return []


def _closes(row: Row, draft: Draft, inside: range) -> bool:
    """Whether it is the only test of the bracket, and of all that stands in it: '(5 v 9, 1 v 4; all P<0.05)'."""
    tests = [d for d in row.drafts if d.position in inside and d.kind is Kind.TEST]
    return draft.kind is Kind.TEST and len(tests) == 1
