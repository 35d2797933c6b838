"""Numerals in words, with everything around them: 三十例, 百分之八十, 三分之一, three point five million."""

from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from extractor.numerals.amount import Amount
from extractor.numerals.context import Context
from extractor.numerals.figures import read_figures
from extractor.numerals.numeral import Numeral, Reading, places
from extractor.numerals.tail import Tails
from extractor.numerals.whole import WholeReader
from extractor.numerals.words import Words, either
from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class Parts:
    """The readers that one language's numerals need."""

    words: Words
    whole: WholeReader
    tails: Tails
    context: Context


class WordedReader:
    """Reads numerals that begin with a word."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        model = parts.words.model
        self._units = {word.lower(): unit for unit, words in model.percent_prefix.items() for word in words}
        self._prefix = regex.compile(rf"(?<word>{either(self._units)})\s?", regex.IGNORECASE)
        self._every = frozenset(map(Decimal, (*model.multipliers, *model.scales)))

    def read(self, view: str, position: int, *, glued: bool) -> Reading | None:
        """The numeral at `position`, or what is to be passed over there; None where no number word stands."""
        blocked = self._parts.words.blocked.match(view, position)
        if blocked:
            return Reading(blocked.end(), None)
        prefix = self._prefix.match(view, position)
        if prefix:
            amount = self._after_prefix(view, prefix.end())
            unit = self._units[prefix["word"].lower()]
            reading = self._close(view, position, amount, unit) if amount else None
            return reading or Reading(prefix.end(), None)
        token = self._parts.words.token(view, position)
        if token is None or token.word.kind == "joiner" or self._parts.words.continues(view, position):
            return None
        amount = self._fraction(view, position) or self._number(view, position)
        if amount is None or (not glued and self._parts.context.not_after(view, position)):
            return Reading(max(token.end, self._row_end(view, position)), None)
        single = amount.words == 1 and amount.form == "words"
        if single and not self._parts.context.counted(view, amount.end):
            return Reading(amount.end, None)
        return self._close(view, position, amount, None, bare=token.word.kind == "multiplier")

    def over(self, view: str, denominator: Amount) -> Amount | None:
        """The fraction whose denominator has just been read: 三分之一."""
        at = self._parts.tails.over(view, denominator.end)
        numerator = self._after_prefix(view, at) if at is not None else None
        if numerator is None or not denominator.value:
            return None
        value = numerator.value / denominator.value
        return Amount(numerator.end, value, Decimal(0), denominator.words + numerator.words, "fraction")

    def _row_end(self, view: str, position: int) -> int:
        return self._parts.words.row_end(view, position) if self._parts.words.solid else position

    def _close(self, view: str, start: int, amount: Amount, unit: str | None, *, bare: bool = False) -> Reading:
        context = self._parts.context
        vague = context.vague_end(view, amount.end, figures=False)
        ordinal = context.ordinal_end(view, amount.end, figures=False)
        if vague or ordinal or context.vague_before(view, start, bare=bare):
            end = vague or ordinal or amount.end
            return Reading(max(end, self._row_end(view, end)), None)
        return Reading(
            amount.end,
            Numeral(
                span=Span(start, amount.end),
                value=amount.value,
                decimals=0 if amount.form == "fraction" else places(amount.value),
                form=amount.form,
                step=amount.step,
                unit=unit,
                exact=amount.form != "fraction",
            ),
        )

    def _number(self, view: str, position: int) -> Amount | None:
        """The number in words at `position`, with its tail."""
        tails = self._parts.tails
        amount = self._parts.whole.read(view, position, self._parts.words.bare)
        if amount is None:
            return None
        if pointed := tails.point(view, amount):
            return tails.scale(view, pointed) or pointed
        return tails.half(view, amount) or tails.part(view, amount) or amount

    def _fraction(self, view: str, position: int) -> Amount | None:
        """The fraction in words at `position` that begins with its denominator."""
        if self._parts.tails.over(view, self._row_end(view, position)) is None:
            return None
        denominator = self._parts.whole.read(view, position, self._every)
        return self.over(view, denominator) if denominator else None

    def _after_prefix(self, view: str, position: int) -> Amount | None:
        """The number after 百分之 or 分之, in words or figures."""
        figures = read_figures(view, position, "") if view[position : position + 1].isdigit() else None
        if figures and figures.value is not None:
            step = Decimal(1).scaleb(-places(figures.value))
            return Amount(figures.end, figures.value, step, 1, "mixed")
        words = self._number(view, position)
        if words is None and self._parts.words.token(view, position):
            words = self._parts.whole.read(view, position, self._every)
        return replace(words, words=words.words + 1) if words else None
