"""From a document to its record: the steps in order, and nothing else."""

from decimal import Decimal

from extractor.agreement import compare
from extractor.arithmetic import check
from extractor.assembly import assemble
from extractor.assembly.extraction import Reading
from extractor.attachment import attach
from extractor.document import Abstract, Document, Source
from extractor.entities.arms.entity import find_arms
from extractor.entities.cohorts.entity import find_cohorts
from extractor.entities.labels import defined_measures, with_contrasts, with_measures
from extractor.entities.mentions import MentionFinder
from extractor.entities.short_forms import short_forms, with_drugs
from extractor.errors import InputError
from extractor.knowledge import language, languages
from extractor.numerals import scan
from extractor.pieces import reduce_pieces
from extractor.pieces.cutting import cut_sentences
from extractor.record.record import Finding, Record, Registration
from extractor.text.layout import lay_out
from extractor.text.registrations import registrations
from extractor.text.sections import sections
from extractor.text.view import view


def extract(text: str, *, id: str = "text") -> Record:
    """The record of a plain-text document: front matter, an English abstract, a Chinese one, in any order.

    >>> extract("Of 203 patients, 5% responded.").en.estimates[0].value.text
    '5'
    """
    layout = lay_out(text)
    return extract_document(Document(id, Source(id, "text"), layout.abstracts, layout.bibliography))


def extract_document(document: Document) -> Record:
    """The validated record of one document, its languages checked against each other and each by itself.

    Raises InputError where a pattern ran out of time on the text, which no real abstract can cause.
    """
    try:
        extractions = {code: assemble(read(abstract)) for code, abstract in document.abstracts.items()}
    except TimeoutError as error:
        raise InputError(
            document.source.name,
            "a pattern did not come to an end on this text",
            "Leave the record out, and report the text: it is no abstract",
            index=document.source.index,
        ) from error
    found = {code: registered(a) for code, a in document.abstracts.items()}
    en, zh = extractions.get("en"), extractions.get("zh")
    agreement, findings = None, tuple[Finding, ...]()
    if en is not None and zh is not None:
        agreement, findings = compare(
            en,
            zh,
            registrations=(found["en"], found["zh"]),
            numbers_in=numbers_in,
        )
    bibliography = document.bibliography
    return Record.model_validate(
        {
            "id": document.id,
            "source": {
                "name": document.source.name,
                "format": document.source.format,
                "index": document.source.index,
            },
            "bibliography": {
                "title": dict(bibliography.titles),
                "authors": bibliography.authors,
                "journal": bibliography.journal,
                "year": bibliography.year,
                "doi": bibliography.doi,
                "pmid": bibliography.pmid,
            },
            "registrations": tuple(dict.fromkeys(r for printed in found.values() for r in printed)),
            "en": en,
            "zh": zh,
            "agreement": agreement,
            "findings": (*findings, *check(*(e for e in (en, zh) if e is not None))),
        }
    )


def read(abstract: Abstract) -> Reading:
    """Everything that one abstract says, before it is written out."""
    known = language(abstract.language)
    shown = view(abstract.text, known)
    parts = sections(abstract, shown, known)
    cut = cut_sentences(parts, shown, abstract.text, known)
    forms = short_forms(cut, shown)
    plain = [with_drugs(s, shown, forms) for s in cut]
    arms = find_arms(plain, abstract.title, forms, shown, known)
    cohorts = find_cohorts(plain, arms, shown, known, known.code)
    finder = MentionFinder(arms, cohorts)
    marked = [finder.mark(s, shown) for s in plain]
    defined = defined_measures(plain, shown)
    labelled = [with_contrasts(with_measures(s, shown, defined), shown, known) for s in marked]
    reduced = [s.with_pieces(reduce_pieces(s.pieces, known)) for s in labelled]
    controls = frozenset(a.id for a in arms if a.is_control)
    rows = attach(reduced, shown, known, tuple(a.id for a in arms), controls)
    return Reading(known.code, abstract.text, parts, arms, cohorts, rows)


def registered(abstract: Abstract) -> tuple[Registration, ...]:
    """The registration numbers that an abstract prints."""
    found = registrations(view(abstract.text, language(abstract.language)))
    return tuple(dict.fromkeys(Registration(registry=r.registry, id=r.id) for r in found))


def numbers_in(text: str) -> list[tuple[Decimal, tuple[int, int]]]:
    """The numbers of a text in either language's notation, for the search for what was not read as a fact."""
    found = {(n.value, (n.span.start, n.span.end)) for one in languages() for n in scan(view(text, one), one)}
    return sorted(found, key=lambda f: f[1])


__all__ = ["extract", "extract_document", "numbers_in", "read", "registered"]
