"""Signs: whether a dash or plus before figures belongs to them, or joins what stands on both sides."""

from collections.abc import Iterable

import regex

from extractor.numerals.words import either

_SIGN = regex.compile(r"(?<sign>[-+])(?<gap> ?)(?=\.?[0-9])")
_OPENING = "([{=,;:<>~≤≥"
_RANGE = regex.compile(r"[0-9%]")
_GLUE = regex.compile(r"[\p{L}\p{N}_%)\]'\"’”®™‰′]")
_PLUS_MINUS = regex.compile(r"(?<=\+ ?/)")
_HAN = regex.compile(r"\p{Han}")


class Signs:
    """Reads the sign before figures; knows the words after which a glued minus is one."""

    def __init__(self, after: Iterable[str], negative: Iterable[str]) -> None:
        self._after = tuple(after)
        self._negative = regex.compile(rf"{either(negative)}\s?(?=\.?[0-9])", regex.IGNORECASE)

    def word_end(self, view: str, position: int) -> int | None:
        """Where the figures begin that the word at `position` makes negative."""
        found = self._negative.match(view, position)
        return found.end() if found else None

    def end(self, view: str, position: int) -> int | None:
        """Where the figures begin that the sign at `position` belongs to; None where it is no sign."""
        found = _SIGN.match(view, position)
        if found is None:
            return None
        before = view[position - 1] if position else ""
        if found["gap"]:
            opening = self._visible(view, position)
            led = view[:position].rstrip().endswith(self._after) and bool(self._after)
            return found.end() if not opening or opening in _OPENING or led else None
        if not before or before.isspace():
            return None if _RANGE.match(self._visible(view, position)) else found.end()
        if before in "-+":
            earlier = view[position - 2 : position - 1].strip() or self._visible(view, position - 1)
            return found.end() if before == "-" and _RANGE.match(earlier) else None
        if _HAN.match(before):
            return found.end() if view.endswith(self._after, 0, position) else None
        return None if _GLUE.match(before) or _PLUS_MINUS.match(view, position) else found.end()

    @staticmethod
    def _visible(view: str, position: int) -> str:
        """The nearest character before `position` that is no space; empty at the start."""
        at = position - 1
        while at >= 0 and view[at].isspace():
            at -= 1
        return view[at] if at >= 0 else ""
