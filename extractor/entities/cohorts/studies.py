"""Studies and parts of a study reported side by side: 'In part 1, …. In part 2, …', 'In SET, …; in RESET, …'."""

from collections.abc import Iterable, Sequence

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
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
_LABELS = frozenset("ABCI")


def side_by_side(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Every naming of numbered parts, of a first and a second study, or of trials by their codes; two or more of them.

    Each must open a sentence that tells numbers or stand with a word for studies, and numbered parts must have enrolled
    people of their own: the parts of one trial are often times of the same people.
    """
    found: list[CohortName] = []
    for read, own_people in ((_numbered, True), (_ordinal, True), (_worded, False), (_coded, False)):
        names = [(s, n, sure) for s in sentences for n, sure in read(s.pieces, view, language)]
        keys = {n.key for _, n, sure in names if sure} & {n.key for s, n, _ in names if _tells(s)}
        peopled = {n.key for s, n, _ in names if _enrols(s)} if own_people else keys
        if len(keys & peopled) >= _LEAST:
            found += [n for _, n, _ in names if n.key in keys]
    return found


def _tells(sentence: Sentence) -> bool:
    return sentence.section == "results" and any(p.numeral is not None for p in sentence.pieces)


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
    nouns = frozenset(n.lower() for n in language.spellings("study_part", _PLAIN))
    for i, piece in enumerate(pieces):
        behind = pieces[i + 1 : i + 2]
        for end, span in ((i + 1, piece.span), *((i + 2, cover([piece.span, p.span])) for p in behind)):
            text = span.of(view)
            label = text[-1:]
            if text[:-1].strip().lower() in nouns and (label.isdigit() or label in _LABELS):
                name = CohortName(span, frozenset({"part", label}), is_study=True)
                yield name, _opens(pieces, i, end) or _is_bracketed(pieces, i, end)


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
