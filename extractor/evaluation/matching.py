"""Which gold fact an answer is, how far it got it right, and which parts it got wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from extractor.evaluation.facts import Comparison, Fact, Figure, Judgement, Size


class Level(IntEnum):
    """How much is right; each level asks for more than the one before."""

    FOUND = 1
    """The number stands there as a fact of the right class, an effect's with the right measure."""
    NUMERIC = 2
    """Its statistic, unit, interval, spread, counts and P value are right too."""
    COMPLETE = 3
    """And it hangs on the right outcome, arm, cohort and time."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a found number is wrong: in the numbers beside it, and in what it is said to be about."""

    numbers: tuple[str, ...] = ()
    surroundings: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """The level reached."""
        if self.numbers:
            return Level.FOUND
        return Level.NUMERIC if self.surroundings else Level.COMPLETE

    @property
    def wrong(self) -> tuple[str, ...]:
        """All wrong parts."""
        return self.numbers + self.surroundings


@dataclass(frozen=True, slots=True)
class Match:
    """Gold fact and answer by their positions in their lists."""

    gold: int
    answer: int
    verdict: Verdict


def pair(golds: Sequence[Fact], answers: Sequence[Fact]) -> tuple[Match, ...]:
    """Gold facts and answers paired one to one, the best pairs first."""
    possible = [
        Match(i, j, verdict)
        for i, gold in enumerate(golds)
        for j, answer in enumerate(answers)
        if (verdict := judge(gold, answer)) is not None
    ]
    kept: list[Match] = []
    used_golds: set[int] = set()
    used_answers: set[int] = set()
    for match in sorted(possible, key=lambda m: (-m.verdict.level, len(m.verdict.wrong), m.gold, m.answer)):
        if match.gold not in used_golds and match.answer not in used_answers:
            used_golds.add(match.gold)
            used_answers.add(match.answer)
            kept.append(match)
    return tuple(kept)


def judge(gold: Fact, answer: Fact) -> Verdict | None:
    """What is wrong with the answer; None where it is another fact altogether."""
    match gold, answer:
        case Size(), Size():
            return _size(gold, answer)
        case Figure(), Figure():
            return _figure(gold, answer)
        case Comparison(), Comparison():
            return _comparison(gold, answer)
        case Judgement(), Judgement():
            return _judgement(gold, answer)
        case _:
            return None


def _size(gold: Size, answer: Size) -> Verdict | None:
    return Verdict((), _differing(gold, answer, "arm", "cohort")) if gold.value == answer.value else None


def _figure(gold: Figure, answer: Figure) -> Verdict | None:
    if not _same_figure(gold, answer):
        return None
    numbers = ("value", "upper", "percent", "interval", "spread", "events", "total")
    return Verdict(
        (*_differing(gold, answer, *numbers), *_if(not _same_statistic(gold, answer), "statistic")),
        (
            *_if(not _same_outcome(gold, answer), "outcome"),
            *_differing(gold, answer, "arm", "cohort"),
            *_if(not _same_time(gold, answer), "time"),
        ),
    )


def _comparison(gold: Comparison, answer: Comparison) -> Verdict | None:
    if gold.value != answer.value or not _same_measure(gold, answer):
        return None
    if gold.value is None and gold.interval != answer.interval:
        return None
    is_other_level = gold.interval is not None and gold.level != answer.level
    return Verdict(
        (*_differing(gold, answer, "interval", "p"), *_if(is_other_level, "level")),
        (
            *_if(not _same_outcome(gold, answer), "outcome"),
            *_differing(gold, answer, "cohort"),
            *_if(not _same_time(gold, answer), "time"),
        ),
    )


def _judgement(gold: Judgement, answer: Judgement) -> Verdict | None:
    if gold.p != answer.p:
        return None
    is_about_other = bool(gold.names) and not gold.names & answer.names
    return Verdict(_differing(gold, answer, "statistic"), _if(is_about_other, "outcome"))


def _differing(gold: Fact, answer: Fact, *parts: str) -> tuple[str, ...]:
    return tuple(p for p in parts if getattr(gold, p) != getattr(answer, p))


def _if(is_wrong: bool, part: str) -> tuple[str, ...]:  # noqa: FBT001 - the name at the call says what is true
    return (part,) if is_wrong else ()


def _same_figure(gold: Figure, answer: Figure) -> bool:
    """Whether both print one main number: the value, or the events where one of them has no value."""
    main, answered = (next(_main_numbers(f), None) for f in (gold, answer))
    if main is None or answered is None:
        return False
    return main in (answered, answer.events) or answered == gold.events


def _main_numbers(figure: Figure) -> Iterator[object]:
    return (n for n in (figure.value, figure.events) if n is not None)


def _same_statistic(gold: Figure, answer: Figure) -> bool:
    """Where the abstract names no statistic the annotation says "value", and mean or median will do."""
    return gold.statistic == answer.statistic or (gold.statistic == "value" and answer.statistic in ("mean", "median"))


def _same_measure(gold: Comparison, answer: Comparison) -> bool:
    """A difference in percent may be called a risk or a mean difference; any measure may answer OTHER."""
    is_either = gold.percent and {gold.measure, answer.measure} == {"RD", "MD"}
    return gold.measure in (answer.measure, "OTHER") or is_either


def _same_outcome(gold: Figure | Comparison, answer: Figure | Comparison) -> bool:
    """The answer's name may mean several gold outcomes that share an alias; one of them must be it."""
    return gold.names <= answer.names if gold.names else not answer.names


def _same_time(gold: Figure | Comparison, answer: Figure | Comparison) -> bool:
    """An annotation without a time asks for none."""
    return not gold.time or gold.time == answer.time
