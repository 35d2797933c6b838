"""When each figure of the last sentence of a short text was measured: the time as printed, or None."""

import pytest

from extractor.attachment.draft import Kind
from extractor.document import Abstract
from extractor.pipeline import read

_THREE, _SIX = ["3 months"] * 2, ["6 months"] * 2
BESIDE = [
    ("en", "Results: Relapse was seen in 12% at 6 months.", ["6 months"]),
    ("en", "Results: Relapse was rarer on tea (12% and 20%; P=0.04) at 6 months.", ["6 months", "6 months"]),
    ("zh", "结果：术后6个月复发率为12%。", ["术后6个月"]),
    ("zh", "结果：1年复发率为12%，3年复发率为18%。", ["1年", "3年"]),
    (
        "zh",
        "将60例患者随机分为茶组和水组。结果：茶组复发率1年时为12%，2年时为15%，水组分别为18%和20%。",
        ["1年时", "2年时"] * 2,
    ),
    (
        "en",
        "Results: Relapse was rarer on tea (12% and 20%; P=0.04) at 6 months, less so at 9 months.",
        ["6 months", "6 months"],
    ),
    ("en", "Results: At presentation pain was seen in 12%.", ["presentation"]),
    ("en", "Results: Weight (mean at baseline, 80 kg) was 78 kg.", ["baseline", None]),
    ("en", "Results: Fewer died on tea (5-year rate, 38% v 24%) or relapsed (9% v 4%).", ["5-year"] * 4),
    ("en", "Results: Relapse was rarer at 3 months (12% v 20%) and at 6 months (15% v 28%).", [*_THREE, *_SIX]),
    ("en", "Results: At 3 months, relapse was 12% and at 6 months, it was 20%.", ["At 3 months", "at 6 months"]),
    ("en", "Results: Relapse was 12% at 3 months and 20% at 6 months.", ["3 months", "6 months"]),
    ("en", "Results: Relapse was 12% at 3 months and 20% and 15%, respectively, at 6 months.", ["3 m", "6 m", "6 m"]),
    ("en", "Results: Pain fell by 12±3 at week 3 and 15±4 mm at week 6.", ["week 3", "week 6"]),
    ("en", "Results: Relapse at both 3 and 6 months was 12%.", ["3 and 6 months"]),
    ("en", "Results: Relapse at 3 and 6 months was 12% and 20%.", ["3", "6"]),
    ("en", "Results: Relapse 18 months after chemotherapy was seen in 12%.", ["18 months after chemotherapy"]),
    ("en", "Results: At baseline, mean age was 50 years.", ["baseline"]),
    ("en", "Results: At 3 months, mean age was 50 years.", [None]),
]
EVENTS = [
    ("en", "Results: After preoperative chemotherapy, pain was seen in 12%.", ["After preoperative chemotherapy"]),
    ("en", "Results: Two hours after ingestion, pain was seen in 12%.", ["Two hours"]),
    ("en", "Results: At the study endpoint, pain was seen in 12%.", ["study endpoint"]),
    ("en", "Results: Hospital admission for asthma was seen in 12%.", [None]),
    ("en", "Results: On hospital admission pain was seen in 12%.", ["hospital admission"]),
    ("en", "Results: Relapse was seen between weeks 4 and 8 (12% vs 20%).", ["between weeks 4 and 8"] * 2),
    ("en", "Results: Relapse was rarer on tea over 6 months (12% vs 20%).", ["over 6 months"] * 2),
    ("en", "Results: Weight at baseline, 8 and 16 weeks was 80, 77 and 75 kg.", ["baseline", "8", "16"]),
    ("en", "Results: At the completion of radiotherapy, pain was seen in 12%.", ["completion of radiotherapy"]),
    ("en", "Results: Pain was seen after cessation of smoking in 12%.", ["after cessation of smoking"]),
    ("en", "Results: The response at the end of titration was 12%.", ["end of titration"]),
    ("en", "Results: The response at the end of treatment was 12%.", ["end of treatment"]),
]
LENGTHS = [
    ("en", "Results: Relapse after an interval of five days was seen in 12%.", [None]),
    ("en", "Results: Relapse at five days was seen in 12%.", ["five days"]),
    ("en", "Results: Relapse at 24 weeks was 12% in those who received tea for 8 weeks.", ["24 weeks"]),
    ("en", "Results: In patients with asthma at baseline, relapse was 12%.", [None]),
    ("en", "Results: The 1-year rate of relapse in 40 adults without asthma at baseline was 12%.", ["1-year"]),
    ("en", "Results: Patients with asthma were assessed at baseline (12%).", ["baseline"]),
]
DURING = [
    ("en", "Results: During the night shift 12% fell asleep.", ["During the night shift"]),
    ("en", "Results: Pulse during exercise was 133 beats/min.", ["during exercise"]),
    ("en", "Results: During a median follow-up of 4 years 12% died.", [None, None]),
    ("zh", "结果：通气期间心率为67次/分。", ["通气期间"]),
]
NAMED_IN_PASSING = [
    ("en", "Results: In all 52% were men and were followed for up to 2 years at home.", [None]),
    ("en", "Results: Pain was seen in 12% of those on tea at the end of treatment.", ["end of treatment"]),
    ("en", "Results: Most came. At a median follow-up of 5 years, 12 of 40 patients (30%) had died.", [None, None]),
    ("en", "Results: Most came. At a median follow-up of 5 years, survival was 81%.", [None, "5 years"]),
    ("en", "Results: Survival at 1 year was 75% and at 2 years was 70%.", ["1 year", "2 years"]),
    ("en", "Results: Pulse 1 hour posttreatment was 70 bpm.", ["1 hour posttreatment"]),
]
LONG = [
    ("en", "Results: At 5 years, median survival was 8.4 months with tea and not reached with milk.", [None, None]),
    ("en", "Results: At 5 years, mean exercise time was 8.4 minutes.", ["5 years"]),
]
WINDOWS = [
    ("en", "Results: The 24-h blood pressure was 133 mmHg.", [None]),
    ("en", "Results: The 24-week blood pressure was 133 mmHg.", ["24-week"]),
]
OPENED = [
    ("en", "Results: At two years 40 patients were seen. Pressure was 133 mmHg.", ["two years"]),
    ("en", "Results: Two-year survival was 90%. Pressure was 133 mmHg.", [None]),
    ("en", "Results: Pressure was 140 mmHg at two years. Pulse was 70 beats/min.", [None]),
    ("en", "Results: At two years 40 were seen. Pulse was 70 beats/min. Pain was 4. Pressure was 133 mmHg.", [None]),
    ("zh", "结果：治疗12周时随访40例。收缩压为133 mmHg。", ["12周时"]),
]
PLANNED = [
    (
        "en",
        "Methods: The primary outcomes were relapse (any) and stroke over 6 months. Results: Relapse was 12%.",
        ["6 months"],
    ),
    ("en", "Methods: Relapse was sought at 6 months. Results: Relapse was seen in 12%.", ["6 months"]),
    ("en", "Methods: Five-year survival was determined. Results: Survival was 80%.", ["Five-year"]),
    ("en", "Methods: Relapse was sought at 6 and 12 months. Results: Relapse was seen in 12%.", [None]),
    ("en", "Methods: Relapse was sought at 6 months. Results: Headache was seen in 12%.", [None]),
    ("en", "Methods: Tea was given for 6 months. Results: Relapse was seen in 12%.", [None]),
    ("zh", "方法：主要结局为术后6个月复发率。结果：复发率为12%。", ["6个月"]),
    ("zh", "方法：主要结局为复发率，随访至术后6个月。结果：复发率为12%。", ["术后6个月"]),
]


def times(code: str, text: str) -> list[str | None]:
    reading = read(Abstract(code, text))
    drafts = [d for d in reading.rows[-1].drafts if d.kind is Kind.ESTIMATE]
    return [d.timepoint.span.of(reading.raw) if d.timepoint else None for d in drafts]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Results: Survival at 5 years was 80% and 74% (HR, 0.74).", None),
        ("en", "Results: Tea raised the risk of death at 5 years (HR, 1.84).", "5 years"),
        ("en", "Results: Survival was 80% and 74% at 5 years (odds ratio, 0.74).", "5 years"),
        ("zh", "结果：5年生存率为80%和74%（风险比，0.74）。", None),
    ],
)
def test_a_hazard_ratio_has_only_a_time_of_its_own(code: str, text: str, expected: str | None) -> None:
    reading = read(Abstract(code, text))
    time = next(d.timepoint for d in reading.rows[-1].drafts if d.kind is Kind.EFFECT)
    assert (time and time.span.of(reading.raw)) == (expected and f"at {expected}")


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [*BESIDE, *EVENTS, *LENGTHS, *DURING, *NAMED_IN_PASSING, *LONG, *WINDOWS, *OPENED, *PLANNED],
)
def test_the_time_of_each_figure(code: str, text: str, expected: list[str | None]) -> None:
    found = times(code, text)
    assert len(found) == len(expected)
    for time, printed in zip(found, expected, strict=True):
        assert (time is None) == (printed is None), found
        assert printed is None or (time is not None and printed in time), found
