"""Ages told without their noun, spans of watching, groups with their figures, asides, and what is better."""

import pytest

from extractor import extract

CASES: list[tuple[str, str, list[str | None]]] = [
    # a word for being old, the unit, or a bracket right behind people
    ("en", "Ninety volunteers (aged 51.2 ± 8.0 years) came.", ["age"]),
    ("en", "Nine volunteers, aged 20 to 70 years (mean 44.1 ± 9.5), came.", ["age"]),
    ("en", "There were 12 boys and 28 girls (11.3 ± 1.9 years).", ["male sex", "female sex", "age"]),
    ("en", "The visitors were 61.4 ± 3.2 years old.", ["age"]),
    ("zh", "共有男性9例（45.2±3.1岁）。", ["年龄"]),
    # near misses: people who have been for years what they are called, and an age that has its noun
    ("en", "Gout was seen in diabetic patients (12.1 ± 3.0 years).", ["Gout"]),
    ("en", "Mean age at onset was 45 years of age.", ["age"]),
    # a span of time before the word for watching
    ("en", "With 30 months of median follow-up, relapse was seen in 5%.", ["follow-up", "relapse"]),
    # what a plus sign joins is one name, which a preposition holds
    ("en", "Relapse was seen in 5% of those on abc + def, 9% of those on abc + ghi.", ["Relapse", "Relapse"]),
    # a bracket of groups, whose names no lexicon knows
    ("en", "Pain rose (single dose, 31.0 mm; repeated dose, 17.6 mm; placebo, 16.8 mm).", ["Pain"] * 3),
    ("en", "Nausea (QR-LMN, 66.4%; RLMN, 44.7%) was seen.", ["Nausea"] * 2),
    ("zh", "头痛发生率不同（单剂组，12.0%；复剂组，9.0%）。", ["头痛", "头痛"]),
    # parallel items: where the phrase before one figure is a group, so is the next; a label between two compared
    ("en", "Pain was rarer with cold water (5%) or cold warmed water (9%).", ["Pain", "Pain"]),
    ("en", "Pain was rarer with qrl 0.4 mg (5%) and qrl 0.6 mg (9%), but not qrl 0.2 mg (7%).", ["Pain"] * 3),
    ("en", "Early death (6% crystalloid versus 4% plain colloid) was rare.", ["Early death"] * 2),
    # near misses: the phrase before the first figure is its outcome; what is told beside a group
    ("en", "There was less cold pain (5%) and cold numbness (9%).", ["cold pain", "cold numbness"]),
    ("en", "Nausea was more common with drug A (5%), and skin sloughing (9%).", ["Nausea", "skin sloughing"]),
    # asides: what a name means, how it was measured, what it takes in
    ("en", "Sepsis, characterised by chills and fever, occurred in 5% and 9%.", ["Sepsis"] * 2),
    ("en", "There was a rise in grip strength, as measured by a spring (12.1 ± 2.0 kg).", ["grip strength"]),
    ("en", "Bleeding, including nosebleeds, was seen in 5%.", ["Bleeding"]),
    ("en", "Relapse was rarer in the first group (n=40; 5%).", ["Relapse"]),
    ("zh", "出血，包括鼻出血，见于5%的患者。", ["出血"]),
    # near miss: what is taken in has figures of its own
    ("en", "Bleeding was seen in 20%, including nosebleeds in 5%.", ["Bleeding", "nosebleeds"]),
    # figures in the order of what is listed before the verb, though only the last has the whole name
    (
        "en",
        "Systolic and diastolic blood pressure fell by 10.1 and 5.2 mm Hg, respectively.",
        ["Systolic", "diastolic blood pressure"],
    ),
    (
        "en",
        "Early and late relapse were more common in men (16% v 11% and 25% v 19%, respectively).",
        ["Early", "Early", "late relapse", "late relapse"],
    ),
    # what was done to what
    ("en", "Screening was completed by 18% of the visitors.", ["Screening was completed"]),
    ("en", "Ear infection was ruled out in 67%.", ["Ear infection was ruled out"]),
    ("en", "Delivery was delayed by more than 9 days in 14 of 20 women.", ["Delivery was delayed by more than 9 days"]),
    # words for how and how often are no name; the name before them goes on
    ("en", "Ear ringing had a lower incidence in the first group (12% vs 14%).", ["Ear ringing"] * 2),
    ("en", "Relapse was 9% and was higher with open than with closed windows (11% vs 4%).", ["Relapse"] * 3),
    # a hyphen holds a compound together
    ("en", "Self-reported time to QRF was 10.4 months.", ["Self-reported time to QRF"]),
    # what fills a bracket, harms of a kind, and scores at a follow-up
    ("en", "Ninety men with gout came (52% married; mean height, 170 cm).", ["married", "height"]),
    ("en", "Adverse events of nausea (30%) were seen.", ["nausea"]),
    ("en", "Knee scores were higher at the follow-up time (80.2 ± 10.2 versus 72.5 ± 14.7).", ["Knee scores"] * 2),
    ("en", "About 90% of each group were clinically improved after 4 days.", ["clinically improved"]),
    # behind a semicolon the figures are of what the sentence names before it; a unit is no name
    ("en", "Vomiting was more common in the first group; 53% versus 12%.", ["Vomiting"] * 2),
    (
        "en",
        "Hormone release was rarer in the first group (33.6 pg/min) than in the second (67.0 pg/min).",
        ["Hormone release"] * 2,
    ),
    # near misses: the verb says no more than the name, or tells an amount
    ("en", "Remission was achieved in 67%.", ["Remission"]),
    ("en", "Pain was seen in 67% and was reduced by 12%.", ["Pain", "Pain"]),
    # near miss: the bracket lists kinds of harm
    ("en", "Adverse events were seen (rash, 12%; cramps, 9%).", ["rash", "cramps"]),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), CASES)
def test_names(language: str, sentence: str, wanted: list[str | None]) -> None:
    record = extract(("Results: " if language == "en" else "结果：") + sentence)
    read = record.en if language == "en" else record.zh
    assert read is not None
    names = {o.id: (o.name, *o.aliases) for o in read.outcomes}
    facts = sorted((*read.estimates, *read.adverse_events), key=lambda f: f.span)
    told = [names.get(f.outcome or "", ()) for f in facts]
    assert len(told) == len(wanted), told
    assert all(one in some for one, some in zip(wanted, told, strict=True)), told


TESTS: list[tuple[str, list[str]]] = [
    # the P value in the bracket of 'significant' is of what follows
    ("The visitors had significantly (P=0.01) more severe cramps than the others.", ["severe cramps"]),
    ("The pill led to a significant (P=0.04) rise in grip strength.", ["grip strength"]),
    ("Pain was significantly (P=0.03) lower in the first group.", ["Pain"]),
    # in what one group did better
    ("QRL was superior to placebo for ear ringing (P=0.02).", ["ear ringing"]),
    ("QRL was also superior to placebo for relief from itching (P=0.02) and ringing (P=0.03).", ["itching", "ringing"]),
    ("Ear ringing significantly favoured QRL over LMN (rank test, P=0.01).", ["Ear ringing"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), TESTS)
def test_p_values(sentence: str, wanted: list[str]) -> None:
    read = extract("Results: " + sentence).en
    assert read is not None
    names = {o.id: o.name for o in read.outcomes}
    assert [names.get(t.outcomes[0]) if t.outcomes else None for t in read.tests] == wanted
