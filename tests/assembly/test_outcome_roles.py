"""What an abstract says once about an outcome's names binds them to one outcome."""

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
