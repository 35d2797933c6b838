"""PubMed XML: both abstracts, their sections, and what surrounds them."""

import gzip
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import InputError
from extractor.readers import Result, read

ARTICLE = """<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
<Journal><JournalIssue><PubDate><MedlineDate>2019 Jan-Feb</MedlineDate></PubDate></JournalIssue>
<Title>Annals of Examples</Title></Journal><ArticleTitle>Drug A: a <i>trial</i>.</ArticleTitle>
<ELocationID EIdType="doi">10.1234/a</ELocationID>{abstract}
<AuthorList><Author><LastName>Muster</LastName><ForeName>Anna B</ForeName></Author>
<Author><CollectiveName>Example Group</CollectiveName></Author></AuthorList>
<VernacularTitle>甲药试验</VernacularTitle></Article>{other}</MedlineCitation></PubmedArticle>"""
ABSTRACT = """<Abstract><AbstractText Label="METHODS" NlmCategory="METHODS">We gave
 10<sup>9</sup>/L of CO<sub>2</sub>.</AbstractText>
<AbstractText Label="RESULTS">It <b>helped</b>.</AbstractText>
<AbstractText>More.</AbstractText><CopyrightInformation>None</CopyrightInformation></Abstract>"""
OTHER = '<OtherAbstract Language="{code}"><AbstractText>目的: 观察。 结果: 有效。</AbstractText></OtherAbstract>'


def _set(*articles: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<PubmedArticleSet>{"".join(articles)}</PubmedArticleSet>'.encode()


def _article(pmid: int = 123, abstract: str = ABSTRACT, other: str = "") -> str:
    return ARTICLE.format(pmid=pmid, abstract=abstract, other=other)


def _read(content: bytes, folder: Path, name: str = "x.xml") -> list[Result]:
    path = folder / name
    path.write_bytes(content)
    return list(read(path))


@pytest.mark.parametrize("code", ["chi", "zho", "zh-CN"])
def test_both_abstracts_are_read(code: str, tmp_path: Path) -> None:
    (document,) = _read(_set(_article(other=OTHER.format(code=code))), tmp_path)
    assert isinstance(document, Document)
    english = document.abstracts["en"]
    assert english.text == "METHODS: We gave 10⁹/L of CO₂.\nRESULTS: It helped.\nMore."
    assert [(s.label, s.span.of(english.text)) for s in english.sections] == [
        ("METHODS", "METHODS: We gave 10⁹/L of CO₂."),
        ("RESULTS", "RESULTS: It helped."),
    ]
    assert document.abstracts["zh"].text == "目的: 观察。 结果: 有效。"
    assert document.abstracts["zh"].title == "甲药试验"


def test_what_identifies_the_article_is_read(tmp_path: Path) -> None:
    (document,) = _read(_set(_article()), tmp_path)
    assert isinstance(document, Document)
    known = document.bibliography
    assert document.id == known.pmid == "123"
    assert (known.journal, known.year, known.doi) == ("Annals of Examples", 2019, "10.1234/a")
    assert known.authors == ("Muster Anna B", "Example Group")
    assert known.titles == {"en": "Drug A: a trial.", "zh": "甲药试验"}


def test_an_abstract_in_an_unknown_language_is_left_out(tmp_path: Path) -> None:
    spanish = '<OtherAbstract Language="spa"><AbstractText>Fue mejor.</AbstractText></OtherAbstract>'
    (document,) = _read(_set(_article(other=spanish)), tmp_path)
    assert isinstance(document, Document)
    assert list(document.abstracts) == ["en"]


def test_an_article_without_abstract_costs_only_itself(tmp_path: Path) -> None:
    first, bad, last = _read(_set(_article(1), _article(2, abstract=""), _article(3)), tmp_path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, InputError)
    assert (bad.index, last.source.index) == (1, 2)
    assert "PMID 2" in str(bad)


@pytest.mark.parametrize("name", ["x.xml", "x.xml.gz", "x"])
@pytest.mark.parametrize("packed", [False, True])
def test_the_format_is_known_by_suffix_or_content(name: str, packed: bool, tmp_path: Path) -> None:  # noqa: FBT001
    content = _set(_article())
    (document,) = _read(gzip.compress(content) if packed else content, tmp_path, name)
    assert isinstance(document, Document)
    assert document.source.format == "pubmed"


def test_no_other_file_is_ever_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
    (document,) = _read(_set(_article(abstract=ABSTRACT.replace("More", "More &e;")), head=head), tmp_path)
    assert isinstance(document, Document)
    assert "SECRET" not in document.abstracts["en"].text


def test_a_file_cut_short_gives_what_it_holds(tmp_path: Path) -> None:
    first, bad = _read(_set(_article(1), _article(2))[:-200], tmp_path)
    assert isinstance(first, Document)
    assert isinstance(bad, InputError)
    assert "well-formed" in str(bad)


@pytest.mark.parametrize("content", [b"<a/>", b"hello", _set()])
def test_what_holds_no_article_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"x\.xml: "):
        _read(content, tmp_path)
