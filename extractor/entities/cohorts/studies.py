"""Studies and parts of a study reported side by side: 'In part 1, …. In part 2, …', 'In SET, …; in RESET, …'."""

from collections.abc import Iterable, Sequence

import regex

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.entities.cohorts.sizes import bracketed_size
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover

_LEAST = 2
_SHORTEST_CODE = 3
_COUNT_REACH = 4
_MOST_WORDS = 7
_BOUNDS = ("article", "scope_word", "comma", "colon", "semicolon", "open", "close", "copula", "having", "people")
_PLAIN = "part"
_UNKNOWN = ("word", "unit")
_STAGE = "stage"
_LABELS = frozenset("ABC")
_ROMAN = ("", "I", "II", "III")
_DIGITS = frozenset("12345")
_MOST_PARTS = 5


def side_by_side(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Every naming of numbered parts, of a first and a second study, or of trials by their codes; two or more of them.

    Each must open a sentence that tells numbers or stand with a word for studies, and the parts of one study must have
    people of their own: they are often times of the same people.
    """
    found: list[CohortName] = []
    for read, own_people in ((_numbered, True), (_ordinal, True), (_worded, False), (_coded, False)):
        names = [(s, n, sure) for s in sentences for n, sure in read(s.pieces, view, language)]
        counted = {n.key for s, n, _ in names if _counted_beside(s.pieces, n.span) or (own_people and _enrols(s))}
        keys = {n.key for _, n, sure in names if sure} & ({n.key for s, n, _ in names if _tells(s)} | counted)
        peopled = {n.key for s, n, _ in names if not own_people or _has_people(s, n, view, language)}
        if len(keys & (peopled | counted)) >= _LEAST:
            found += [n for _, n, _ in names if n.key in keys]
    return found


def _tells(sentence: Sentence) -> bool:
    return sentence.section == "results" and any(p.numeral is not None for p in sentence.pieces)


def _has_people(sentence: Sentence, name: CohortName, view: str, language: Language) -> bool:
    """Whether it is a study of its own, or the sentence counts its people: '20 in part 1', 'part 1 (n = 20)'."""
    noun = _split(name.span.of(view))[0].lower()
    if noun not in language.spellings("study_part", _STAGE) and "part" in name.key:
        return True
    return _enrols(sentence)


def _counted_beside(pieces: Sequence[Piece], span: Span) -> bool:
    """Whether the number of its people stands right with the name."""
    start = next(i for i, p in enumerate(pieces) if p.span.end > span.start)
    end = next((i for i, p in enumerate(pieces) if p.span.start >= span.end), len(pieces))
    before = start
    while before > 0 and any(pieces[before - 1].is_a(k) for k in ("scope_word", "population", "people")):
        before -= 1
    led = 0 < before < start and pieces[before - 1].numeral is not None
    return led or bracketed_size(pieces, end) is not None


def _enrols(sentence: Sentence) -> bool:
    """Whether the sentence counts people who took part."""
    pieces = sentence.pieces
    counted = any(
        p.numeral is not None and any(q.is_a("people") for q in pieces[i + 1 : i + 1 + _COUNT_REACH])
        for i, p in enumerate(pieces)
    )
    return counted and sentence.has("population")


def _numbered(pieces: Sequence[Piece], view: str, language: Language) -> Iterable[tuple[CohortName, bool]]:
    """The word for a part and its number or letter, as one piece or two: part 1, study B."""
    plural = language.model.plural
    nouns = {n for code in (_PLAIN, _STAGE) for n in language.spellings("study_part", code)}
    nouns = {n for n in nouns if not (plural and regex.search(rf"{plural}$", n))}
    for i, piece in enumerate(pieces):
        behind = pieces[i + 1 : i + 2]
        for end, span in ((i + 1, piece.span), *((i + 2, cover([piece.span, p.span])) for p in behind)):
            noun, label = _split(span.of(view))
            if noun.lower() in nouns and (number := _number(label, pieces[end - 1])) is not None:
                name = CohortName(span, frozenset({"part", number}), is_study=True)
                scoped = i > 0 and pieces[i - 1].is_a("scope_word")
                yield name, scoped or _is_bracketed(pieces, i, end)


def _split(text: str) -> tuple[str, str]:
    """The word and the label behind it: 'part' and 'B', 'phase' and 'II'; a digit may be glued to the word."""
    noun, _, label = text.rpartition(" ")
    return (noun, label) if noun else (text[:-1], text[-1:])


def _number(label: str, last: Piece) -> str | None:
    """The label of the last piece as a digit or letter; None where it is none."""
    if label in _ROMAN:
        return str(_ROMAN.index(label))
    if label in _LABELS or label in _DIGITS:
        return label
    worded = last.numeral is not None and label.isalpha() and last.numeral.value <= _MOST_PARTS
    return str(last.numeral.value) if last.numeral is not None and worded else None


def _ordinal(pieces: Sequence[Piece], view: str, language: Language) -> Iterable[tuple[CohortName, bool]]:
    """The first study, the second trial; without the 'in the' that a term may hold."""
    for i, piece in enumerate(pieces):
        code = piece.code("study_part")
        if code is not None and code != _PLAIN:
            text = piece.span.of(view).lower()
            shortest = min((t for t in language.spellings("study_part", code) if text.endswith(t)), key=len)
            span = Span(piece.span.end - len(shortest), piece.span.end)
            led = len(shortest) < len(text) and _closes(pieces, i + 1)
            yield CohortName(span, frozenset({"order", code}), is_study=True), led or _opens(pieces, i, i + 1)


def _worded(pieces: Sequence[Piece], view: str, language: Language) -> Iterable[tuple[CohortName, bool]]:
    """A study told by what stands before it, at the front of a sentence: 'In the stage 5 study, …'."""
    noun = next((i for i, p in enumerate(pieces) if p.is_a("study_part", _PLAIN)), None)
    if noun is None:
        return
    start = noun
    while start > 0 and noun - start < _MOST_WORDS and not any(pieces[start - 1].is_a(k) for k in _BOUNDS):
        start -= 1
    span = cover(p.span for p in pieces[start : noun + 1])
    if start < noun and not any(p.is_a("word", "cohort_stop") for p in pieces[start:noun]):
        yield CohortName(span, key_of(span.of(view), language), is_study=True), _opens(pieces, start, noun + 1)


def _coded(pieces: Sequence[Piece], view: str, language: Language) -> Iterable[tuple[CohortName, bool]]:
    """Trials by the capitals that they are called by: 'in POLARIS-2,', 'two trials (SET and RESET)'."""
    del language
    for i, piece in enumerate(pieces):
        text = piece.span.of(view)
        letters = text.partition("-")[0]
        if len(letters) < _SHORTEST_CODE or not (letters.isascii() and letters.isalpha() and letters.isupper()):
            continue
        if all(s.lexicon in _UNKNOWN for s in piece.senses) and not _is_compound(pieces, i):
            called = any(p.is_a("study_part") for p in pieces[i + 1 : i + 2]) or _is_listed(pieces, i)
            yield CohortName(piece.span, frozenset({text.lower()}), is_study=True), called or _opens(pieces, i, i + 1)


def _opens(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the name is what the sentence speaks of from the first: 'In part 1, …', 第一项研究中，…."""
    front = start - 1
    while front > 0 and pieces[front].is_a("article"):
        front -= 1
    inner = end < len(pieces) and pieces[end].is_a("of_them")
    scoped = front >= 0 and pieces[front].is_a("scope_word") and (front == 0 or _parts(pieces[front - 1]))
    led = scoped or (inner and (front < 0 or _parts(pieces[front])))
    return led and _closes(pieces, end + inner)


def _closes(pieces: Sequence[Piece], end: int) -> bool:
    """Whether a comma or bracket ends the opening there, and numbers follow."""
    closed = end < len(pieces) and (pieces[end].is_a("comma") or pieces[end].is_a("open"))
    return closed and any(p.numeral is not None for p in pieces[end:])


def _parts(piece: Piece) -> bool:
    return any(piece.is_a(k) for k in ("comma", "colon", "semicolon", "stop"))


def _is_bracketed(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the name stands alone in a bracket: '21 (study 1) and 15 (study 2)'."""
    closed = end < len(pieces) and pieces[end].is_a("close")
    return start > 0 and pieces[start - 1].is_a("open") and closed


def _is_listed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it stands in a bracket that opens right behind a word for studies: 'two trials (SET and RESET)'."""
    i = at - 1
    while i >= 0 and not pieces[i].is_a("open"):
        if pieces[i].is_a("close") or pieces[i].numeral is not None:
            return False
        i -= 1
    return i > 0 and pieces[i - 1].is_a("study_part")


def _is_compound(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a hyphen joins it to another word: HER-positive."""
    behind = pieces[at + 1 : at + 2]
    return bool(behind and behind[0].is_a("dash")) or (at > 0 and pieces[at - 1].is_a("dash"))
