"""What holds for every record."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.agreement import compare
from extractor.agreement.assignment import assign
from extractor.record import facts
from extractor.record.base import Reported
from extractor.record.entities import Arm, Cohort, Outcome
from extractor.record.facts import Effect, Estimate, SampleSize, Statistic
from extractor.record.record import Extraction
from tests.agreement.writer import Writer

STATISTICS: tuple[Statistic, ...] = ("median", "mean", "proportion", "count", "rate", "value")


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    w = Writer()
    arms = [f"a{i}" for i in range(draw(st.integers(0, 3)))]
    cohorts = [f"c{i}" for i in range(draw(st.integers(0, 3)))]
    outcomes = [f"o{i}" for i in range(draw(st.integers(0, 4)))]

    def one_of(ids: list[str]) -> str | None:
        return draw(st.sampled_from([None, *ids]))

    def number(key: str) -> Reported:
        digits = draw(st.integers(0, 4000))
        return w.number(key, str(digits) if draw(st.booleans()) else f"{digits / 100:.2f}")

    def maybe(key: str) -> Reported | None:
        return number(key) if draw(st.booleans()) else None

    sizes = [
        SampleSize(id=f"n{i}", value=number(f"n{i}"), arm=one_of(arms), cohort=one_of(cohorts), span=(i, i + 1))
        for i in range(draw(st.integers(0, 3)))
    ]
    estimates = [
        Estimate(
            id=f"e{i}",
            statistic=draw(st.sampled_from(STATISTICS)),
            value=number(f"e{i}"),
            events=maybe(f"e{i}.e"),
            unit=draw(st.sampled_from([None, "%", "month"])),
            outcome=one_of(outcomes),
            arm=one_of(arms),
            cohort=one_of(cohorts),
            timepoint=w.time(f"e{i}.t", "12", "week") if draw(st.booleans()) else None,
            change=draw(st.booleans()),
            span=(i, i + 1),
        )
        for i in range(draw(st.integers(0, 5)))
    ]
    effects = [
        Effect(
            id=f"f{i}",
            measure=draw(st.sampled_from(["HR", "RD"])),
            value=maybe(f"f{i}"),
            interval=w.interval(f"f{i}", "0.1", "0.9") if draw(st.booleans()) else None,
            outcome=one_of(outcomes),
            p=w.p(f"f{i}", "<", draw(st.sampled_from(["0.05", "0.01"]))) if draw(st.booleans()) else None,
            arm=one_of(arms),
            comparator=one_of(arms),
            span=(i, i + 1),
        )
        for i in range(draw(st.integers(0, 2)))
    ]
    tests = [
        facts.Test(
            id=f"t{i}",
            p=w.p(f"t{i}", "=", "0.03"),
            outcomes=tuple(outcomes[: draw(st.integers(0, 2))]),
            span=(i, i),
        )
        for i in range(draw(st.integers(0, 2)))
    ]
    return Extraction(
        language="en",
        text=w.text,
        arms=tuple(Arm(id=a, name=a, spans=((i, i),)) for i, a in enumerate(arms)),
        cohorts=tuple(Cohort(id=c, name=c, spans=((i, i),)) for i, c in enumerate(cohorts)),
        outcomes=tuple(Outcome(id=o, name=o, spans=((i, i),)) for i, o in enumerate(outcomes)),
        sample_sizes=tuple(sizes),
        estimates=tuple(estimates),
        effects=tuple(effects),
        tests=tuple(tests),
    )


@settings(deadline=None, max_examples=150)
@given(extractions())
def test_a_record_agrees_with_itself(extraction: Extraction) -> None:
    agreement, findings = compare(extraction, extraction.model_copy(update={"language": "zh"}))
    assert findings == ()
    assert agreement.status == "consistent"
    assert agreement.en_only == agreement.zh_only == ()


@settings(deadline=None, max_examples=60)
@given(extractions(), extractions())
def test_any_two_records_are_compared_the_same_way_twice(one: Extraction, other: Extraction) -> None:
    told = other.model_copy(update={"language": "zh"})
    first = compare(one, told)
    assert first == compare(one, told)
    texts = {"en": one.text, "zh": other.text}
    assert all(0 <= p.span[0] <= p.span[1] <= len(texts[p.language]) for f in first[1] for p in f.places)


@given(st.lists(st.lists(st.integers(-5, 20), min_size=4, max_size=4), max_size=5))
def test_an_assignment_is_one_to_one_and_not_worse_than_greedy(gains: list[list[int]]) -> None:
    pairs = assign(len(gains), 4, lambda i, j: gains[i][j])
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    ranked = sorted(((g, i, j) for i, row in enumerate(gains) for j, g in enumerate(row) if g > 0), reverse=True)
    greedy, rows, columns = 0, set[int](), set[int]()
    for gain, i, j in ranked:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            greedy += gain
    assert sum(gains[i][j] for i, j in pairs) >= greedy
