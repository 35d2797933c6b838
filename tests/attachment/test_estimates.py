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
    ("The satisfaction score was higher on tea (88 vs. 69).", "88", "value"),
    ("疼痛评分降至7。", "7", "value"),
    ("Power was greater (315 [95% CI, 258-373] mW).", "315", "value"),
    ("Of the patients with a low pain score, 12 relapsed.", "12", "count"),
    ("结果：在中位随访42.7个月时，死亡率为5%。", "5", "proportion"),
    ("Results: Urine output fell by 32%.", "32", "value"),
    ("Results: Bleeding was seen in 32% of women.", "32", "proportion"),
    ("Results: The volume at week 8 was -32.9%.", "-32.9", "value"),
    ("Results: Bleeding showed a 9% increase with tea.", "9", "value"),
    ("Results: Bleeding showed a marked 19% decrease with tea.", "19", "value"),
    ("Results: Appetite showed a decrease of about 40% with tea.", "40", "value"),
    ("Results: In all, 53% improved with tea.", "53", "proportion"),
    ("Results: There was a reduction of pain (by 61 and 57%).", "57", "value"),
    ("Results: The death rate per 100 patient-years was 3.1 with drug.", "3.1", "rate"),
    ("Results: The death score was 3.1 with drug.", "3.1", "value"),
    ("Results: Deaths per 100 patient-years, 3.1 points on the scale.", "3.1", "value"),
    ("Results: The median weight was 61 kg.", "61", "median"),
    ("Results: Plaque fell on teeth (by 61%) and gums (by 52%).", "52", "value"),
    ("Results: Adverse events were creatinine increased (51% vs 44%), pain (4%).", "51", "proportion"),
    ("Results: Progression-free survival was longer (8.5 vs 4.1 months).", "4.1", "median"),
    ("Results: Healing (mean (SD)) was 12.9 (9.3) and 14.3 (10.8) days.", "14.3", "mean"),
    ("结果：发生率为每1,000人-年8.5。", "8.5", "rate"),
    ("Results: Wound healing was longer (8.5 vs 4.1 months).", "4.1", "value"),
    ("Results: Mean systolic pressure was 133 mm Hg; diastolic pressure was 77 mm Hg.", "77", "mean"),
    ("Results: The rate of breathing was 12 ± 2/min.", "12", "mean"),
    ("Results: In 22 men (median age, 60 years) pain lasted 14 days.", "14", "value"),
    (
        "Results: Median survival was 19 months (8 [40%] of 20 died) with tea versus 12 months with milk.",
        "12",
        "median",
    ),
    ("Results: The weight was 61 (SD 4) kg.", "61", "mean"),
    ("结果：共分离致病菌70株。", "70", "count"),
    ("Results: At a median of 6 years follow-up, survival was 71%.", "71", "proportion"),
    ("Results: In 8 years of median follow-up the death rate was 11%.", "11", "proportion"),
    ("Results: Median survival was not reached, and 62% were alive at 2 years.", "62", "proportion"),
    ("Results: The mean (±SE) rate of cure was 81±1.4%.", "81", "proportion"),
    ("Results: The mean (±SE) weight fell by 8±1.4%.", "8", "mean"),
    ("Results: The HbA1c level was 7.4%.", "7.4", "value"),
    ("Results: An HbA1c level below 7.0% was reached by 38% of patients.", "38", "proportion"),
]


@pytest.mark.parametrize(("text", "value", "statistic"), STATISTICS)
def test_statistic(text: str, value: str, statistic: str) -> None:
    """The statistic as named, as printed, or as what is counted tells."""
    assert estimate(text, value).statistic == statistic


EVENTS = [
    ("Results: Of 50 patients, ten patients died (20%).", "20", "ten"),
    ("Results: Among 30 patients, 27 cases were cured, with a rate of 90.0%.", "90.0", "27"),
    ("结果：治疗组30例中痊愈27例，痊愈率90.00%。", "90.00", "27"),
    ("结果：24例患儿中有15例脱离二甲双胍，总撤概率62.5%。", "62.5", "15"),
    ("结果：152例患者（64%为女童）均存活。", "64", None),
    ("Results: Among 30 patients, 27 cases were cured, with a rate of 63.5%.", "63.5", None),
    ("结果：治疗组60例，无效12例，总有效率80.0%。", "80.0", None),
    ("Results: Of 50 patients, ten patients died, and 20% were cured at home.", "20", None),
    ("结果：90例标本中，培养阳性27例次，阳性率达30.0%。", "30.0", "27"),
    ("Results: A response was seen in 84.1% of patients (53/63).", "84.1", "53"),
    ("Results: A response was seen in 84.1% of patients (13/63).", "84.1", None),
    ("Results: The rate of response was 61% (95% CI, 44-76) (25 of 41) with tea.", "61", "25"),
    ("Results: In all, 13 of the 20 assessable men at home (65%) had a response.", "65", "13"),
    ("Results: Ten men on the tea of the day achieved a response (20%), and 50 were seen.", "20", "Ten"),
    ("Results: There was nausea (48%, n = 32).", "48", "32"),
    ("Results: Of 70 patients in all, 35 came; the share of refusal was 50%, n=35.", "50", "35"),
    ("Results: The share of tea drinkers with a cure was 54% (n=13 drank tea; 14% milk).", "54", None),
    ("结果：80例中有效率为（75.0%，n=60）。", "75.0", "60"),
]


@pytest.mark.parametrize(("text", "value", "events"), EVENTS)
def test_events_and_their_percentage(text: str, value: str, events: str | None) -> None:
    """Two numbers that fit each other and a printed total are one estimate; others stay two."""
    found = estimate(text, value).events
    assert (found.text if found else None) == events


TOTALS = [
    ("Results: Of the 40 patients, 12 (30%) relapsed.", "30", "40"),
    ("Results: Of the 40 patients, 12 (31%) relapsed.", "31", None),
    ("Results: Among 72 adults, 45 cases were cured and 11 relapsed.", "45", "72"),
    ("Results: Among 72 adults, 16 patients relapsed, of whom 2 patients died.", "2", None),
    ("Results: Among 72 adults, 45 died and 3 scales were used.", "45", "72"),
    ("Results: We treated 72 adults. 16 patients relapsed.", "16", None),
    ("结果：在未用药的60例患者中，有3例（5%）出血。", "5", "60"),
    ("结果：60例患者的血压为120 mmHg，3例出血。", "3", None),
    ("Results: Pain was seen in 4 of 10 men with tea versus one of 12 with milk.", "one", "12"),
    ("Results: Pain, one of the things told, was seen in 5 patients.", "5", None),
]


@pytest.mark.parametrize(("text", "value", "total"), TOTALS)
def test_the_size_that_heads_the_sentence_is_the_total(text: str, value: str, total: str | None) -> None:
    """Events are out of those the sentence opens with, where they fit and nothing narrows them."""
    found = estimate(text, value).total
    assert (found.text if found else None) == total


@pytest.mark.parametrize(
    ("events", "percent", "decimals", "text", "wanted"),
    [
        ("27", "90.0", 1, "in 30 patients", True),
        ("26", "0.82", 2, "of 3,177 patients", True),
        ("25", "22.72", 2, "110例患者", True),
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


SPREADS_BEHIND = [
    ("Results: Pain was 3.2 in the aspirin group (SD 1.1).", "3.2", "1.1"),
    ("Results: Pain was 3.2 in the aspirin group; the scale (SD 1.1) was new.", "3.2", None),
    ("Results: Bleeding was seen in 12 patients of the aspirin group (SD 1.1).", "12", None),
]


@pytest.mark.parametrize(("text", "value", "spread"), SPREADS_BEHIND)
def test_a_spread_behind_the_group(text: str, value: str, spread: str | None) -> None:
    """The spread in brackets behind the group's name is the figure's."""
    found = estimate(text, value).spread
    assert (found.value.text if found and found.value else None) == spread


@pytest.mark.parametrize(("text", "value", "low"), RANGES)
def test_a_range_told_before_its_mean(text: str, value: str, low: str | None) -> None:
    """The range goes to the mean that lies in it."""
    spread = estimate(text, value).spread
    assert (spread.low.text if spread and spread.low else None) == low


INTERVALS = [
    ("Results: The mean (95% CI) change in weight was 4.6 (2.5, 6.7) kg.", "4.6", "2.5"),
    ("Results: The mean (95% CI) change in weight was 4.6 (5.5, 6.7) kg.", "4.6", None),
    ("Results: The mean change in weight was 4.6 (2.5, 6.7) kg.", "4.6", None),
    ("Results: The response rate was 17.1% (8.0 to 30.6).", "17.1", "8.0"),
    ("Results: Median survival was 5.4 months (4.2 to not reached).", "5.4", "4.2"),
    ("Results: The median share was 17.1% (8.0 to 30.6).", "17.1", None),
    ("Results: Nausea was seen in 61.9%, 40.6% and 38.2%).", "61.9", None),
    ("Results: Relapse was rarer (HR 0.8, 95% CI 0.7-0.9). Median survival was 5.4 months (4.2-6.3).", "5.4", "4.2"),
    ("Results: Relapse was rarer (HR 0.8, 95% CI 0.7-0.9; median survival 5.4 months [4.2-6.3]).", "5.4", "4.2"),
    (
        "Results: Median weight was 61 (IQR 50-72) kg. HR was 0.8 (95% CI 0.7-0.9). Median pain was 5.4 (4.2-6.3).",
        "5.4",
        None,
    ),
    ("Results: HR was 0.8 (95% CI 0.7-0.9). The median age was 54 years (42-63).", "54", None),
    ("Results: HR was 0.8 (95% CI 0.7-0.9). Survival was 57% (0.53-0.61).", "57", "0.53"),
    ("结果：风险比为0.8（95%CI 0.7～0.9）。中位生存期为5.4个月（4.2～6.3）。", "5.4", "4.2"),
]


@pytest.mark.parametrize(("text", "value", "low"), INTERVALS)
def test_a_declared_interval(text: str, value: str, low: str | None) -> None:
    """Bare bounds are the interval that the sentence declares, where they hold the value."""
    interval = estimate(text, value).interval
    assert (interval.low.text if interval and interval.low else None) == low


ARMS = "Methods: 60 adults were randomly assigned to tea or milk. Results: "

WORDED = [
    ("Results: There were more deaths (12 v four).", ["12", "four"]),
    (f"{ARMS}Nausea was rare (nine in the tea group vs six in the milk group).", ["nine", "six"]),
    ("Results: There were five tea-related serious adverse events.", ["five"]),
    ("Results: Relief was seen in 12 men (three partial responses).", ["12", "three"]),
    ("Results: Nausea was seen in four and 10 women.", ["four", "10"]),
    (f"{ARMS}Falls were rarer at round two in the tea group.", []),
    (f"{ARMS}Falls in children under five in the tea group were rarer.", []),
    ("Results: Scores fell and two factors of the scale rose.", []),
    ("Results: Scores of two or three in the morning were seen.", []),
]


@pytest.mark.parametrize(("text", "numbers"), WORDED)
def test_a_number_word_that_counts(text: str, numbers: list[str]) -> None:
    """A number word is a count where a contrast, a group, an event or a counted neighbour tells so."""
    found = read(text)
    every = sorted((*found.estimates, *found.adverse_events), key=lambda e: e.span)
    assert [e.value.text for e in every if e.value] == numbers


GAPPED = [
    ("Results: Cure was seen in 8. 6, 14.6, and 18.6%, respectively.", "8. 6", "8.6"),
    ("Results: The share of cure was 41. 9%; it was low.", "41. 9", "41.9"),
    ("Results: The mean age was 0. 287 years.", "0. 287", "0.287"),
    ("Results: The dose group was 20. 15 patients died.", "15", "15"),
]


@pytest.mark.parametrize(("text", "printed", "value"), GAPPED)
def test_a_stray_space_behind_the_point(text: str, printed: str, value: str) -> None:
    """A space behind the decimal point ends no sentence where what follows goes on as a number does."""
    found = estimate(text, printed).value
    assert found is not None
    assert found.value == Decimal(value)
