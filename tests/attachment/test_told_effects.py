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
