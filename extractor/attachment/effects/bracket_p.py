"""The P value at the end of a bracket that sets the groups' figures against each other: it is of what they show."""

from dataclasses import replace

from extractor.attachment.brackets import bracket_behind
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_REACH = 16
_BARRED = ("stop", "semicolon", "comma")


def take_bracket_p(row: Row) -> Row:
    """'by 32% with A (2.6% versus 1.8%, P=.03)', 'a 3.5-fold higher risk (14/261 vs 4/259; P=.02)'."""
    given: dict[int, Draft] = {}
    for draft in row.drafts:
        if draft.kind is Kind.EFFECT and draft.p is None:
            found = _at_end(row, draft.position)
            if found is not None and found.position not in {d.position for d in given.values()}:
                given[draft.position] = found
    taken = {d.position for d in given.values()}
    out: list[Draft] = []
    for draft in row.drafts:
        if draft.kind is Kind.EFFECT and draft.p is None and draft.position in given:
            source = given[draft.position]
            out.append(replace(draft, p=source.p or (source.figure.p if source.figure else None)))
        elif draft.position in taken and draft.kind is not Kind.TEST:
            out.append(replace(draft, figure=replace(draft.figure, p=None)) if draft.figure else draft)
        elif not (draft.position in taken and draft.test is None):
            out.append(draft)
    return replace(row, drafts=tuple(out))


def _at_end(row: Row, position: int) -> Draft | None:
    """The draft that bears the only P value of the next bracket, where that sets two figures against each other."""
    for i in range(position, min(position + _REACH, len(row.pieces))):
        if i > position and (row.at(i) is not None or any(row.pieces[i].is_a(k) for k in _BARRED)):
            return None
        inside = bracket_behind(row, i)
        if inside:
            return _bearing(row, inside) if _contrasts(row, inside) else None
    return None


def _contrasts(row: Row, inside: range) -> bool:
    pieces = row.pieces[inside.start : inside.stop]
    if any(p.is_a("measure") for p in pieces) or not any(p.is_a("versus", "versus") for p in pieces):
        return False
    figures = [d for d in row.drafts if d.position in inside and d.figure is not None]
    return len(figures) > 1 and not any(d.kind is Kind.EFFECT for d in figures)


def _bearing(row: Row, inside: range) -> Draft | None:
    drafts = [d for d in row.drafts if d.position in inside]
    bearing = [d for d in drafts if d.p is not None or (d.figure is not None and d.figure.p is not None)]
    return bearing[0] if len(bearing) == 1 and bearing[0].test is None and bearing[0] is drafts[-1] else None
