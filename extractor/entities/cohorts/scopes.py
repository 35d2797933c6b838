"""Cohorts that a sentence of the results opens with: 'Among patients with brain metastases (n = 80), …'."""

from collections.abc import Iterable, Sequence

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.contrasts import conditions, contrast
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import cover

_LONGEST = 22
_LEAD = 4
_MARKS = ("comma", "semicolon", "open", "close", "stop", "having")
_LEAST_LENGTH = 3
_LEAST_ASCII = 5
_NEVER = ("arm_role", "arm_head", "every_arm", "both", "cohort_head", "analysis_set", "stop")
_OF_ALL = ("enrolled", "randomized", "analyzed")
"""Kinds that make the people of the scope an arm, the whole population, or a cohort found otherwise."""


def scoped(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """The conditions of the people that results open with, where they are not those of the whole trial."""
    told = told_words(sentences, view, language)
    read = _following if language.model.qualifier_follows else _preceding
    found: list[CohortName] = []
    for sentence in sentences:
        if sentence.section != "results":
            continue
        for name in (_trimmed(n) for n in read(sentence.pieces)):
            if not name or is_named_by_treatment(name) or _is_clause(name) or not _tells(sentence, name):
                continue
            span = cover(p.span for p in name)
            text = span.of(view)
            if len(text) >= (_LEAST_ASCII if text.isascii() else _LEAST_LENGTH) and not words(text, language) <= told:
                found.append(CohortName(span, key_of(text, language)))
    return found + [
        n for n in _built_alike(found, sentences, view, language) if not words(n.span.of(view), language) <= told
    ]


def _built_alike(
    found: Sequence[CohortName], sentences: Iterable[Sentence], view: str, language: Language
) -> list[CohortName]:
    """Conditions elsewhere in the results that differ by a little from one that opens a sentence."""
    told = [s.pieces for s in sentences if s.section == "results"]
    if language.model.qualifier_follows:
        spans = [cover(p.span for p in name) for pieces in told for name in _anywhere(pieces)]
    else:
        spans = [s for pieces in told for s, _ in conditions(pieces, view, language)]
    names = [CohortName(s, key_of(s.of(view), language)) for s in spans]
    names = [n for n in names if len(n.span) >= _LEAST_LENGTH]
    return [n for n in names if any(contrast(n.key, f.key) and not f.span.overlaps(n.span) for f in found)]


def _anywhere(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """The conditions of people, from the word that opens them to the next mark."""
    for i, piece in enumerate(pieces):
        if piece.is_a("with_condition") and i and (pieces[i - 1].is_a("people") or pieces[i - 1].is_a("article")):
            end = next((j for j in range(i + 1, len(pieces)) if any(pieces[j].is_a(k) for k in _MARKS)), i)
            name = _trimmed(pieces[i + 1 : end])
            if name and len(name) <= _LONGEST:
                yield name


def told_words(sentences: Iterable[Sentence], view: str, language: Language) -> frozenset[str]:
    """The words of the background and the objective: what they say of the people holds for the whole trial."""
    told = (s for s in sentences if s.section in ("background", "objective"))
    return frozenset(w for s in told for w in words(s.span.of(view), language))


def is_named_by_treatment(name: Sequence[Piece]) -> bool:
    """Whether the people are told by their treatment; a drug that is also an outcome (ventilation) is none."""
    plain = _outside_brackets(name)
    if any(p.is_a(k) for p in plain for k in _NEVER) or any(p.is_a("assigned", "assigned") for p in plain):
        return True
    if any(p.is_a("population", k) for p in plain for k in _OF_ALL):
        return True
    return any(p.is_a("drug") and not p.is_a("outcome") for p in plain)


def _outside_brackets(name: Sequence[Piece]) -> list[Piece]:
    plain: list[Piece] = []
    depth = 0
    for piece in name:
        depth += piece.is_a("open")
        plain += [] if depth else [piece]
        depth -= piece.is_a("close")
    return plain


def _tells(sentence: Sentence, name: Sequence[Piece]) -> bool:
    """Whether the sentence goes on to print numbers."""
    return any(p.numeral is not None for p in sentence.pieces if p.span.start >= name[-1].span.end)


def words(text: str, language: Language) -> frozenset[str]:
    """What a condition is compared by: its words, or pairs of neighbouring characters where words are not parted."""
    if language.model.qualifier_follows:
        return key_of(text, language)
    plain = "".join(text.split()).lower()
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def _trimmed(name: Sequence[Piece]) -> Sequence[Piece]:
    """The name without articles and joints at its front, and numbers with their counters at its end."""
    start, end = 0, len(name)
    if sum(p.is_a("open") - p.is_a("close") for p in name):
        return ()
    while start < end and (name[start].is_a("article") or name[start].is_a("and")):
        start += 1
    while end > start and (name[end - 1].is_a("preposition") or name[end - 1].is_a("article") or _counts(name, end)):
        end -= 1
    return name[start:end]


def _counts(name: Sequence[Piece], end: int) -> bool:
    last = name[end - 1]
    ahead = name[end - 2] if end > 1 else None
    return last.numeral is not None and ahead is not None and (ahead.is_a("preposition") or ahead.is_a("article"))


def _is_clause(name: Sequence[Piece]) -> bool:
    """Whether a verb stands in it that no relative word opens: then the sentence has begun to tell."""
    if name[0].is_a("name_stop"):
        return False
    return any((p.is_a("copula") and not (p.is_a("of") or p.is_a("preposition"))) or p.is_a("having") for p in name)


def _following(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Scope word, people, condition, comma or bracket."""
    lead = next((i for i, p in enumerate(pieces[:_LEAD]) if p.is_a("scope_word") and _at_front(pieces, i)), None)
    if lead is None:
        return
    people = lead + 1
    while people < len(pieces) and _introduces(pieces[people]) and not pieces[people].is_a("people"):
        people += 1
    if people >= len(pieces):
        return
    led = pieces[people - 1]
    if pieces[people].is_a("people"):
        start = people + 1
    elif led.is_a("article") or led.is_a("scope_word"):
        start = people
    else:
        return
    end = next((i for i in range(start, len(pieces)) if pieces[i].is_a("comma") or pieces[i].is_a("open")), None)
    if end is None or not 0 < end - start <= _LONGEST or not _closes(pieces, end):
        return
    conditioned = pieces[start].is_a("with_condition")
    if not conditioned and (start == people or end - start == 1):
        return
    name = pieces[start + conditioned : end]
    if name and not (name[0].is_a("preposition") or name[0].is_a("of") or name[0].is_a("copula")):
        yield name


def _closes(pieces: Sequence[Piece], end: int) -> bool:
    """Whether the scope is over there: at a comma, or at a bracket that holds its size."""
    if pieces[end].is_a("comma"):
        return True
    behind = pieces[end + 1 : end + 2]
    return bool(behind) and (behind[0].is_a("size_mark") or behind[0].numeral is not None)


def _at_front(pieces: Sequence[Piece], at: int) -> bool:
    """First in the sentence, or behind a word with a comma or colon: 'However, among …'."""
    return at == 0 or pieces[at - 1].is_a("comma") or pieces[at - 1].is_a("colon")


def _introduces(piece: Piece) -> bool:
    return piece.is_a("article") or piece.is_a("vague") or piece.numeral is not None or piece.is_a("alone")


def _preceding(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Scope word, condition, people, the word for `among`."""
    for inner in (i for i, p in enumerate(pieces) if p.is_a("of_them")):
        people = inner - 1
        if people > 0 and pieces[people].is_a("close"):
            people = next((i - 1 for i in range(people, 0, -1) if pieces[i].is_a("open")), 0)
        if people <= 0 or not pieces[people].is_a("people"):
            continue
        end = people
        while end > 0 and (pieces[end - 1].is_a("preposition") or pieces[end - 1].is_a("article")):
            end -= 1
        lead = next((i for i in range(end - 1, max(-1, end - _LONGEST), -1) if _opens(pieces, i)), None)
        if lead is None:
            continue
        start = lead + 1
        while start < end and (pieces[start].numeral is not None or _counts_people(pieces[start])):
            start += 1
        if start < end and not any(p.is_a("comma") for p in pieces[start:end]):
            yield pieces[start:end]


def _counts_people(piece: Piece) -> bool:
    return piece.is_a("people") or piece.is_a("unit", "case")


def _opens(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the scope begins there: at its word, or at a number of people that opens a clause."""
    first = _opens_clause(pieces, at)
    if pieces[at].is_a("scope_word"):
        return first or not pieces[at - 1].is_a("word") or _opens_clause(pieces, at - 1)
    return first and pieces[at].numeral is not None and _counts_people(pieces[at + 1])


def _opens_clause(pieces: Sequence[Piece], at: int) -> bool:
    return at == 0 or any(pieces[at - 1].is_a(k) for k in ("comma", "stop", "semicolon", "colon"))
