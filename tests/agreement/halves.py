"""An invented trial told in both languages, each number of it changeable by its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.record.base import Spread
from extractor.record.entities import Arm, Cohort, Design, Intervention, Outcome
from extractor.record.facts import AdverseEvent, Effect, Estimate, Grade, SampleSize, Test
from extractor.record.record import Extraction
from tests.agreement.writer import Writer

Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Half:
    """One language of the trial, and where each key stands."""

    extraction: Extraction
    places: Mapping[str, tuple[int, int]]


NUMBERS = (
    "all", "a.n", "b.n", "age.value", "age.sd", "pfs.a.value", "pfs.a.level", "pfs.a.low", "pfs.a.high",
    "pfs.b.value", "pfs.b.level", "pfs.b.low", "pfs.b.high", "hr.value", "hr.level", "hr.low",
    "hr.high", "hr.p", "orr.a.events", "orr.a.total", "orr.a.value", "orr.b.events", "orr.b.total",
    "orr.b.value", "rank.p", "change.a", "change.b", "t.statistic", "t.p", "pain.low", "pain.high",
    "pain.value", "range.value", "range.upper", "htn.a.value", "htn.b.value", "women.n", "men.n",
    "women.pfs", "men.pfs",
)  # fmt: skip
"""Every number of the trial that is a part of a fact."""


def half(language: Language, changes: Mapping[str, str] | None = None) -> Half:
    """The trial in one language, with `changes` to what is printed under a key."""
    w = Writer(changes or {})
    zh = language == "zh"

    def key(short: str) -> str:
        return f"{language}.{short}"

    def unit(name: str, usual: str) -> str:
        return w.changes.get(f"{name}.unit", usual)

    arms = (
        Arm(
            id=key("a1"),
            name="甲药组" if zh else "the new drug",
            role="experimental",
            interventions=(
                Intervention(name="甲药" if zh else "newdrug", concept="newdrug", dose=Decimal(20), dose_unit="mg"),
            ),
            spans=(w.word("arm.a", "甲药组" if zh else "newdrug"),),
        ),
        Arm(
            id=key("a2"),
            name="安慰剂组" if zh else "placebo",
            role="placebo",
            spans=(w.word("arm.b", "安慰剂组" if zh else "placebo"),),
        ),
    )
    cohorts = (
        Cohort(id=key("c1"), name="女性" if zh else "women", spans=(w.word("women", "女性" if zh else "women"),)),
        Cohort(id=key("c2"), name="男性" if zh else "men", spans=(w.word("men", "男性" if zh else "men"),)),
    )
    names = (
        ("o1", "progression-free survival", "无进展生存期", "progression_free_survival"),
        ("o2", "response", "缓解率", None),
        ("o3", "age", "年龄", "age"),
        ("o4", "HbA1c", "HbA1c", None),
        ("o5", "pain", "疼痛", "pain"),
        ("o6", "sleep", "睡眠", None),
    )
    outcomes = tuple(Outcome(id=key(i), name=z if zh else e, concept=c) for i, e, z, c in names)
    at = (0, 0)
    a, b, women, men = key("a1"), key("a2"), key("c1"), key("c2")
    pfs, orr, age, hba, pain, sleep = (key(f"o{i}") for i in range(1, 7))
    sizes = (
        SampleSize(id=key("n1"), value=w.number("all", "412"), population="randomized", span=at),
        SampleSize(id=key("n2"), value=w.number("a.n", "207"), population="randomized", arm=a, span=at),
        SampleSize(id=key("n3"), value=w.number("b.n", "205"), population="randomized", arm=b, span=at),
        SampleSize(id=key("n4"), value=w.number("women.n", "168"), population="enrolled", cohort=women, span=at),
        SampleSize(id=key("n5"), value=w.number("men.n", "244"), population="enrolled", cohort=men, span=at),
    )

    def of(name: str) -> str:
        return a if name.endswith(".a") else b

    def share(ident: str, name: str, events: str, total: str, value: str) -> Estimate:
        counted = w.number(f"{name}.events", events)
        return Estimate(
            id=key(ident),
            statistic="proportion",
            events=counted,
            total=w.number(f"{name}.total", total),
            value=w.number(f"{name}.value", value),
            unit=unit(name, "%"),
            outcome=orr,
            arm=of(name),
            span=at,
        )

    def months(ident: str, name: str, value: str, low: str, high: str) -> Estimate:
        return Estimate(
            id=key(ident),
            statistic="median",
            value=w.number(f"{name}.value", value),
            unit=unit(name, "month"),
            interval=w.interval(name, low, high),
            outcome=pfs,
            arm=of(name),
            span=at,
        )

    estimates = (
        Estimate(
            id=key("e1"),
            statistic="mean",
            value=w.number("age.value", "61.4"),
            unit="year",
            outcome=age,
            span=at,
            spread=Spread(kind="sd", value=w.number("age.sd", "8.7")),
        ),
        months("e2", "pfs.a", "9.3", "8.1", "10.6"),
        months("e3", "pfs.b", "4.2", "3.5", "5.8"),
        share("e4", "orr.a", "77", "207", "37.2"),
        share("e5", "orr.b", "25", "205", "12.2"),
        Estimate(
            id=key("e6"),
            statistic="mean",
            value=w.number("change.a", "-1.31"),
            unit="%",
            outcome=hba,
            arm=a,
            change=True,
            timepoint=w.time("week", "24", "week"),
            span=at,
        ),
        Estimate(
            id=key("e7"),
            statistic="mean",
            value=w.number("change.b", "-0.27"),
            unit="%",
            outcome=hba,
            arm=b,
            change=True,
            span=at,
        ),
        Estimate(
            id=key("e8"),
            statistic="median",
            value=w.number("pain.value", "4"),
            outcome=pain,
            span=at,
            spread=Spread(kind="iqr", low=w.number("pain.low", "3"), high=w.number("pain.high", "6")),
        ),
        Estimate(
            id=key("e9"),
            statistic="proportion",
            value=w.number("range.value", "62"),
            unit="%",
            outcome=sleep,
            upper=w.number("range.upper", "65"),
            span=at,
        ),
        Estimate(
            id=key("e10"),
            statistic="median",
            value=w.number("women.pfs", "7.7"),
            unit="month",
            outcome=pfs,
            cohort=women,
            span=at,
        ),
        Estimate(
            id=key("e11"),
            statistic="median",
            value=w.number("men.pfs", "6.9"),
            unit="month",
            outcome=pfs,
            cohort=men,
            span=at,
        ),
    )

    def event(ident: str, name: str, value: str) -> AdverseEvent:
        return AdverseEvent(
            id=key(ident),
            statistic="proportion",
            value=w.number(f"{name}.value", value),
            unit=unit(name, "%"),
            term="高血压" if zh else "hypertension",
            concept="hypertension",
            arm=of(name),
            grade=Grade(min=3, text="≥3"),
            span=at,
        )

    return Half(
        Extraction(
            language=language,
            arms=arms,
            cohorts=cohorts,
            outcomes=outcomes,
            design=Design(allocation_ratio=(1, 1)),
            sample_sizes=sizes,
            estimates=estimates,
            adverse_events=(event("s1", "htn.a", "8.5"), event("s2", "htn.b", "2.9")),
            effects=(
                Effect(
                    id=key("f1"),
                    measure="HR",
                    value=w.number("hr.value", "0.48"),
                    interval=w.interval("hr", "0.35", "0.66"),
                    p=w.p("hr", "<", "0.001"),
                    outcome=pfs,
                    arm=a,
                    comparator=b,
                    span=at,
                ),
            ),
            tests=(
                Test(id=key("t1"), p=w.p("rank", "=", "0.032"), outcomes=(orr,), arm=a, comparator=b, span=at),
                Test(
                    id=key("t2"),
                    test="t",
                    statistic=w.number("t.statistic", "3.21"),
                    p=w.p("t", "<", "0.05"),
                    outcomes=(hba,),
                    span=at,
                ),
            ),
            text=w.text,
        ),
        w.places,
    )
