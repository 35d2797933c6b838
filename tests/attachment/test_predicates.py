"""What the verb of a clause says: the outcome of the figures that are its subject, and no part of any name."""

import pytest

from extractor import extract
from extractor.record.record import Extraction

HEAD = "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: "

NAMES: list[tuple[str, list[str | None]]] = [
    # the verb with what belongs to it, behind what tells the people apart
    ("5% of the patients treated with drug A by nurses stopped insulin.", ["stopped insulin"]),
    ("12% of those who attended the clinic resumed smoking.", ["resumed smoking"]),
    ("40% of the women did not need any plaster.", ["need any plaster"]),
    ("7% reported to the operator that they had quit smoking.", ["quit smoking"]),
    ("72% indicated that they would use the kit.", ["use the kit"]),
    # in words that no rule foresees: up to the next mark, whoever is counted stands before the verb
    ("24% of the women relocated.", ["relocated"]),
    ("12 (20%) in drug A and 9 (15%) in drug B, respectively, relocated.", ["relocated", "relocated"]),
    ("Twelve (20%) of 60 women were involved in choirs.", ["involved in choirs"]),
    ("At month 3, 54% started treatment with ointment.", ["started treatment with ointment"]),
    ("Patients with drug A asked for less ointment (17%) than those with drug B (30%).", ["ointment", "ointment"]),
    # near miss: the verb of a relative clause says who they are
    ("24% of the women who relocated had cramps.", ["cramps"]),
    # before the figures
    ("More patients on drug A quit smoking (45% vs 21%).", ["quit smoking", "quit smoking"]),
    ("Women opted for an implant (61%).", ["opted for an implant"]),
    # what a copula says of those counted, and what caused or befell them
    ("All were assessable for relapse, and 12% were free of pain.", ["free of pain"]),
    ("Three patients died because of colitis, and 2 owing to gout.", ["died because of colitis", "gout"]),
    (
        "There were 2 deaths due to sepsis and 3 deaths of unknown cause.",
        ["deaths due to sepsis", "deaths of unknown cause"],
    ),
    ("Harms were 6 (9%) with vomiting, 2 (3%) with nausea, and gout.", ["vomiting", "nausea"]),
    # near miss: the copula tells the size of what the figure is of
    ("Relapse was seen in 5%, and the relapse rate of 12% was higher.", ["Relapse", "Relapse"]),
    # near miss: an outcome, not people, does what the verb says
    ("Pneumonia started sooner (20% vs 30%).", ["Pneumonia", "Pneumonia"]),
    # a verb is no part of a name, and what an analysis or a treatment does leads to the outcome behind
    ("Drug A caused an increase in appetite (20% vs 10%).", ["appetite", "appetite"]),
    ("Clotting resulted in 18 of 23 patients.", ["Clotting"]),
    # near misses: behind a hyphen a verb is part of a compound; what follows a consequence belongs to the name
    ("Self-started visits were rare (5%).", ["Self-started visits"]),
    ("Bleeding leading to transfusion came in 5%.", ["Bleeding leading to transfusion"]),
    # a condition and a relative clause say of whom, not what
    ("Relapse was likelier if they were smokers (20% vs 10%).", ["Relapse", "Relapse"]),
    ("Adverse events that led to death occurred in 2%.", ["Adverse events"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), NAMES)
def test_names(sentence: str, wanted: list[str | None]) -> None:
    """Each figure of the sentence with the name of its outcome."""
    found = read(sentence)
    names = {o.id: o.name for o in found.outcomes}
    facts = sorted((*found.estimates, *found.adverse_events), key=lambda f: f.span)
    assert [names.get(f.outcome or "") for f in facts] == wanted


def test_a_verb_ends_the_name_of_an_arm() -> None:
    """'drug B alone recovered': the arm is drug B."""
    found = read("30 patients (50%) allocated to drug A and 20 (33%) allocated to drug B alone recovered.")
    assert not [n for arm in found.arms for n in (arm.name, *arm.aliases) if "recovered" in n]
    assert {o.name for o in found.outcomes} == {"recovered"}


def read(sentence: str) -> Extraction:
    """The record's extraction of one results sentence."""
    found = extract(HEAD + sentence).en
    assert found is not None
    return found
