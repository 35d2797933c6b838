"""Lists of names of groups, and how a list of figures is dealt to them."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.attachment.brackets import bracket_behind
from extractor.attachment.draft import Kind
from extractor.attachment.row import CONNECTORS, Row

_BESIDE = ("preposition", "people", "with_condition", "arm_head", "arm_role", "dash")
"""What may stand between the names of one list, besides the connectors of every list."""

_JOINTS = ("comma", "and", "versus", "article", "slash", "close")
_PARTING = ("comma", "semicolon")


def names_listed(row: Row, kind: str) -> list[list[int]]:
    """The arms (or cohorts) of the row as lists; the size in the bracket behind a name does not part it from the next.

    So in 'A (n = 40) and B (n = 42)', 'A-treated and B-treated patients'.
    """
    lists: list[list[int]] = []
    for position in row.positions(kind):
        if lists and _are_side_by_side(row, lists[-1][-1], position):
            lists[-1].append(position)
        else:
            lists.append([position])
    return lists


def _are_side_by_side(row: Row, one: int, other: int) -> bool:
    if other == one + 2 and row.pieces[one + 1].is_a("dash"):
        return False
    start = bracket_behind(row, one).stop if _is_sized(row, one) else one
    return start < other and row.only(start, other, (*CONNECTORS, *_BESIDE))


def _is_sized(row: Row, at: int) -> bool:
    """Whether a bracket behind the name holds its size alone."""
    drafts = [draft for i in bracket_behind(row, at) if (draft := row.at(i)) is not None]
    return len(drafts) == 1 and drafts[0].kind is Kind.SIZE


def closes_list(row: Row, at: int) -> bool:
    """Whether the arm there is joined to another right before it, so that what follows is told of both: 'A and B'."""
    entity = row.pieces[at].entity
    other = next((i for i in reversed(row.positions("arm")) if i < at and row.pieces[i].entity != entity), None)
    if other is None:
        return False
    between = [row.pieces[i] for i in range(other + 1, at) if not _opens_alias(row, i, entity)]
    joined = any(p.is_a("and") or p.is_a("versus") for p in between)
    return joined and all(p.entity == entity or any(p.is_a(k) for k in (*_JOINTS, *_BESIDE)) for p in between)


def _opens_alias(row: Row, at: int, entity: str | None) -> bool:
    """Whether the bracket that opens there holds another name of the arm before it."""
    return row.pieces[at].is_a("open") and row.pieces[at - 1].entity == row.pieces[at + 1].entity == entity


def dealt(row: Row, group: Sequence[int], names: Sequence[int]) -> list[tuple[int, int]]:
    """Each figure with its name: one for one, or part by part; nothing where the parts do not fit the names.

    Parts as long as the list of names are each dealt in order; as many parts as names, joined by a slash within
    ('140/90 and 130/80 in A and B'), are one name's each.
    """
    if len(group) == len(names):
        return list(zip(group, names, strict=True))
    if len(group) % len(names):
        return []
    parts = _parts(row, group, _PARTING)
    if len(parts) > 1 and all(len(part) == len(names) for part in parts):
        return [pair for part in parts for pair in zip(part, names, strict=True)]
    parts = _parts(row, group, ("and",))
    slashes = all(row.only(a, b, ("slash",)) for part in parts for a, b in pairwise(part))
    if len(parts) == len(names) and slashes:
        return [(position, name) for part, name in zip(parts, names, strict=True) for position in part]
    return []


def _parts(row: Row, group: Sequence[int], marks: Sequence[str]) -> list[list[int]]:
    """The list cut where one of the marks stands between two members."""
    parts = [list(group[:1])]
    for one, other in pairwise(group):
        if any(p.is_a(k) for p in row.between(one, other) for k in marks):
            parts.append([other])
        else:
            parts[-1].append(other)
    return parts
