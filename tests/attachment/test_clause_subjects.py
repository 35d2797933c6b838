"""A clause is about its subject: what its predicate, its asides and the units of its figures say names no outcome."""

import pytest

from extractor import extract

HEAD = "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: "

NAMES: list[tuple[str, list[str]]] = [
    # a predicate that compares or grades, and one parted from its subject by what tells that apart
    ("Serious adverse events were less common with drug A (5%) than with drug B (9%).", ["Serious adverse events"] * 2),
    ("Stone clearance was the most common endpoint (24%).", ["Stone clearance"]),
    ("The share of cracked teeth at baseline was balanced across sites (3% vs 2%).", ["share of cracked teeth"] * 2),
    # near misses: the predicate names the event
    ("The most common symptom at home was cramps (20%).", ["cramps"]),
    ("The most common adverse event was cramps (20%).", ["cramps"]),
    # a relative clause says how it was measured
    ("Cramp scores, which were graded on a card, were higher with drug A (8 vs 6).", ["Cramp scores"] * 2),
    ("The cramp scores were as follows: drug A, 8.1; drug B, 6.2.", ["cramp scores"] * 2),
    # words behind a figure may be a unit that is not known
    ("Lymph flow was lower with drug A (33.6 zg/min) than with drug B (67.0 zg/min).", ["Lymph flow"] * 2),
    ("Lymph flow was 78 zg/m2 versus 63 zg/m2.", ["Lymph flow"] * 2),
    # near miss: what follows has a verb of its own
    ("Lymph flow was 78, tear flow was 63.", ["Lymph flow", "tear flow"]),
    # a figure in the clause between subject and predicate
    ("Tear flow with drug A alone was poor (46%).", ["Tear flow"]),
    # each figure of a list with a verb and an object of its own
    (
        "90 (36%) patients had stage IB lymphoma, 50 (24%) had stage II lymphoma, and 10 (4%) had stage III lymphoma.",
        ["stage IB lymphoma", "stage II lymphoma", "stage III lymphoma"],
    ),
    ("Of these, 27% had cramps or cold feet, and 21% died of sepsis.", ["cramps", "died"]),
    ("At 5 years, 38 patients (61%) were cured, and 5 (8%) were asleep without medication.", ["cured", "asleep"]),
    # what fills a bracket with its share, but no grade of what stands before it
    ("Mean height was 5 m in Kent (9% glossy leaves).", ["height", "glossy leaves"]),
    ("Cramps came in 90 patients (36%; 20 [8%] were grade 3).", ["Cramps"] * 3),
    # the sex that fills a bracket is what its share is of, whatever these people had
    ("Teachers (54% women) had a mean age of 47 years.", ["women", "age"]),
    # neither a rate nor a share is how long the people were followed
    ("At a median follow-up of 3 years, cramps came at 9.6 per 1000 person-years.", ["follow-up", "cramps"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), NAMES)
def test_names(sentence: str, wanted: list[str]) -> None:
    """Each figure of the sentence with the name of its outcome."""
    found = extract(HEAD + sentence).en
    assert found is not None
    names = {o.id: o.name for o in found.outcomes}
    facts = sorted((*found.estimates, *found.adverse_events), key=lambda f: f.span)
    assert [names.get(f.outcome or "") for f in facts] == wanted


def test_tests_dated_one_by_one() -> None:
    """'(P=0.04), 3 months (P=0.02)': a P value behind a bare time is of the outcome of the one before."""
    found = extract(HEAD + "Cramp scores were better at 6 weeks (P=0.04), 3 months (P=0.02), and 6 months (P=0.01).").en
    assert found is not None
    assert len(found.tests) == 3
    assert len({t.outcomes for t in found.tests}) == 1
    assert found.tests[0].outcomes


def test_a_ratio_is_of_what_its_label_leads_to() -> None:
    """'odds ratio for losing a tooth was 1.2': the name behind the label, known or not; not who is compared."""
    found = extract(HEAD + "The odds ratio for losing a tooth was 1.20 (95% CI 0.90 to 1.60).").en
    assert found is not None
    assert [o.name for o in found.outcomes] == ["losing a tooth"]
    compared = extract(HEAD + "The odds ratio for early versus late milk was 1.20 (95% CI 0.90 to 1.60).").en
    assert compared is not None
    assert not compared.outcomes


def test_what_opens_the_bracket_of_a_p_value_names_the_test() -> None:
    """'(Fisher test, P=0.02)': the test is of what stands before the bracket."""
    found = extract(HEAD + "Cramps came in 5% with drug A and 9% with drug B (quick triangle test, P=0.02).").en
    assert found is not None
    assert [o.name for o in found.outcomes] == ["Cramps"]
    # near miss: the bracket lists outcomes
    listed = extract(HEAD + "Pain was worse with drug A (hand aches, P=0.02; foot aches, P=0.03).").en
    assert listed is not None
    assert {"hand aches", "foot aches"} <= {o.name for o in listed.outcomes}
