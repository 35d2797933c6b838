"""PubMed XML, as efetch and the baseline files give it: streamed, one article at a time."""

import html
from collections.abc import Iterator

import regex
from lxml import etree

from extractor.document import Abstract, Bibliography, Document, LabelledSection
from extractor.errors import InputError
from extractor.knowledge import Language, languages
from extractor.readers.reader import Reader, Result
from extractor.readers.source import Input
from extractor.spans import Span
from extractor.text.script import language_of

_ARTICLE = "PubmedArticle"
_OPENING = regex.compile(rb"<(?:!DOCTYPE\s+)?(?:PubmedArticleSet|PubmedArticle|MedlineCitationSet)\b")
_YEAR = regex.compile(r"(?:18|19|20)\d\d")
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ADVICE = "Fetch it again from PubMed (efetch, retmode=xml), or leave such articles out."


def _read(given: Input) -> Iterator[Result]:
    index = 0
    try:
        # Nothing outside the file is ever loaded, and no entity that the file declares is expanded.
        events = etree.iterparse(
            given.stream,
            events=("end",),
            tag=_ARTICLE,
            encoding=given.encoding,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        for _, article in events:
            yield _result(article, given, index)
            index += 1
            article.clear()
            while (parent := article.getparent()) is not None and article.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, LookupError) as error:
        broken = InputError(given.name, f"is not well-formed XML: {error}", _ADVICE, index=index or None)
        if not index:
            raise broken from error
        yield broken
    if not index:
        raise InputError(given.name, "holds no PubMed article", _ADVICE)


def _result(article: etree._Element, given: Input, index: int) -> Result:
    titles = _titles(article)
    abstracts: dict[str, Abstract] = {}
    for element in article.iterfind("MedlineCitation/Article/Abstract"):
        _add(abstracts, _abstract(element, None, titles))
    for element in article.iterfind("MedlineCitation/OtherAbstract"):
        code = element.get("Language")
        spoken = _spoken(code) if code else None
        if spoken or not code:
            _add(abstracts, _abstract(element, spoken, titles))
    known = _bibliography(article, titles)
    if not abstracts:
        named = f"PMID {known.pmid}" if known.pmid else "the article"
        return InputError(given.name, f"{named} has no abstract in a known language", _ADVICE, index=index)
    id_ = known.pmid or known.doi or f"{given.stem}:{index + 1}"
    return Document(id_, given.source(index), abstracts, known)


def _add(abstracts: dict[str, Abstract], abstract: Abstract | None) -> None:
    # The first in a language is the abstract; later ones are summaries for other readers.
    if abstract is not None:
        abstracts.setdefault(abstract.language, abstract)


def _abstract(element: etree._Element, spoken: Language | None, titles: dict[str, str]) -> Abstract | None:
    paragraphs: list[str] = []
    sections: list[LabelledSection] = []
    at = 0
    for part in element.iterfind("AbstractText"):
        body, label = _text(part), " ".join((part.get("Label") or "").split())
        if not body:
            continue
        is_labelled = bool(label) and label.upper() != "UNLABELLED"
        paragraph = f"{label}: {body}" if is_labelled else body
        if is_labelled:
            sections.append(LabelledSection(label, Span(at, at + len(paragraph))))
        paragraphs.append(paragraph)
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    language = spoken or language_of(text)
    if not text or language is None:
        return None
    return Abstract(language.code, text, titles.get(language.code), tuple(sections))


def _titles(article: etree._Element) -> dict[str, str]:
    titles: dict[str, str] = {}
    for tag in ("ArticleTitle", "VernacularTitle"):
        element = article.find(f"MedlineCitation/Article/{tag}")
        title = _text(element) if element is not None else ""
        if spoken := language_of(title):
            titles.setdefault(spoken.code, title)
    return titles


def _bibliography(article: etree._Element, titles: dict[str, str]) -> Bibliography:
    inside = "MedlineCitation/Article/"
    date = _first(article, inside + "Journal/JournalIssue/PubDate/Year") or _first(
        article, inside + "Journal/JournalIssue/PubDate/MedlineDate"
    )
    year = _YEAR.search(date or "")
    return Bibliography(
        titles=titles,
        authors=tuple(filter(None, map(_author, article.iterfind(inside + "AuthorList/Author")))),
        journal=_first(article, inside + "Journal/Title")
        or _first(article, "MedlineCitation/MedlineJournalInfo/MedlineTA"),
        year=int(year.group()) if year else None,
        doi=_first(article, inside + "ELocationID[@EIdType='doi']")
        or _first(article, "PubmedData/ArticleIdList/ArticleId[@IdType='doi']"),
        pmid=_first(article, "MedlineCitation/PMID"),
    )


def _author(element: etree._Element) -> str:
    names = [_first(element, "LastName"), _first(element, "ForeName") or _first(element, "Initials")]
    return " ".join(name for name in names if name) or _first(element, "CollectiveName") or ""


def _first(element: etree._Element, path: str) -> str | None:
    found = element.find(path)
    return (_text(found) or None) if found is not None else None


def _spoken(code: str) -> Language | None:
    """The language that a format's code means."""
    return next(
        (one for one in languages() if any(p.regex.search(code) for p in one.patterns_of("language_code"))),
        None,
    )


def _text(element: etree._Element) -> str:
    """The text in an element: white space evened out, raised and lowered characters as such, not as "109"."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        # An entity that is not expanded, or a comment or instruction; only the former is text.
        yield html.unescape(element.text or "") if element.tag is etree.Entity else ""
        return
    inner = [element.text or ""]
    for child in element:
        inner += _pieces(child)
        inner.append(child.tail or "")
    table = _RAISED if element.tag == "sup" else _LOWERED if element.tag == "sub" else {}
    yield "".join(inner).translate(table)


READER = Reader(
    name="pubmed",
    what="PubMed XML (efetch or baseline), also compressed",
    suffixes=(".xml", ".nxml"),
    sniff=lambda head: _OPENING.search(head) is not None,
    read=_read,
)
