"""Effects told in words: what a label is said to be, lists behind it, reductions named behind, gains in survival."""

import pytest

from extractor import extract

HEAD = "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: "

TOLD = [
    ("The difference in weight change for drug A versus drug B was -6.7 kg.", [("MD", "-6.7")]),
    ("The mean difference (drug A minus drug B) in time spent asleep was 2.5 h.", [("MD", "2.5")]),
    ("The relative reduction in the risk of relapse in any form with drug A was 21%.", [("RRR", "21")]),
    ("The numbers needed to treat were 34 for drug A and 43 for drug B.", [("NNT", "34"), ("NNT", "43")]),
    ("Drug A gave a 10% stroke risk reduction.", [("RRR", "10")]),
    ("Drug A improved median overall survival by 3.1 months.", [("MD", "3.1")]),
    ("The absolute gain in 5-year survival was maintained, an improvement in survival of 5%.", [("RD", "5")]),
    (
        "Drug A cut the time spent in bed but decreased total blood loss by nearly 31% in men and 44% in women.",
        [("RRR", "31"), ("RRR", "44")],
    ),
    ("The rate of relapse or death was reduced by 35% (P=0.12).", [("RRR", "35")]),
    ("Drug A gave a 28% reduction in the estimated incidence of falls.", [("RRR", "28")]),
    ("With drug B, the Cmax of drug A increased by 61%.", [("OTHER", "61")]),
    ("Compared with drug B, drug A decreased urine output by 9 ml.", [("MD", "9")]),
    ("Crying was reduced by 22% (OR 0.78).", [("RRR", "22"), ("OR", "0.78")]),
    ("There was a reduction in the risk of relapse of 17% with drug A.", [("RRR", "17")]),
    ("Nausea was 3.5 times more frequent with drug A.", [("RR", "3.5")]),
    ("Levels of zinc were 2.6 times higher with drug A than with drug B.", [("OTHER", "2.6")]),
    ("Titres showed a 4-fold rise with drug A.", []),
    ("Pain was 4.1 (95% CI 2.2 to 6.3) points lower for drug A.", [("MD", "4.1")]),
    ("Pain was 4.1 (P=0.02) and 2.7 (P=0.03) points lower than with drug B.", [("MD", "4.1"), ("MD", "2.7")]),
    ("Spending was £140 (-31 to 320) higher with drug A.", [("MD", "140")]),
    ("Pain was reduced with drug A (14%; 95% CI, 9% to 18%) compared with drug B (27%; 95% CI, 21% to 33%).", []),
    ("The relative hazard of relapse was 0.71 (95% CI, 0.52 to 0.98).", [("HR", "0.71")]),
    ("Drug A prolonged survival, reducing the risk of death by 22%.", [("RRR", "22")]),
    ("Relapse was 12.5% lower with drug A (RR 0.81).", [("RRR", "12.5"), ("RR", "0.81")]),
    ("Relapse was 12.5% lower with drug A.", [("RD", "12.5")]),
    ("There was a 31% difference in the risk of stroke.", [("RRR", "31")]),
    ("Drug A reduced hospital stay by 2.4 days (P=0.02).", [("MD", "2.4")]),
    ("With drug B the half-life of drug A increased by 5.5 hours.", [("MD", "5.5")]),
    ("Drug A extended the median duration of response by 4.9 months.", [("MD", "4.9")]),
    ("Weight had increased by 12 weeks.", []),
    ("Weight fell by 3.1 kg with drug A.", []),
    ("Heart rate was reduced by 36% with drug A as compared with 14% with drug B.", []),
    ("The rate of falls decreased by 30% from baseline with drug A.", []),
    ("Relapses decreased by 30% in both groups.", []),
    ("Weight improved by 5% with drug A, and survival was alike.", []),
    ("There was, however, no difference in survival: 74% with drug A and 71% with drug B.", []),
    ("The difference in weight was large, and weight with drug A was 70 kg.", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_effects_told_in_words(sentence: str, wanted: list[tuple[str, str]]) -> None:
    """Measure and value of each effect; a figure of one group is none."""
    found = extract(HEAD + sentence).en
    assert found is not None
    effects = sorted(found.effects, key=lambda e: e.span)
    assert [(e.measure, e.value.text if e.value else None) for e in effects] == wanted
