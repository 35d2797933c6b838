"""Whole numbers in words: twenty-seven, one hundred and four, 三万五千, 二〇二四."""

from collections.abc import Set as AbstractSet
from decimal import Decimal

from extractor.numerals.amount import Amount
from extractor.numerals.figures import LIMIT
from extractor.numerals.placevalue import PlaceValue
from extractor.numerals.words import Kind, Words


class WholeReader:
    """Reads whole numbers in the words of one language.

    Where words are written with gaps, the longest number counts; where they are not, the row must be one
    number.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def read(self, view: str, position: int, bare: AbstractSet[Decimal]) -> Amount | None:
        """The number at `position`; `bare` are the multipliers that need nothing before them."""
        amount, refused = self._longest(view, position, bare)
        if not self._words.solid:
            return self._retreat(view, position, bare, amount) if refused in ("multiplier", "scale") else amount
        end = self._words.row_end(view, position)
        return amount if amount and amount.end == end else self._string(view, position, end)

    def _longest(
        self, view: str, position: int, bare: AbstractSet[Decimal], until: int | None = None
    ) -> tuple[Amount | None, Kind | None]:
        """The longest number (that ends by `until`), and the kind of word that does not continue it."""
        places = PlaceValue(bare, self._words.own, elides=self._words.model.elides)
        best: Amount | None = None
        count = 0
        at: int | None = position
        while at is not None and (token := self._words.token(view, at)) is not None:
            if until is not None and token.end > until:
                break
            if not places.take(token.word):
                return best, token.word.kind
            count += 1
            if places.complete:
                best = Amount(token.end, places.value, words=count)
            at = self._words.after_gap(view, token.end)
        return best, None

    def _retreat(self, view: str, position: int, bare: AbstractSet[Decimal], best: Amount | None) -> Amount | None:
        """What is left when the last words belong to the next number: one hundred and | two hundred."""
        ends = self._ends(view, position, best.end) if best else []
        while ends and ends[-1][1] not in ("multiplier", "scale"):
            ends.pop()
        return self._longest(view, position, bare, ends[-1][0])[0] if ends else None

    def _ends(self, view: str, position: int, end: int) -> list[tuple[int, Kind]]:
        """The words up to `end`: where each ends, and its kind."""
        found: list[tuple[int, Kind]] = []
        at: int | None = position
        while at is not None and at < end and (token := self._words.token(view, at)) is not None:
            found.append((token.end, token.word.kind))
            at = self._words.after_gap(view, token.end)
        return found

    def _string(self, view: str, position: int, end: int) -> Amount | None:
        """A row of digits, each in its plain spelling, read one by one."""
        least = self._words.model.strings
        if not least or not end - position <= LIMIT:
            return None
        digits: list[Decimal] = []
        at = position
        while at < end and (token := self._words.token(view, at)) is not None and token.word.plain:
            digits.append(token.word.value)
            at = token.end
        if at < end or not digits or not digits[0] or len(digits) < (2 if Decimal(0) in digits else least):
            return None
        return Amount(end, Decimal("".join(map(str, digits))), words=len(digits))
