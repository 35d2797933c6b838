"""Finds the numerals of a text in one language, each the longest from where it begins."""

from decimal import Decimal

import regex

from extractor.knowledge import Language
from extractor.knowledge.models import NumeralModel
from extractor.numerals.amount import Amount
from extractor.numerals.context import Context
from extractor.numerals.figures import Figures, is_glued, read_figures
from extractor.numerals.numeral import Numeral, Reading, places, plain
from extractor.numerals.power import read_alone, read_power, unit_end
from extractor.numerals.sign import Signs
from extractor.numerals.tail import Tails
from extractor.numerals.whole import WholeReader
from extractor.numerals.worded import Parts, WordedReader
from extractor.numerals.words import Words, either
from extractor.spans import Span

_FIGURE = regex.compile(r"\.?[0-9]")


class NumeralScanner:
    """Reads numerals in figures and words. All positions are places in the view of a text.

    `raw`, where it is given, is the text as printed, of the same length: it tells a list (，) from
    thousands (,).
    """

    def __init__(self, model: NumeralModel) -> None:
        words = Words(model)
        self._parts = Parts(words, WholeReader(words), Tails(words), Context(words))
        self._worded = WordedReader(self._parts)
        self._signs = Signs(model.sign_after, model.negative)
        starts = (
            *words.table,
            *model.not_numerals,
            *model.negative,
            *(word for prefixes in model.percent_prefix.values() for word in prefixes),
        )
        self._start = regex.compile(rf"[-+.0-9]|{either(starts)}", regex.IGNORECASE)

    def match(self, view: str, position: int, *, glued: bool = False, raw: str = "") -> Numeral | None:
        """The numeral that begins exactly at `position`; `glued` allows a label directly before it."""
        reading = self._read(view, position, glued=glued, raw=raw)
        return reading.numeral if reading else None

    def skip(self, view: str, position: int) -> int:
        """The end of what is to be passed over in one piece at `position`; `position` where nothing is."""
        reading = self._read(view, position, glued=False, raw="")
        return reading.end if reading else position

    def scan(self, view: str, raw: str = "") -> list[Numeral]:
        """All numerals of a text, in order."""
        found: list[Numeral] = []
        start = self._start.search(view)
        while start is not None:
            reading = self._read(view, start.start(), glued=False, raw=raw)
            if reading and reading.numeral:
                found.append(reading.numeral)
            start = self._start.search(view, reading.end if reading else start.start() + 1)
        return found

    def _read(self, view: str, position: int, *, glued: bool, raw: str) -> Reading | None:
        if position >= len(view):
            return None
        at = self._signs.end(view, position)
        if at is None and not self._parts.context.not_after(view, position):
            at = self._signs.word_end(view, position)
        if at is not None or _FIGURE.match(view, position):
            return self._read_figures(view, position, position if at is None else at, glued=glued, raw=raw)
        return self._worded.read(view, position, glued=glued)

    def _read_figures(self, view: str, start: int, at: int, *, glued: bool, raw: str) -> Reading | None:
        figures = read_figures(view, at, raw)
        if figures is None:
            return None
        end = self._nothing(view, at, figures, glued=glued or start < at)
        if end is not None or figures.value is None:
            return Reading(end or figures.end, None)
        negative = start < at and view[start] != "+"
        amount = Amount(figures.end, figures.value, Decimal(1).scaleb(-places(figures.value)), 1, "digits")
        power = read_alone(view, at) if view[at : figures.end] == "10" else None
        exponent: int | None = None
        if power:
            exponent = power.exponent
            amount = Amount(power.end, Decimal(1).scaleb(exponent), Decimal(0), 1, "digits")
        elif power := read_power(view, at, figures.end):
            exponent = power.exponent
            value, step = plain(amount.value.scaleb(exponent)), plain(amount.step.scaleb(exponent))
            amount = Amount(power.end, value, step, 1, "digits")
        elif start == at and (fraction := self._worded.over(view, amount)):
            amount = fraction
        elif scaled := self._parts.tails.scale(view, amount):
            amount = Amount(scaled.end, scaled.value, scaled.step, 1, "mixed")
        vague = self._parts.context.vague_end(view, amount.end, figures=True)
        if vague:
            return Reading(self._parts.words.row_end(view, vague), None)
        return Reading(amount.end, _numeral(start, amount, exponent, negative=negative))

    def _nothing(self, view: str, at: int, figures: Figures, *, glued: bool) -> int | None:
        """The end of figures that are no number but part of a name, a unit, an ordinal; else None."""
        if not glued and is_glued(view, at):
            return at + 1 if view[at] == "." else figures.end
        return unit_end(view, at) or self._parts.context.ordinal_end(view, figures.end, figures=True)


def _numeral(start: int, amount: Amount, power: int | None, *, negative: bool) -> Numeral:
    fraction = amount.form == "fraction"
    return Numeral(
        span=Span(start, amount.end),
        value=plain(-amount.value if negative else amount.value),
        decimals=0 if fraction else places(amount.value),
        form=amount.form,
        step=plain(amount.step),
        power=power,
        exact=not fraction,
    )


_SCANNERS: dict[int, tuple[NumeralModel, NumeralScanner]] = {}


def scanner(language: Language) -> NumeralScanner:
    """The scanner of a language, made once."""
    model = language.numeral
    known = _SCANNERS.get(id(model))
    if known is None:  # the model is kept with its scanner, so that no other can get its id
        known = _SCANNERS.setdefault(id(model), (model, NumeralScanner(model)))
    return known[1]


def scan(view: str, language: Language, raw: str = "") -> list[Numeral]:
    """All numerals of a view, in order."""
    return scanner(language).scan(view, raw)
