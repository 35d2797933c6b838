"""Abbreviations in brackets behind their long form: what spells them out, and the drug that they stand for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.knowledge.lexicon import Sense
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

_SHORT = regex.compile(r"[A-Z][A-Za-z0-9+/-]{0,9}")
_REACH = 12
_LEAST_CLIPPED = 4
_BARRED = ("comma", "stop", "semicolon", "colon", "open", "close", "number", "copula", "having", "people", "versus")
_LISTED = ("and", "slash", "comma", "dash")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """An abbreviation and its long form where the text explains it; the drugs that the long form names whole."""

    short: Span
    long: Span
    drugs: tuple[Sense, ...] = ()


def short_forms(sentences: Iterable[Sentence], view: str) -> list[ShortForm]:
    """Every 'long form (ABC)', and the drugs that 'A/B (AB)' lists."""
    return [form for sentence in sentences for form in _forms(sentence.pieces, view)]


def with_drugs(sentence: Sentence, view: str, forms: Sequence[ShortForm]) -> Sentence:
    """The sentence with each abbreviation of a drug as that drug: the HFM of 'hydroflumethiazide (HFM)'."""
    drugs = {f.short.of(view): f.drugs for f in reversed(forms) if f.drugs}
    if not drugs:
        return sentence
    pieces = [_read_as(p, drugs.get(p.span.of(view), ())) if p.is_a("word") else p for p in sentence.pieces]
    return sentence.with_pieces(pieces)


def _read_as(piece: Piece, drugs: tuple[Sense, ...]) -> Piece:
    return Piece(piece.span, tuple(sorted({*piece.senses, *drugs}))) if drugs else piece


def _forms(pieces: Sequence[Piece], view: str) -> Iterator[ShortForm]:
    for i in range(1, len(pieces) - 1):
        if not pieces[i].is_a("open"):
            continue
        short = _short(pieces, i + 1, view) or _clipped(pieces, i, view)
        if short is None:
            continue
        if (run := _drug_run(pieces, i)) is not None:
            yield ShortForm(short, run)
        elif pieces[i - 1].is_a("drug") and _may_name(short.of(view), pieces[i - 1].span.of(view)):
            drugs = tuple(s for s in pieces[i - 1].senses if s.lexicon == "drug")
            yield ShortForm(short, pieces[i - 1].span, drugs)
        elif (long := _long(pieces, i, short.of(view), view)) is not None:
            yield ShortForm(short, long)


def _short(pieces: Sequence[Piece], at: int, view: str) -> Span | None:
    """The abbreviation that opens a bracket, alone or before a mark: '(ABC; n = 5)'; not with a figure: '(ABC, 5%)'."""
    end = next((i for i in range(at, min(at + 4, len(pieces))) if any(pieces[i].is_a(k) for k in _BARRED)), at)
    if end == at or not any(pieces[end].is_a(k) for k in ("close", "comma", "semicolon", "colon")):
        return None
    if pieces[end].is_a("comma") and end + 1 < len(pieces) and pieces[end + 1].is_a("number"):
        return None
    span = Span(pieces[at].span.start, pieces[end - 1].span.end)
    text = span.of(view)
    capitals = sum(c.isupper() for c in text)
    return span if _SHORT.fullmatch(text) and (capitals > 1 or len(text) <= 4) and len(text) > 1 else None


def _clipped(pieces: Sequence[Piece], opening: int, view: str) -> Span | None:
    """A drug's name cut short in the bracket behind it: 'pembrolizumab (Pembro)'."""
    inside = pieces[opening + 1 : opening + 3]
    if len(inside) < 2 or not inside[0].is_a("word") or not inside[1].is_a("close"):
        return None
    drug, text = pieces[opening - 1].span.of(view).lower(), inside[0].span.of(view)
    clipped = len(text) >= _LEAST_CLIPPED and drug.startswith(text.lower())
    return inside[0].span if clipped and pieces[opening - 1].is_a("drug") else None


def _drug_run(pieces: Sequence[Piece], opening: int) -> Span | None:
    """The drugs listed right before the bracket, at least two."""
    start, drugs = opening, 0
    while start > 0 and (pieces[start - 1].is_a("drug") or any(pieces[start - 1].is_a(k) for k in _LISTED)):
        start -= 1
        drugs += pieces[start].is_a("drug")
    while start < opening and not pieces[start].is_a("drug"):
        start += 1
    joined = opening - start >= 3 and not any(p.is_a("and", "or") for p in pieces[start:opening])
    return Span(pieces[start].span.start, pieces[opening - 1].span.end) if drugs > 1 and joined else None


def _may_name(short: str, drug: str) -> bool:
    """Whether the letters can be the drug's: any beside a name in another script, else in order from its first."""
    return not drug.isascii() or spelled(drug, short) == 0


def _long(pieces: Sequence[Piece], opening: int, short: str, view: str) -> Span | None:
    low = opening
    while low > 0 and opening - low < _REACH and not any(pieces[low - 1].is_a(k) for k in _BARRED):
        low -= 1
    if low == opening:
        return None
    whole = Span(pieces[low].span.start, pieces[opening - 1].span.end)
    start = spelled(whole.of(view), short) if whole.of(view).isascii() else None
    return Span(whole.start + start, whole.end) if start is not None else None


def spelled(text: str, short: str) -> int | None:
    """Where the words begin that spell the abbreviation: its letters in order, the first at a word's start."""
    at = len(text) - 1
    letters = [c.lower() for c in short if c.isalnum()]
    for k in range(len(letters) - 1, -1, -1):
        while at >= 0 and (text[at].lower() != letters[k] or (k == 0 and at > 0 and text[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
        at -= 1
    return at + 1
