"""The spaCy components, alone and in a pipeline of the user's own."""

from importlib.metadata import entry_points

import pytest
import spacy

from extractor.errors import BitrialError
from extractor.record.record import Record
from extractor.spacy_pipe import RECORD, SECTIONS, SENTENCES, blank

EN = (
    "BACKGROUND: The drug was compared vs. placebo. "
    "RESULTS: Of 203 patients, 5.5% responded (HR=0.78(95%CI:0.62-0.98)). "
    "All took it b.i.d. for a year."
)
ZH = "目的:比较两药疗效。结果:治疗组有效率为85.0%,对照组为70.0%。风险比为0.78。"


def test_sentences_do_not_end_within_numbers_or_abbreviations() -> None:
    assert [s.text for s in blank("zh")(ZH).sents][-1] == "风险比为0.78。"
    assert [s.text for s in blank("en")(EN).sents][-1] == "All took it b.i.d. for a year."


def test_sections_are_labelled_spans() -> None:
    doc = blank("en")(EN)

    assert [span.label_ for span in doc.spans["bitrial.sections"]] == ["background", "results"]
    assert "".join(span.text_with_ws for span in doc.spans["bitrial.sections"]) == EN


@pytest.mark.parametrize(("code", "text"), [("en", EN), ("zh", ZH)])
def test_the_record_and_its_facts(code: str, text: str) -> None:
    doc = blank(code)(text)
    record = doc._.bitrial

    assert isinstance(record, Record)
    extraction = record.en if code == "en" else record.zh
    assert extraction is not None
    assert extraction.text == doc.text
    assert extraction.estimates
    facts = doc.spans["bitrial.facts"]
    assert {span.label_ for span in facts} <= {"sample_size", "estimate", "adverse_event", "effect", "test"}
    assert len([span for span in facts if span.label_ == "estimate"]) == len(extraction.estimates)


def test_spans_reach_to_the_edges_of_tokens() -> None:
    doc = blank("en")(EN)
    (effect,) = [span for span in doc.spans["bitrial.facts"] if span.label_ == "effect"]

    assert doc._.bitrial.en.effects[0].value.text == "0.78"
    assert "0.78" in effect.text


@pytest.mark.parametrize("name", [SECTIONS, SENTENCES, RECORD])
def test_each_component_stands_alone_in_a_pipeline(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)

    assert nlp(EN).text == EN
    assert nlp("").text == ""


def test_a_language_without_patterns_is_refused() -> None:
    with pytest.raises(BitrialError, match=r"no patterns for 'fr'.*en, zh"):
        blank("fr")("Bonjour.")


def test_the_components_are_found_without_an_import() -> None:
    found = {point.name: point.value for point in entry_points(group="spacy_factories", name=RECORD)}
    if not found:
        pytest.skip("the project is not installed here; ./check runs this in an environment where it is")

    assert found == {RECORD: "extractor.spacy_pipe:record_factory"}
