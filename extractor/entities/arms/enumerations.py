"""Lists whose members are counted: '(1) X, (2) Y or (3) Z', 'A) X and B) Y'."""

from collections.abc import Iterator, Sequence

from extractor.pieces import Piece

_SERIES = ("12345678", "abcdefgh", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))
_LED = ("comma", "semicolon", "colon", "and", "versus", "to", "assigned")
"""What stands before a mark that no bracket opens."""


def enumerated(pieces: Sequence[Piece], start: int, view: str) -> list[Sequence[Piece]]:
    """What stands behind each mark of the first list from `start` on; empty unless two follow each other."""
    marks = list(_marks(pieces, start, view))
    if len(marks) < 2 or any(p.is_a("and", "or") or p.is_a("versus") for p in pieces[start : marks[0][0]]):
        return []
    ends = [*(begin for begin, _ in marks[1:]), len(pieces)]
    parts = [pieces[behind:end] for (_, behind), end in zip(marks, ends, strict=True)]
    return [_to_its_end(part) for part in parts]


def _marks(pieces: Sequence[Piece], start: int, view: str) -> Iterator[tuple[int, int]]:
    """Where each mark begins and what is behind it: the marks of one series, from its first on."""
    series: Sequence[str] = ()
    expected = 0
    for i in range(start, len(pieces) - 1):
        if not pieces[i + 1].is_a("close") or not _opens(pieces, i):
            continue
        text = pieces[i].span.of(view).lower()
        if not series:
            series = next((s for s in _SERIES if s[0] == text), ())
        if series and expected < len(series) and text == series[expected]:
            expected += 1
            yield i - pieces[i - 1].is_a("open"), i + 2


def _opens(pieces: Sequence[Piece], at: int) -> bool:
    return at > 0 and (pieces[at - 1].is_a("open") or any(pieces[at - 1].is_a(k) for k in _LED))


def _to_its_end(part: Sequence[Piece]) -> Sequence[Piece]:
    """The member without what follows a mark of its clause, and without the joint before the next."""
    end = next((i for i, p in enumerate(part) if p.is_a("semicolon") or p.is_a("stop") or p.is_a("colon")), len(part))
    while end and (part[end - 1].is_a("and") or part[end - 1].is_a("comma")):
        end -= 1
    return part[:end]
