"""The scores as a table for people."""

from collections.abc import Iterator
from dataclasses import fields

from extractor.evaluation.facts import Fact, FactClass
from extractor.evaluation.matching import Level
from extractor.evaluation.scores import ALL, Miss, Scores, Tally

COMMONEST = 12
"""Wrong parts that are worth a line."""


_ABSENT: tuple[object, ...] = (None, (), frozenset(), False)


def table(scores: Scores) -> Iterator[str]:
    """The lines: for each language, and for all together, precision, recall and F1 by class and level."""
    yield f"{scores.texts} texts, {scores.absent} without a record in their language"
    yield f"{'':16}{'gold':>6}{'given':>7}" + "".join(f"{level.name.lower():>22}" for level in Level)
    yield f"{'':29}" + f"{'P':>8}{'R':>7}{'F1':>7}" * len(Level)
    several = (ALL,) if len(scores.languages) > 1 else ()
    for language in (*scores.languages, *several):
        for fact_class in (*FactClass, ALL):
            yield _row(f"{language:4}{fact_class}", scores.tally(fact_class, language))
    if parts := scores.wrong_parts():
        yield "wrong parts: " + ", ".join(f"{part} {times}" for part, times in parts[:COMMONEST])


def miss_line(miss: Miss) -> str:
    """One thing that is not right, on one line."""
    where = f"{miss.id} {miss.language} {miss.fact_class}"
    if miss.answer is None:
        return f"{where}: missed {_brief(miss.gold)}"
    if miss.gold is None:
        return f"{where}: is no fact {_brief(miss.answer)}"
    return f"{where}: wrong {', '.join(miss.wrong)}: wanted {_brief(miss.gold)}, given {_brief(miss.answer)}"


def _brief(fact: Fact | None) -> str:
    """The parts that a fact has, its numbers as printed."""
    if fact is None:
        return "nothing"
    named = ((part.name, getattr(fact, part.name)) for part in fields(fact))
    return " ".join(f"{name}={_shown(value)}" for name, value in named if value not in _ABSENT)


def _shown(value: object) -> str:
    if isinstance(value, tuple | frozenset):
        return ",".join(sorted(map(_shown, value)) if isinstance(value, frozenset) else map(_shown, value))
    return "-" if value is None else str(value)


def _row(name: str, tally: Tally) -> str:
    cells = "".join(f"{tally.precision(level):8.3f}{tally.recall(level):7.3f}{tally.f1(level):7.3f}" for level in Level)
    return f"{name:16}{tally.gold:6}{tally.given:7}{cells}"
