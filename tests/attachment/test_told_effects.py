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
    ("Weight fell by 3.1 kg with drug A.", []),
    ("Relapse improved by 5% with drug A, and survival was alike.", []),
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
