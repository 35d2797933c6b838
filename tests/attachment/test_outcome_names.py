"""Of what each figure of a short sentence is: the outcome's name, in order of the figures."""

import pytest

from extractor import extract
from extractor.record.record import Extraction

HEAD = {
    "en": "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: ",
    "zh": "方法：将120例患者随机分为A组（60例）和B组（60例）。结果：",
}

NAMES: list[tuple[str, str, list[str | None]]] = [
    # one verb behind a list of figures
    ("en", "Relapse was seen in 5%; 12% with drug A and 20% with drug B had nausea.", ["Relapse", "nausea", "nausea"]),
    ("en", "At a mean of 9 months of follow-up, 5% of patients had headache.", ["follow-up", "headache"]),
    ("en", "20% and 30%, respectively, developed jaundice.", ["jaundice", "jaundice"]),
    ("zh", "A组有5例（8.3%）、B组有9例（15.0%）发生头痛。", ["头痛", "头痛"]),
    # near misses: a figure that has its own outcome keeps it
    ("en", "Relapse occurred in 5%, and 3% had vomiting.", ["Relapse", "vomiting"]),
    ("zh", "复发率为5%，3例出现呕吐。", ["复发率", "呕吐"]),
    ("en", "Pain was seen in 9%, and 35% vs 19% reported any improvement.", ["Pain", *["any improvement"] * 2]),
    # a word for a place right before a name is part of it; a place of its own is not
    ("en", "Clinic attendance was 80%.", ["Clinic attendance"]),
    ("en", "Across 12 clinics attendance was 20%.", ["attendance"]),
    # what a list counts is tied to each of its counts
    (
        "en",
        "The lesions differed, including 20 lesions with marked oedema, 4 with slight oedema and 2 with cramps.",
        ["marked oedema", "slight oedema", "cramps"],
    ),
    (
        "en",
        "There were 9 cases of traffic injury, 1 case of late gout, and 8 cases of combined infection of skin.",
        ["traffic injury", "late gout", "combined infection of skin"],
    ),
    ("en", "In all, 55% presented with rash and 45% with mild rash.", ["rash", "mild rash"]),
    # near miss: what a verb leads to are groups
    ("en", "Relapse was 72% with brisk walking and 71% with slow walking.", ["Relapse", "Relapse"]),
    # a bracket keeps its own outcomes to itself, but not the name it stands behind
    (
        "en",
        "Infection was seen in 13 (8 with thrush, 5 with herpes) and in 10 with drug B.",
        ["Infection", "thrush", "herpes", "Infection"],
    ),
    # how far those counted had to come is part of the outcome
    (
        "en",
        "Of all, 26% of the patients with drug A and 9% of those with drug B achieved a 50% reduction in cramps.",
        ["50% reduction in cramps"] * 2,
    ),
    ("en", "The women on drug A had a 33% reduction in cramps.", ["cramps"]),
    # a follow-up tells when, and the clause goes on behind it
    ("en", "Survival at a median follow-up of 20 months was 11 months.", ["follow-up", "Survival"]),
    # completion, as a verb behind the share and before it
    ("en", "A total of 90% of the patients completed three cycles.", ["completed three cycles"]),
    ("en", "More patients completed the trial (92% vs. 77%).", ["completed the trial", "completed the trial"]),
    # the event, not adverse events as such
    ("en", "The most common adverse event was nausea (20%).", ["nausea"]),
    ("zh", "最常见的不良反应为恶心（20%）。", ["恶心"]),
    ("en", "The most common symptom was cramps (20%).", ["cramps"]),
    ("zh", "最常见的症状为耳鸣（20%）。", ["耳鸣"]),
    # near miss: the subject is the event, the predicate a kind of events
    ("en", "Cramps were the most common symptom (20%).", ["Cramps"]),
    # a contrast goes on with the outcome before it, whatever tells the groups apart
    (
        "en",
        "Median survival was 20 months, which was longer than in those with fistulas (12 months).",
        ["survival"] * 2,
    ),
    ("zh", "A组中位生存期为20个月，显著长于有瘘管者的12个月。", ["生存期", "生存期"]),
    # near miss: the contrast is over
    ("en", "Nausea was seen in 20%, more often than with drug B, and cramps in 4%.", ["Nausea", "cramps"]),
    # what a rate is per is no outcome
    ("en", "The detection rate was 3 per 1000 visits and 5 per 1000 visits.", ["detection rate", "detection rate"]),
    # a list of pairs goes with as many outcomes
    (
        "en",
        "Cramps and fistulas were seen in 12% vs 14% and 3% vs 4%, respectively.",
        ["Cramps", "Cramps", "fistulas", "fistulas"],
    ),
    ("zh", "发现，耳鸣、眩晕、复视以及便血的发生率分别为12%、14%、3%及4%。", ["耳鸣", "眩晕", "复视", "便血"]),
    # the sex of the people, and what a clause says of its subject
    ("en", "The trial HX-9 included 80 adults: 85% men, 47% white.", ["men", "white"]),
    ("en", "Of those who returned, 57% contacted a pharmacy.", ["contacted a pharmacy"]),
    # two outcomes, dealt to one group after the other
    (
        "en",
        "Cramp and fistula rates were 12% and 3% in women and 14% and 4% in men.",
        ["Cramp", "fistula rates", "Cramp", "fistula rates"],
    ),
    ("en", "Patients had fewer cramps (primary end point; 12% vs 30%).", ["cramps", "cramps"]),
    ("zh", "A法可达到81%的灵敏度和62%的特异度。", ["灵敏度", "特异度"]),
    (
        "en",
        "Rates were 12 per 1000 patient-years for cramps and 3 per 1000 patient-years for fistula.",
        ["cramps", "fistula"],
    ),
    # the object of a change behind its amount, figure by figure
    ("en", "Drug A induced a 37% reduction in appetite and a 9% increase of thirst.", ["appetite", "thirst"]),
    # near miss: no object
    ("en", "Appetite showed a 37% reduction with drug A.", ["Appetite"]),
    # what tells people apart is not what the next figure is of
    ("en", "Ferritin was 11 g/L in those without gout and 16 g/L in those with fistulas (P=0.2).", ["Ferritin"] * 2),
    # a list in brackets behind names no figure before it
    ("en", "The mean weight was 104 kg, and 73% had acidosis (gout or fistula).", ["weight", "acidosis"]),
    # labels of groups in the bracket of the figures, and what is compared
    ("en", "Relapse rates were similar (XYZ, 63% v QRS, 69%).", ["Relapse rates"] * 2),
    ("en", "Survival was longer in one group (Gp-Ba: 9 months; Gp-Ca: 7 months).", ["Survival"] * 2),
    ("en", "Relapse differed between XY-1 (64%) and XY-2 (67%).", ["Relapse", "Relapse"]),
    # near misses: kinds of harm, and one phrase for both groups
    ("en", "Adverse events were mild (prickling, 5%; hiccups, 3%).", ["prickling", "hiccups"]),
    ("en", "Relapse was rare (local pT0, 23% v 15%).", ["local pT0"] * 2),
    # what `or` joins is one outcome; what `and` joins are several
    ("en", "The rate of death, stroke, or gout was lower (12% vs 30%).", ["death, stroke, or gout"] * 2),
    ("en", "Drug A led to a higher frequency of ventilation or death (12%).", ["ventilation or death"]),
    ("en", "Relapse and death occurred in 12% and 3%, respectively.", ["Relapse", "death"]),
    # words of comparing open no name
    ("en", "Patients had lower interleukin exposure (40% vs 50%).", ["interleukin exposure"] * 2),
    # a span of time is no outcome; the tail of a chain of names is its head
    ("zh", "在监测期内，A组发病3例。", ["发病"]),
    ("zh", "血乳酸预测死亡的曲线下面积为0.81。", ["曲线下面积"]),
]


@pytest.mark.parametrize(("language", "sentence", "wanted"), NAMES)
def test_names(language: str, sentence: str, wanted: list[str | None]) -> None:
    """Each figure of the sentence with the name of its outcome."""
    found = read(language, sentence)
    names = {o.id: o.name for o in found.outcomes}
    facts = sorted((*found.estimates, *found.adverse_events), key=lambda f: f.span)
    assert [names.get(f.outcome or "") for f in facts] == wanted


def test_p_value_behind_what_is_compared() -> None:
    """'no difference in relapse (P=0.3)': a test is of what the words of comparing lead to."""
    found = read("en", "Pain was noted in 9%. There was no difference in relapse (P=0.3) or in survival (P=0.5).")
    names = {o.id: o.name for o in found.outcomes}
    assert [[names[i] for i in t.outcomes] for t in found.tests] == [["relapse"], ["survival"]]


RATIOS: list[tuple[str, list[str]]] = [
    (
        "Age and smoking raised the likelihood of relapse (HR, 1.4; 95% CI, 1.1 to 1.9; and HR, 1.9, respectively).",
        ["relapse", "relapse"],
    ),
    ("Drug A caused more vomiting (relative risk of any episode 1.24, 95% CI 1.02 to 1.5).", ["vomiting"]),
    (
        "Gout (OR, 2.2; 95% CI, 1.1 to 3.9); and age (OR, 1.9) were both associated with higher odds of relapse.",
        ["relapse", "relapse"],
    ),
    ("Drug A was associated with longer survival in smokers (HR, 0.5; 95% CI, 0.3 to 0.8).", ["survival"]),
    # near miss: each ratio has its own outcome
    (
        "Smoking had a higher risk of relapse (HR 1.3, 95% CI 1.1 to 1.5) and death (HR 1.5, 95% CI 1.2 to 1.9).",
        ["relapse", "death"],
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), RATIOS)
def test_ratios(sentence: str, wanted: list[str]) -> None:
    """Ratios of several factors are of one outcome; those that have a name before them are of that."""
    found = read("en", sentence)
    names = {o.id: o.name for o in found.outcomes}
    effects = sorted(found.effects, key=lambda f: f.span)
    assert [names.get(f.outcome or "") for f in effects] == wanted


def test_the_plain_name_of_what_a_verb_tells() -> None:
    """'died' is also listed as 'death', 'women' as 'female sex'."""
    found = read("en", "12 women and 18 men were included, and 5 patients died.")
    aliases = {o.name: o.aliases for o in found.outcomes}
    assert "death" in aliases["died"]


def read(language: str, sentence: str) -> Extraction:
    """The record's extraction of one results sentence."""
    record = extract(HEAD[language] + sentence)
    found = record.en if language == "en" else record.zh
    assert found is not None
    return found


DIFFERENCES: list[tuple[str, str]] = [
    ("Drug A led to a 23% lower risk of fistula.", "fistula"),
    ("Drug A led to a 14% (95% CI, 1 to 27) relative reduction in cramp severity.", "cramp severity"),
    # near miss: nothing of what is compared is named behind
    ("The fistula rate was 12% lower with drug A.", "fistula rate"),
]


@pytest.mark.parametrize(("sentence", "wanted"), DIFFERENCES)
def test_differences(sentence: str, wanted: str) -> None:
    """'a 23% lower risk of X': the words of comparing behind a difference lead to what it is of."""
    found = read("en", sentence)
    names = {o.id: o.name for o in found.outcomes}
    assert [names.get(f.outcome or "") for f in found.effects] == [wanted]


CAUSES: list[tuple[str, list[str]]] = [
    ("Death from sepsis occurred in 4 patients and mortality was 12%.", ["Death from sepsis", "mortality"]),
    ("Mortality from liver failure was 7%.", ["Mortality from liver failure"]),
    ("One patient died from heart failure.", ["died from heart failure"]),
    # near misses: where a change begins, and where people are
    ("Mortality from baseline to week 12 was 7%.", ["Mortality"]),
    ("Mortality in women was 7%.", ["Mortality"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), CAUSES)
def test_death_with_its_cause(sentence: str, wanted: list[str]) -> None:
    """'death from sepsis' is no death of any kind; 'from' before a time or figure names no cause."""
    found = read("en", sentence)
    names = {o.id: o.name for o in found.outcomes}
    facts = sorted((*found.estimates, *found.adverse_events), key=lambda f: f.span)
    assert [names.get(f.outcome or "") for f in facts] == wanted
