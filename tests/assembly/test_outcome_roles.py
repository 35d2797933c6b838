"""What an abstract says once about an outcome's names binds them to one outcome."""

import pytest

from extractor import extract
from extractor.record.entities import Outcome

HEAD = "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: "


def outcomes(sentence: str) -> tuple[Outcome, ...]:
    """The outcomes of one results sentence."""
    record = extract(HEAD + sentence)
    assert record.en is not None
    return tuple(record.en.outcomes)


def test_a_role_between_commas_is_of_its_subject() -> None:
    """'Relapse, the primary outcome, was rarer': one outcome, primary."""
    found = outcomes("Wound closure, the primary outcome, was higher with drug A (25% vs 14%).")
    assert len(found) == 1
    assert found[0].role == "primary"
    assert "Wound closure" in (found[0].name, *found[0].aliases)


def test_a_role_that_is_no_apposition_names_nothing() -> None:
    """A comma before a clause of its own binds nothing to the role."""
    found = outcomes("Relapse was seen in 5%, the primary outcome, death, in 8%.")
    assert all(o.role != "primary" or "elapse" not in o.name for o in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Results: Sensitivity was 81%, specificity was 62%.", 2),
        ("Results: Serum SOD levels were 12 U/mL at week 2, and SOD was 15 U/mL at week 9.", 1),
        ("Results: Overall survival was 81% at 1 year. OS was 62% at 3 years.", 1),
    ],
)
def test_one_concept_several_measures(text: str, wanted: int) -> None:
    """Names of one concept are one outcome only where they name one measure."""
    found = extract(text).en
    assert found is not None
    assert len(found.outcomes) == wanted
