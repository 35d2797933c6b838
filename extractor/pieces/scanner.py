"""Cuts a sentence into pieces: at each place the longest of what the lexicon and the numerals can read."""

from functools import cache

import regex

from extractor.knowledge import Language
from extractor.knowledge.lexicon import Sense, TermMatch
from extractor.numerals import Numeral, scanner
from extractor.pieces.piece import Piece
from extractor.spans import Span

_SPACE = regex.compile(r"\s*+")
_NAME = regex.compile(r"[A-Za-z][A-Za-z']*+(?:[-/.]?\d++[A-Za-z]*+)++|\d++-?(?:st|nd|rd|th)\b|[A-Z]{1,4}&[A-Z]{1,4}\b")
_LETTERS = regex.compile(r"-?(?P<word>[A-Za-z][A-Za-z0-9]*+)")
_HYPHENED = regex.compile(r"(?:[A-Z]-[A-Z]{2,}+|[A-Za-z]++-[A-Za-z]++[0-9]++)(?![A-Za-z0-9])")
_GREEK = frozenset("αβγδεζηθικλμνξοπρστυφχψω")
_INDEX = regex.compile(r"[0-9](?=\s*[=:])")
_COUNTED_ON = regex.compile(r"\s?[0-9]")
_INERT = "inert"
_ONE_OF = "one_of_several"
COINED = "~"
"""Opens the code of a drug that no lexicon knows and only its stem (-sartan, -mab) tells."""
_NAMING = frozenset(
    {"drug", "outcome", "adverse_event", "people", "test_name", "arm_role", "name_stop", "comparing", "word"}
)
"""What an inert term may still name: it hides numerals and cues, not things."""

_YEAR = (Sense("number", "year"),)
_YEARS = range(1900, 2061)
_YEAR_DIGITS = 4

_STOPS = frozenset({"name_stop", "alone"})
_UNITS = frozenset({"percent", "time_unit", "unit", "rate_unit", "dose_unit", "people"})


@cache
def _word_sense(kind: str) -> tuple[Sense, ...]:
    return (Sense(kind, ""),)


def scan_pieces(view: str, span: Span, language: Language, raw: str = "") -> list[Piece]:
    """The pieces of `view` within `span`, in order; white space belongs to none.

    A name that mixes letters and digits (CD4, IL-6, beta-1a, 17p13) is one word, unless the letters are a term of the
    lexicon that a figure may be glued to (`CI0.64`, `P0.05`, `60mg`). A unit of one letter before a hyphen and capitals
    is no unit but begins a name (M-VEC), nor is one before a hyphen and a name with digits (rAd-p53); behind a hyphen
    no word is a verb. `raw` is the text as printed, of the same length.
    """
    pieces: list[Piece] = []
    position = span.start
    while True:
        gap = _SPACE.match(view, position, span.end)
        position = gap.end() if gap else position
        if position >= span.end:
            return pieces
        piece = _read(view, position, language, raw, pieces[-1] if pieces else None)
        pieces.append(piece)
        position = piece.span.end


def _read(view: str, position: int, language: Language, raw: str, before: Piece | None) -> Piece:
    term = language.lexicon.match(view, position)
    if term is not None and _runs_into_digits(view, term):
        term = language.lexicon.match(view[: position + 1], position)
    glued = before is not None and before.span.end == position and before.numeral is None and not before.is_a("word")
    number: Numeral | None = scanner(language).match(view, position, glued=glued, raw=raw)
    if number is not None and (term is None or number.span.end > term.end or _is_number_too(view, term, number)):
        end = _name_end(view, number, language)
        return Piece(Span(position, end), _word_sense("word")) if end else _numeral_piece(number)
    if term is not None and _is_size_mark(term) and (index := _INDEX.match(view, term.end)):
        return Piece(Span(position, index.end()), term.senses)
    name = _NAME.match(view, position)
    if name and (term is None or (term.end < name.end() and not _glues(view, term, name.end()))):
        return Piece(Span(position, name.end()), _word_sense("word"))
    hyphened = _HYPHENED.match(view, position)
    runs_on = term is not None and view[term.end : term.end + 1] == "-"
    if hyphened and term is not None and runs_on and any(s.lexicon in _UNITS for s in term.senses):
        return Piece(Span(position, hyphened.end()), _word_sense("word"))
    if term is not None:
        senses = tuple(s for s in term.senses if s.lexicon in _NAMING) if _is_inert(term) else term.senses
        if position and view[position - 1] == "-":
            senses = tuple(s for s in senses if s.lexicon != "verb")
        return Piece(Span(position, term.end), senses or _word_sense("word"))
    return _unknown(view, position, language)


def _unknown(view: str, position: int, language: Language) -> Piece:
    """A hyphen, a drug that its stem tells, or a plain word."""
    if view[position] == "-":
        return Piece(Span(position, position + 1), _word_sense("dash"))
    coined = language.stemmed.match(view, position)
    if coined and not any(_starts_term(view, i, language) for i in range(position + 1, coined.end() - 1)):
        return Piece(Span(*coined.span()), (Sense("drug", COINED + coined[0].lower()),))
    word = language.word.match(view, position)
    end = max(word.end() if word else position + 1, scanner(language).skip(view, position))
    return Piece(Span(position, end), _word_sense("word"))


def _starts_term(view: str, position: int, language: Language) -> bool:
    """Whether a term of more than one character begins inside a word: then the word is not one name."""
    term = language.lexicon.match(view, position)
    return term is not None and term.end - position > 1 and any(s.lexicon != "drug_stem" for s in term.senses)


def _name_end(view: str, number: Numeral, language: Language) -> int | None:
    """The end of the name that begins with these digits (17p13, 22F, 2-hydroxyestrone); None where they are a number.

    Letters that are a unit, or any term of more than one letter, do not make a name of the number before them.
    """
    letters = _LETTERS.match(view, number.span.end)
    if letters is None or number.form != "digits" or number.span.start == number.span.end:
        return None
    start = letters.start("word")
    dashed = start > number.span.end
    if dashed and number.decimals:
        return None
    term = language.lexicon.match(view, start)
    if term is not None and any(s.lexicon in _UNITS for s in term.senses):
        return None
    if term is not None and (term.end >= letters.end() if dashed else term.end - start > 1):
        return None
    return letters.end()


def _runs_into_digits(view: str, term: TermMatch) -> bool:
    """Whether what reads as 'per year' is a slash and the letter of a name: 'T1762/A1764'."""
    rate = any(s.lexicon == "rate_unit" for s in term.senses)
    return (
        rate
        and view[term.end - 1].isascii()
        and view[term.end - 1].isalpha()
        and view[term.end : term.end + 1].isdigit()
    )


def _is_number_too(view: str, term: TermMatch, number: Numeral) -> bool:
    """Whether a number word that a term begins with is a number all the same.

    So it is where the term only ends a name, and where digits follow 'one of': 'one of 12 patients', not 'one of many'.
    """
    if number.span.end == term.end:
        return all(s.lexicon in _STOPS for s in term.senses)
    chosen = any(s.lexicon == _INERT and s.code == _ONE_OF for s in term.senses)
    return chosen and number.form == "words" and _COUNTED_ON.match(view, term.end) is not None


def _is_size_mark(term: TermMatch) -> bool:
    return any(s.lexicon == "size_mark" for s in term.senses)


def _is_inert(term: TermMatch) -> bool:
    return any(s.lexicon == _INERT for s in term.senses)


def _glues(view: str, term: TermMatch, name_end: int) -> bool:
    """Whether the digits behind a term are a figure of its own: `CI0.64`, but not the 4 of `CD4`."""
    rest = view[term.end : name_end]
    if name_end < len(view) and view[name_end].isalpha() and not view[name_end].isascii() and view[name_end] in _GREEK:
        return False
    labels = {
        "interval_word",
        "measure",
        "p_mark",
        "size_mark",
        "percent",
        "test_name",
        "spread_word",
        "time_word",
        "to",
    }
    return rest[:1].isdigit() and any(s.lexicon in labels for s in term.senses)


def _numeral_piece(number: Numeral) -> Piece:
    shape = "word" if number.form != "digits" else "decimal" if number.decimals else "integer"
    senses = (Sense("number", shape), *_YEAR) if _can_be_year(number, shape) else (Sense("number", shape),)
    return Piece(number.span, senses, numeral=number)


def _can_be_year(number: Numeral, shape: str) -> bool:
    return shape == "integer" and len(number.span) == _YEAR_DIGITS and number.value in _YEARS
