"""What the tool itself reads in a text: the place of every number of a fact, and facts where none were annotated."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from extractor.agreement import compare
from extractor.assembly import assemble
from extractor.document import Abstract
from extractor.pipeline import numbers_in, read
from extractor.record.base import Reported
from extractor.record.facts import AdverseEvent, Effect, Estimate, SampleSize, Test
from extractor.record.record import Extraction
from extractor.text.layout import lay_out
from tests.planted.plants import Place, Planted, replaced
from tests.planted.texts import SIGNED, Bilingual, GoldFact, Half

SEED: Final = Path(__file__).parents[3] / "shared" / "seed" / "cabinet.txt"
_DIGITS: Final = str.maketrans("0123456789０１２３４５６７８９", "3456789012３４５６７８９０１２")
_NUMERALS: Final = str.maketrans("一二两三四五六七八九", "三四五六七八九二三四")


@cache
def reading(abstract: Abstract) -> Extraction:
    """The facts of one abstract."""
    return assemble(read(abstract))


def numbers(value: object) -> Iterator[Reported]:
    """Every reported number below a part of a record."""
    if isinstance(value, Reported):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from numbers(one)
    elif hasattr(value, "model_fields_set"):
        for name in type(value).model_fields:  # type: ignore[attr-defined]  # every model has its fields
            yield from numbers(getattr(value, name))


def places(text: Bilingual, language: str) -> list[Place]:
    """Where the numbers of the facts of a language stand."""
    return sorted({number.span for number in numbers(reading(text.halves[language].abstract))})


def digits(text: Bilingual, language: str) -> Iterator[Planted]:
    """The last digit of every number of every fact changed, be it a figure or a numeral (`三`)."""
    for start, end in places(text, language):
        yield replaced("digit", text, language, (start, end), _changed(text.halves[language].text[start:end]))


def seed() -> Bilingual:
    """The pair that the project was conceived on, which does not ship, with its facts as they are read."""
    abstracts = lay_out(SEED.read_text(encoding="utf-8")).abstracts
    en, zh = reading(abstracts["en"]), reading(abstracts["zh"])
    partners = {pair.zh: pair.en for pair in compare(en, zh, numbers_in=numbers_in)[0].pairs}
    halves = {
        "en": Half(abstracts["en"], tuple(_fact(fact, fact.id) for fact in _facts(en))),
        "zh": Half(abstracts["zh"], tuple(_fact(fact, partners.get(fact.id, "")) for fact in _facts(zh))),
    }
    return Bilingual("seed", halves, annotated=True)


def _facts(half: Extraction) -> tuple[SampleSize | Estimate | Effect | Test, ...]:
    return (*half.sample_sizes, *half.estimates, *half.adverse_events, *half.effects, *half.tests)


def _fact(fact: SampleSize | Estimate | Effect | Test, key: str) -> GoldFact:
    """A fact as read, in the form of an annotated one."""
    main = None if isinstance(fact, Test) else fact.value
    exponent = main.value.as_tuple().exponent if main else 0
    interval = fact.interval if isinstance(fact, Effect) else None
    figure = fact if isinstance(fact, Estimate) else None
    event = fact if isinstance(fact, AdverseEvent) else None
    time = None if isinstance(fact, SampleSize) else fact.timepoint
    about = () if isinstance(fact, SampleSize) else fact.outcomes if isinstance(fact, Test) else (fact.outcome,)
    return GoldFact(
        id=key,
        kind="estimates" if figure else type(fact).__name__,
        number=abs(main.value) if main else None,
        exponent=exponent if isinstance(exponent, int) else 0,
        bounds=tuple(abs(n.value) for n in numbers(interval)),
        numbers=tuple(abs(n.value) for n in numbers(fact)),
        signed=(figure is not None and figure.change) or (isinstance(fact, Effect) and fact.measure in SIGNED),
        arm=fact.arm,
        cohort=fact.cohort,
        outcome=" ".join(filter(None, (*about, event.term if event else None))) or None,
        frame=(
            str(figure and figure.statistic),
            str(figure and figure.unit),
            str(time and time.text),
            str(event and event.grade and event.grade.text),
        ),
    )


def _changed(text: str) -> str:
    for table in (_DIGITS, _NUMERALS):
        for i in range(len(text) - 1, -1, -1):
            if text[i].translate(table) != text[i]:
                return text[:i] + text[i].translate(table) + text[i + 1 :]
    raise AssertionError(f"no digit in {text!r}")
