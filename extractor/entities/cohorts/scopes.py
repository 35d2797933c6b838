"""Cohorts that a sentence of the results opens with: 'Among patients with brain metastases (n = 80), …'."""

from collections.abc import Iterable, Sequence

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.contrasts import conditions, contrast
from extractor.entities.cohorts.name import CohortName
from extractor.entities.cohorts.openings import LONGEST, following
from extractor.entities.cohorts.preceding import preceding
from extractor.entities.cohorts.sizes import is_smaller_part, largest_count
from extractor.entities.cohorts.treatments import is_named_by_treatment
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import cover

_MARKS = ("comma", "semicolon", "open", "close", "stop", "having")
_LEAST_LENGTH = 3
_LEAST_ASCII = 2
_CONTRASTING = 2


def scoped(
    sentences: Sequence[Sentence], view: str, language: Language, given: frozenset[str] | None
) -> list[CohortName]:
    """The conditions of the people that results open with, where they are not those of the whole trial.

    A condition that the background tells too is one of the whole trial, unless its people are fewer than the trial has
    or another such condition opens another sentence: 'In patients with angina, …. In patients with hypertension, …'.
    """
    told = told_words(sentences, view, language)
    largest = largest_count(sentences)
    found: list[CohortName] = []
    doubtful: list[tuple[CohortName, bool]] = []
    for sentence, name in _openings(sentences, language, given):
        whole = name if language.model.qualifier_follows else _with_people(sentence.pieces, name)
        span = cover(p.span for p in whole)
        text = span.of(view)
        least = _LEAST_ASCII if text.isascii() or name[0].is_a("people") else _LEAST_LENGTH
        if len(text) < least:
            continue
        one = CohortName(span, key_of(text, language))
        if not words(text, language) <= told:
            found.append(one)
        else:
            doubtful.append((one, is_smaller_part(sentence.pieces, name, largest)))
    contrasting = len({n.key for n, _ in doubtful}) >= _CONTRASTING
    found += [n for n, smaller in doubtful if smaller or contrasting]
    alike = _built_alike(found, sentences, view, language)
    return found + [n for n in alike if not words(n.span.of(view), language) <= told]


def _openings(
    sentences: Iterable[Sentence], language: Language, given: frozenset[str] | None
) -> Iterable[tuple[Sentence, Sequence[Piece]]]:
    """The sentences that tell results and the condition that each opens with."""
    read = following if language.model.qualifier_follows else preceding
    for sentence in sentences:
        if sentence.section == "results" or (sentence.section == "methods" and sentence.has("percent")):
            for name in (_trimmed(n) for n in read(sentence.pieces)):
                if not name or is_named_by_treatment(name, given) or name[0].is_a("statistic"):
                    continue
                told = language.model.qualifier_follows and _is_clause(name)
                if not told and _tells(sentence, name):
                    yield sentence, name


def _with_people(pieces: Sequence[Piece], name: Sequence[Piece]) -> Sequence[Piece]:
    """A condition told by a verb, with its tie and the people: 收到通知 may date something, 收到通知的人 is a group."""
    if not _is_clause(name):
        return name
    end = next(i for i, p in enumerate(pieces) if p is name[-1]) + 1
    tied = end < len(pieces) and pieces[end].is_a("preposition")
    end += tied
    end += tied and end < len(pieces) and pieces[end].is_a("people") and not pieces[end].is_a("unit")
    return [*name, *(p for p in pieces[:end] if p.span.start >= name[-1].span.end)]


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
    return [n for n in names if any(_is_alike(n, f, view, language) for f in found)]


def _is_alike(name: CohortName, told: CohortName, view: str, language: Language) -> bool:
    """Whether the name contrasts with one that is told: 'asthma' with 'no asthma', but not with 'severe asthma'."""
    if name.span.overlaps(told.span) or not contrast(name.key, told.key):
        return False
    denied = any(w in told.span.of(view).lower() for w in language.spellings("negation"))
    return denied or not name.key < told.key


def _anywhere(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """The conditions of people, from the word that opens them to the next mark."""
    for i, piece in enumerate(pieces):
        if piece.is_a("with_condition") and i and (pieces[i - 1].is_a("people") or pieces[i - 1].is_a("article")):
            end = next((j for j in range(i + 1, len(pieces)) if any(pieces[j].is_a(k) for k in _MARKS)), i)
            name = _trimmed(pieces[i + 1 : end])
            if name and len(name) <= LONGEST:
                yield name


def told_words(sentences: Iterable[Sentence], view: str, language: Language) -> frozenset[str]:
    """The words of the background and the objective: what they say of the people holds for the whole trial."""
    told = (s for s in sentences if s.section in ("background", "objective"))
    return frozenset(w for s in told for w in words(s.span.of(view), language))


def _tells(sentence: Sentence, name: Sequence[Piece]) -> bool:
    """Whether the sentence goes on to print numbers."""
    return any(p.numeral is not None for p in sentence.pieces if p.span.start >= name[-1].span.end)


def words(text: str, language: Language) -> frozenset[str]:
    """What a condition is compared by: its words, or pairs of neighbouring characters where words are not parted."""
    if language.model.words_parted:
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
