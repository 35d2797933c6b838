"""What can follow a number and make it another one: point and digits, a scale, a half, a denominator."""

from dataclasses import replace
from decimal import Decimal

import regex

from extractor.numerals.amount import Amount
from extractor.numerals.figures import LIMIT
from extractor.numerals.numeral import plain, to_step
from extractor.numerals.placevalue import PlaceValue
from extractor.numerals.words import Token, Words, either

_LITERAL = regex.compile(r"[0-9]{1,8}+(?![.,]?[0-9])")


class Tails:
    """Reads the tails of numbers in one language."""

    def __init__(self, words: Words) -> None:
        model = words.model
        self._words = words
        self._point = _compiled(rf"(?:{model.gap}){either(model.point)}(?:{model.gap})")
        self._half = _compiled(rf"(?:{model.gap}){either(model.half)}")
        self._space = _compiled(rf"(?:\s|{model.gap})?")
        self._over = regex.compile(regex.escape(model.fraction)) if model.fraction else None
        self._one: dict[str, Decimal] = {}
        self._several: dict[str, Decimal] = {}
        for value, (first, *others) in model.denominators.items():
            self._one[first.lower()] = Decimal(value)
            self._several.update({other.lower(): Decimal(value) for other in others})
        self._part_of_one = _compiled(rf"(?:{model.gap})(?<word>{either(self._one)})(?!-[A-Za-z])")
        self._part_of_several = _compiled(rf"(?:{model.gap})(?<word>{either(self._several)})(?!-[A-Za-z])")

    def over(self, view: str, position: int) -> int | None:
        """The end of the word between denominator and numerator."""
        found = self._over.match(view, position) if self._over else None
        return found.end() if found else None

    def point(self, view: str, amount: Amount) -> Amount | None:
        """The amount with the digits behind its point; None where there is no point or there are too many."""
        found = self._point.match(view, amount.end)
        digits: list[Token] = []
        at = found.end() if found else None
        while at is not None and (token := self._words.token(view, at)) is not None and token.word.kind == "digit":
            if token.word.value >= Decimal(10):
                break
            digits.append(token)
            at = self._words.after_gap(view, token.end)
        if not digits or len(digits) > LIMIT or self._is_clock(view, digits[-1].end):
            return None
        step = Decimal(1).scaleb(-len(digits))
        value = amount.value + step * int("".join(str(d.word.value) for d in digits))
        return replace(amount, end=digits[-1].end, value=value, step=step, words=amount.words + len(digits))

    def half(self, view: str, amount: Amount) -> Amount | None:
        """The amount and a half."""
        found = self._half.match(view, amount.end)
        return (
            replace(amount, end=found.end(), value=amount.value + Decimal("0.5"), step=Decimal("0.1"))
            if found
            else None
        )

    def part(self, view: str, amount: Amount) -> Amount | None:
        """The amount as numerator of the denominator that follows it: two thirds."""
        table, matcher = (self._one, self._part_of_one) if amount.value == 1 else (self._several, self._part_of_several)
        found = matcher.match(view, amount.end)
        if found is None or not amount.value:
            return None
        value = amount.value / table[found["word"].lower()]
        return replace(amount, end=found.end(), value=value, step=Decimal(0), form="fraction")

    def scale(self, view: str, amount: Amount) -> Amount | None:
        """The amount times the multipliers and scales behind it: 1.9 million, 1.2万, 1亿2000万."""
        places = PlaceValue(frozenset(), self._words.own, elides=False)
        places.take_literal(amount.value)
        best: Amount | None = None
        step, unit = amount.step, Decimal(1)
        found = self._space.match(view, amount.end)
        at: int | None = found.end() if found else amount.end
        while at is not None:
            token = self._words.token(view, at)
            literal = _LITERAL.match(view, at) if self._words.solid and best else None
            if token and token.word.kind in ("multiplier", "scale") and places.take(token.word):
                unit *= token.word.value
                at = token.end
                best = replace(amount, end=at, value=places.value, step=plain((step * unit).normalize()))
            elif literal and places.take_literal(Decimal(literal[0])):
                fills = len(str(int(places.last_unit))) - 1 == len(literal[0])
                step, unit, at = Decimal(1), Decimal(1), literal.end()
                if fills:
                    best = replace(amount, end=at, value=places.value, step=step)
                continue
            else:
                break
            at = self._words.after_gap(view, at)
        if best is None or self.over(view, best.end):
            return None
        return replace(best, value=to_step(best.value, best.step))

    def _is_clock(self, view: str, end: int) -> bool:
        """Whether what follows the point goes on as a whole number, which no decimals do: 十二点三十分."""
        token = self._words.token(view, end) if self._words.solid else None
        return token is not None and token.word.kind == "multiplier" and token.word.value in self._words.bare


def _compiled(source: str) -> "regex.Pattern[str]":
    return regex.compile(source, regex.IGNORECASE)
