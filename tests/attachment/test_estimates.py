"""The parts of estimates, in short sentences written for this: statistic, events, spread, interval."""

from decimal import Decimal

import pytest

from extractor import extract
from extractor.attachment.numbers.shares import fits
from extractor.record.facts import Estimate
from extractor.record.record import Extraction


def read(text: str) -> Extraction:
    """The extraction of a short text in either language."""
    record = extract(text)
    found = record.zh or record.en
    assert found is not None
    return found


def estimate(text: str, value: str) -> Estimate:
    """The one estimate with that value, or with that many events where it has none."""
    found = read(text)
    every = (*found.estimates, *found.adverse_events)
    one = [e for e in every if (e.value or e.events) is not None and (e.value or e.events).text == value]  # type: ignore[union-attr]
    assert len(one) == 1, every
    return one[0]


STATISTICS = [
    ("结果：在中位随访42.7个月时，死亡率为5%。", "5", "proportion"),
    ("Results: Bleeding fell by 32%.", "32", "value"),
    ("Results: Bleeding was seen in 32% of women.", "32", "proportion"),
    ("Results: The volume at week 8 was -32.9%.", "-32.9", "value"),
    ("Results: There was a reduction of pain (by 61 and 57%).", "57", "value"),
    ("Results: The death rate per 100 patient-years was 3.1 with drug.", "3.1", "rate"),
    ("Results: The death score was 3.1 with drug.", "3.1", "value"),
    ("Results: Deaths per 100 patient-years, 3.1 points on the scale.", "3.1", "value"),
    ("Results: The median weight was 61 kg.", "61", "median"),
    ("Results: The weight was 61 (SD 4) kg.", "61", "mean"),
    ("结果：共分离致病菌70株。", "70", "count"),
]


@pytest.mark.parametrize(("text", "value", "statistic"), STATISTICS)
def test_statistic(text: str, value: str, statistic: str) -> None:
    """The statistic as named, as printed, or as what is counted tells."""
    assert estimate(text, value).statistic == statistic


EVENTS = [
    ("Results: Of 50 patients, ten patients died (20%).", "20", "ten"),
    ("Results: Among 30 patients, 27 cases were cured, with a rate of 90.0%.", "90.0", "27"),
    ("结果：治疗组30例中痊愈27例，痊愈率90.00%。", "90.00", "27"),
    ("Results: Among 30 patients, 27 cases were cured, with a rate of 63.5%.", "63.5", None),
    ("结果：治疗组60例，无效12例，总有效率80.0%。", "80.0", None),
    ("Results: Of 50 patients, ten patients died, and 20% were cured at home.", "20", None),
]


@pytest.mark.parametrize(("text", "value", "events"), EVENTS)
def test_events_and_their_percentage(text: str, value: str, events: str | None) -> None:
    """Two numbers that fit each other and a printed total are one estimate; others stay two."""
    found = estimate(text, value).events
    assert (found.text if found else None) == events


@pytest.mark.parametrize(
    ("events", "percent", "decimals", "text", "wanted"),
    [
        ("27", "90.0", 1, "in 30 patients", True),
        ("26", "0.82", 2, "of 3,177 patients", True),
        ("27", "63.5", 1, "in 30 patients", False),
        ("27", "90.0", 1, "in 30.5 patients", False),
        ("40", "133", 0, "in 30 patients", False),
        ("0", "0", 0, "in 30 patients", False),
    ],
)
def test_a_share_fits_its_events(events: str, percent: str, decimals: int, text: str, *, wanted: bool) -> None:
    """Some printed total gives the percentage with the events."""
    assert fits(Decimal(events), Decimal(percent), decimals, text) is wanted


RANGES = [
    ("Results: Age ranged from 32 to 57 years (mean, 42.1 years).", "42.1", "32"),
    ("Results: The wait ranged from 3.2 to 9.8 months, with an average of 6.1 months.", "6.1", "3.2"),
    ("结果：患者获随访8～16个月，平均12.2个月。", "12.2", "8"),
    ("Results: Age ranged from 32 to 57 years, and mean survival was 62 months.", "62", None),
]


@pytest.mark.parametrize(("text", "value", "low"), RANGES)
def test_a_range_told_before_its_mean(text: str, value: str, low: str | None) -> None:
    """The range goes to the mean that lies in it."""
    spread = estimate(text, value).spread
    assert (spread.low.text if spread and spread.low else None) == low


INTERVALS = [
    ("Results: The mean (95% CI) change in weight was 4.6 (2.5, 6.7) kg.", "4.6", "2.5"),
    ("Results: The mean (95% CI) change in weight was 4.6 (5.5, 6.7) kg.", "4.6", None),
    ("Results: The mean change in weight was 4.6 (2.5, 6.7) kg.", "4.6", None),
]


@pytest.mark.parametrize(("text", "value", "low"), INTERVALS)
def test_a_declared_interval(text: str, value: str, low: str | None) -> None:
    """Bare bounds are the interval that the sentence declares, where they hold the value."""
    interval = estimate(text, value).interval
    assert (interval.low.text if interval and interval.low else None) == low
