"""The brackets of a row: which bracket a piece stands in, and which one opens behind it."""

from extractor.attachment.row import Row


def bracket_around(row: Row, position: int) -> range:
    """The positions of the innermost bracket around that one, its marks left out; empty where it stands in none."""
    depth = 0
    for i in row.leftwards(position):
        depth += row.opened(i)
        if depth > 0:
            return range(i + 1, _end(row, i))
    return range(0)


def bracket_behind(row: Row, at: int) -> range:
    """The positions in the bracket that opens right behind that one; empty where none does."""
    if at + 1 >= len(row.pieces) or not row.pieces[at + 1].is_a("open"):
        return range(0)
    return range(at + 2, _end(row, at + 1))


def closed_between(row: Row, at: int, position: int) -> bool:
    """Whether the arm there stands in a bracket with others and the bracket is closed before the second position.

    '(3 with A and 2 with B), 5' closes both arms in; an arm alone in its bracket names what stands before it.
    """
    around = bracket_around(row, at)
    return len(around) > 1 and position not in around


def _end(row: Row, opening: int) -> int:
    """Where the bracket that opens there ends: behind its last position."""
    depth = row.opened(opening)
    for i in row.rightwards(opening):
        depth += row.opened(i)
        if depth <= 0:
            return i if row.pieces[i].is_a("close") else i + 1
    return len(row.pieces)
