"""bitrial inside a spaCy pipeline: sections, sentences and the record of a Doc that holds one abstract.

>>> doc = blank("zh")("结果:有效率为85.0%。两组比较,P<0.05。")
>>> [sentence.text for sentence in doc.sents]
['结果:有效率为85.0%。', '两组比较,P<0.05。']
"""

from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from extractor import knowledge
from extractor.document import Abstract, Document, Source
from extractor.errors import BitrialError
from extractor.pipeline import extract_document
from extractor.record.record import Extraction, Record
from extractor.spans import Span
from extractor.text.sections import Section, sections
from extractor.text.sentences import sentences
from extractor.text.view import view

SECTIONS = "bitrial_sections"
SENTENCES = "bitrial_sentences"
RECORD = "bitrial_record"
SECTION_SPANS = "bitrial.sections"
FACT_SPANS = "bitrial.facts"
EXTENSION = "bitrial"

Component = Callable[[Doc], Doc]

if not Doc.has_extension(EXTENSION):
    Doc.set_extension(EXTENSION, default=None)


@Pipeline.factory(SECTIONS)
def sections_factory(nlp: Pipeline, name: str) -> Component:  # noqa: ARG001 - spaCy gives both
    """`doc.spans["bitrial.sections"]`: one span a section, labelled with its kind."""
    return _add_sections


@Pipeline.factory(SENTENCES)
def sentences_factory(nlp: Pipeline, name: str) -> Component:  # noqa: ARG001 - spaCy gives both
    """`doc.sents` by our own rule, which does not end a Chinese sentence within a number."""
    return _set_sentences


@Pipeline.factory(RECORD)
def record_factory(nlp: Pipeline, name: str) -> Component:  # noqa: ARG001 - spaCy gives both
    """`doc._.bitrial`, the Record; `doc.spans["bitrial.facts"]`, a span a fact, labelled with its class."""
    return _add_record


def blank(code: str) -> Pipeline:
    """A pipeline with nothing but the three components."""
    nlp = spacy.blank(code)
    for name in (SECTIONS, SENTENCES, RECORD):
        nlp.add_pipe(name)
    return nlp


def _add_sections(doc: Doc) -> Doc:
    found = (_tokens(doc, section.span, section.kind) for section in _sections(doc))
    doc.spans[SECTION_SPANS] = [span for span in found if span is not None]
    return doc


def _set_sentences(doc: Doc) -> Doc:
    language = _language(doc)
    found = sentences(view(doc.text, language), _sections(doc), language)
    spans = (_tokens(doc, sentence, "") for sentence in found)
    starts = {span.start for span in spans if span is not None}
    for token in doc:
        token.is_sent_start = token.i in starts
    return doc


def _add_record(doc: Doc) -> Doc:
    code = _language(doc).code
    document = Document("doc", Source("doc", "spacy"), {code: Abstract(code, doc.text)})
    record = extract_document(document)
    doc._.bitrial = record
    found = (_tokens(doc, span, label) for label, span in _facts(record))
    doc.spans[FACT_SPANS] = [span for span in found if span is not None]
    return doc


def _sections(doc: Doc) -> tuple[Section, ...]:
    language = _language(doc)
    return sections(Abstract(language.code, doc.text), view(doc.text, language), language)


def _language(doc: Doc) -> knowledge.Language:
    try:
        return knowledge.language(doc.lang_)
    except KeyError as error:
        known = ", ".join(language.code for language in knowledge.languages())
        raise BitrialError(f"there are no patterns for {doc.lang_!r}; use a pipeline for {known}") from error


def _facts(record: Record) -> Iterator[tuple[str, Span]]:
    for extraction in (record.en, record.zh):
        if extraction is not None:
            yield from _facts_of(extraction)


def _facts_of(extraction: Extraction) -> Iterator[tuple[str, Span]]:
    yield from (("sample_size", Span(*fact.span)) for fact in extraction.sample_sizes)
    yield from (("estimate", Span(*fact.span)) for fact in extraction.estimates)
    yield from (("adverse_event", Span(*fact.span)) for fact in extraction.adverse_events)
    yield from (("effect", Span(*fact.span)) for fact in extraction.effects)
    yield from (("test", Span(*fact.span)) for fact in extraction.tests)


def _tokens(doc: Doc, span: Span, label: str) -> DocSpan | None:
    """The tokens that a stretch of the text touches; None where it touches none."""
    return doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
