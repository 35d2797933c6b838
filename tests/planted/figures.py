"""Errors in one number: its digits, point, sign, unit, relation, its 万."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tests.planted.aligned import Shared, shared
from tests.planted.plants import Planted, replaced
from tests.planted.texts import Bilingual, other_language

_POINTS: Final = ".·．"
_MINUS: Final = "-−–－"
_RELATIONS: Final = {"<": "=", "=": "<", ">": "<", "＜": "＝", "＝": "＜", "＞": "＜"}
_BEFORE_P: Final = re.compile(r"[Pp]\s?(?:值\s?)?(?P<relation>[<=>＜＝＞])\s?(?:0?$|$)")
_UNITS: Final = {
    "en": (("%", "‰"), ("months", "weeks"), ("month", "week"), ("years", "months"), ("weeks", "days"),
           ("days", "weeks"), ("hours", "days"), ("mm Hg", "kPa"), ("mmHg", "kPa"), ("mg/dL", "mmol/L"),
           ("minutes", "hours")),
    "zh": (("％", "‰"), ("%", "‰"), ("个月", "周"), ("岁", "天"), ("年", "周"), ("周", "年"), ("天", "周"),
           ("小时", "天"), ("mm Hg", "kPa"), ("mmHg", "kPa"), ("mg/dL", "mmol/L"), ("分钟", "小时")),
}  # fmt: skip
_SCALES: Final = {"万": "亿", "亿": "万", "million": "billion", "thousand": "million", "billion": "million"}


def digits(text: Bilingual, language: str) -> Iterator[Planted]:
    """One digit of a number changed."""
    for pair in shared(text, language):
        start, end = pair.here.digits
        for at in _figures(text, language, pair)[-1:]:
            old = text.halves[language].text[start:end]
            new = old[: at - start] + str((int(old[at - start]) + 3) % 10) + old[at - start + 1 :]
            yield replaced("digit", text, language, (start, end), new)


def transpositions(text: Bilingual, language: str) -> Iterator[Planted]:
    """Two neighbouring digits exchanged."""
    for pair in shared(text, language):
        start, end = pair.here.digits
        whole = text.halves[language].text
        places = _figures(text, language, pair)
        for a, b in pairwise(places):
            if b == a + 1 and whole[a] != whole[b] and not (a == start and whole[b] == "0"):
                new = whole[start:a] + whole[b] + whole[a] + whole[b + 1 : end]
                yield replaced("transposition", text, language, (start, end), new)
                break


def points(text: Bilingual, language: str) -> Iterator[Planted]:
    """The decimal point one digit further right."""
    for pair in shared(text, language):
        start, end = pair.here.digits
        old = text.halves[language].text[start:end]
        at = next((i for i, c in enumerate(old) if c in _POINTS), None)
        if at is None or not any(c in "123456789" for c in old):
            continue
        moved = old[:at] + old[at + 1 : at + 2] + (old[at] + old[at + 2 :] if old[at + 2 :] else "")
        stripped = moved.lstrip("0") or "0"
        yield replaced("point", text, language, (start, end), "0" * (stripped[0] in _POINTS) + stripped)


def signs(text: Bilingual, language: str) -> Iterator[Planted]:
    """A minus lost that both texts print, or one before a difference or a change that has none in either."""
    free = {f.number for f in text.shared(language) if f.signed and f.number} - {
        n for f in text.shared(language) for n in f.numbers if not f.signed
    }
    for pair in shared(text, language):
        start, end = pair.here.digits
        whole, other = text.halves[language].text, text.halves[other_language(language)].text
        ours, theirs = _minus(whole, start), _minus(other, pair.there.digits[0])
        if ours and theirs:
            yield replaced("sign", text, language, (start - 1, end), whole[start:end])
        elif not ours and not theirs and pair.here.value in free and pair.here.value:
            yield replaced("sign", text, language, (start, end), f"-{whole[start:end]}")


def units(text: Bilingual, language: str) -> Iterator[Planted]:
    """The unit behind a number changed, where the other text prints one behind the same number."""
    other = other_language(language)
    for pair in shared(text, language):
        ours, theirs = _unit(text, language, pair.here.end), _unit(text, other, pair.there.end)
        if ours is None or theirs is None or not pair.here.value:
            continue  # nothing per cent is nothing per mille
        (start, end), new = ours
        planted = replaced("unit", text, language, (start, end), new)
        yield Planted("unit", text, language, planted.changed, planted.name, ((pair.here.digits[0], start + len(new)),))


def relations(text: Bilingual, language: str) -> Iterator[Planted]:
    """The relation before a P value changed."""
    for pair in shared(text, language):
        ours = _relation(text.halves[language].text, pair.here.digits[0])
        theirs = _relation(text.halves[other_language(language)].text, pair.there.digits[0])
        if ours is None or theirs is None:
            continue
        old = text.halves[language].text[ours]
        planted = replaced("relation", text, language, (ours, ours + 1), _RELATIONS[old])
        yield Planted("relation", text, language, planted.changed, planted.name, ((ours, pair.here.digits[1]),))


def bounds(text: Bilingual, language: str) -> Iterator[Planted]:
    """One digit of an interval's bound changed."""
    known = {bound for fact in text.shared(language) for bound in fact.bounds}
    for pair in shared(text, language):
        if pair.here.value not in known:
            continue
        start, end = pair.here.digits
        old = text.halves[language].text[start:end]
        yield replaced("bound", text, language, (start, end), old[:-1] + str((int(old[-1]) + 4) % 10))


def magnitudes(text: Bilingual, language: str) -> Iterator[Planted]:
    """万 taken for 亿, million for billion, the comma of thousands for a decimal point."""
    for pair in shared(text, language):
        whole = text.halves[language].text
        start, end = pair.here.digits
        scale = whole[end : pair.here.end]
        if scale:
            new = scale.replace(scale.strip(), _SCALES[scale.strip()])
            planted = replaced("magnitude", text, language, (end, pair.here.end), new)
            place = ((start, end + len(new)),)
            yield Planted("magnitude", text, language, planted.changed, planted.name, place)
        elif "," in whole[start:end] or "，" in whole[start:end]:
            yield replaced("magnitude", text, language, (start, end), re.sub("[,，]", ".", whole[start:end]))


def registrations(text: Bilingual, language: str) -> Iterator[Planted]:
    """One digit changed in a registration number that both texts print."""
    other = text.halves[other_language(language)].text
    for match in re.finditer(r"(?:NCT|ISRCTN|ChiCTR[-A-Z]*|ACTRN|UMIN|JPRN-\w+?)\d{6,}", text.halves[language].text):
        if match.group() in other:
            last = match.end() - 1
            new = str((int(match.group()[-1]) + 3) % 10)
            yield replaced("registration", text, language, (last, last + 1), new)


def _figures(text: Bilingual, language: str, pair: Shared) -> list[int]:
    start, end = pair.here.digits
    return [i for i in range(start, end) if text.halves[language].text[i].isdecimal()]


def _minus(text: str, start: int) -> bool:
    before = text[max(start - 2, 0) : start]
    return before[-1:] in tuple(_MINUS) and not before[:1].isdigit() and before[:1] not in tuple("%％)")


def _unit(text: Bilingual, language: str, end: int) -> tuple[tuple[int, int], str] | None:
    whole = text.halves[language].text
    at = end + (whole[end : end + 1] == " ")
    for unit, other in _UNITS[language]:
        after = whole[at + len(unit) : at + len(unit) + 1]
        if whole.startswith(unit, at) and not (unit[-1].isascii() and unit[-1].isalpha() and after.isalpha()):
            return (at, at + len(unit)), other
    return None


def _relation(text: str, start: int) -> int | None:
    found = _BEFORE_P.search(text[max(start - 8, 0) : start])
    return max(start - 8, 0) + found.start("relation") if found else None
