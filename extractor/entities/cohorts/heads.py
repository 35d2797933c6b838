"""Cohorts with a head word: the biliary cohort, cohort A, the immunogenicity subset, the per-protocol population."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import regex

from extractor.entities import phrases
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover

_NAME_PIECES = 8
_LABEL_LENGTH = 2
_SHORT_NAME = 40
_TOLD = ("methods", "results")


def headed(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Every name with a head word in the methods and results, lists under one head included."""
    found: list[CohortName] = []
    for sentence in sentences:
        if sentence.section in _TOLD:
            for i, piece in enumerate(sentence.pieces):
                if piece.is_a("analysis_set"):
                    found.append(_name(piece.span, view))
                elif piece.is_a("cohort_head") and not _of_analysis(sentence.pieces, i):
                    names = _under_head(sentence.pieces, i, view, found)
                    found += [] if len(names) == 1 and _is_plural(piece, view, language) else names
    lone = len({n.key for n in found}) == 1
    if lone:
        return [replace(n, shorts=()) for n in found if n.key]
    return [n for n in found if n.key] + _with_shared_noun(found, sentences, view)


def _with_shared_noun(found: Sequence[CohortName], sentences: Iterable[Sentence], view: str) -> list[CohortName]:
    """The last of names joined by `and`, with the noun that all of them share: 'gastric and biliary cancer'."""
    by_text = {t.lower(): n for n in found for t in n.shorts}
    named: list[CohortName] = []
    for sentence in sentences:
        pieces = sentence.pieces
        for joint, last, noun, end in zip(pieces, pieces[1:], pieces[2:], pieces[3:], strict=False):
            name = by_text.get(last.span.of(view).lower())
            closed = any(end.is_a(k) for k in ("comma", "stop", "close", "respectively"))
            if name and closed and joint.is_a("and", "and") and noun.is_a("word"):
                named.append(replace(name, span=cover([last.span, noun.span]), gloss_of=None))
    return named


def _under_head(pieces: Sequence[Piece], head: int, view: str, before: Sequence[CohortName]) -> list[CohortName]:
    """The names that one head word closes or, as a letter or number, opens."""
    label = _label(pieces, head + 1, view)
    if label is not None:
        span = cover([pieces[head].span, label.span])
        return [CohortName(span, frozenset({label.span.of(view).lower()}), (), _glossed(pieces, head, before))]
    members: list[CohortName] = []
    end: int | None = head
    while end is not None:
        start = _start(pieces, end)
        if start == end:
            break
        text = cover(p.span for p in pieces[start:end])
        span = cover([text, pieces[head].span]) if end == head else text
        key = _key(text.of(view))
        members.append(CohortName(span, key, (text.of(view),), _glossed(pieces, start, before)))
        end = _next_end(pieces, start)
    return members if len(members) == 1 or _is_plural_list(pieces, head, members) else members[:1]


def _start(pieces: Sequence[Piece], end: int) -> int:
    start = end
    while start > 0 and end - start < _NAME_PIECES:
        before = pieces[start - 1]
        if before.is_a("word", "cohort_stop") or before.is_a("cohort_head") or before.numeral is not None:
            break
        if phrases.is_stop(before) or before.is_a("arm_head") or _belongs_to_design(before):
            break
        start -= 1
    while start < end and (pieces[start].is_a("dash") or pieces[start].is_a("slash")):
        start += 1
    return start


def _belongs_to_design(piece: Piece) -> bool:
    """Words for arms and plans: the placebo cohort is an arm, the prespecified subgroup has no name yet."""
    kinds = ("drug", "design_mark", "design_fact")
    return any(piece.is_a(k) for k in kinds) or any(piece.is_a("arm_role", r) for r in ("control", "placebo"))


def _next_end(pieces: Sequence[Piece], start: int) -> int | None:
    """Where the list goes on before a member: in front of its `and` or comma."""
    at = start
    while at > 0 and (pieces[at - 1].is_a("and", "and") or pieces[at - 1].is_a("comma")):
        at -= 1
    return at if at < start and at > 0 else None


def _is_plural_list(pieces: Sequence[Piece], head: int, members: Sequence[CohortName]) -> bool:
    """Whether short names stand in the list, joined by `and`, so that the head closes all of them."""
    joined = any(p.is_a("and", "and") for p in pieces[max(0, head - 6) : head])
    return joined and all(len(m.span) <= _SHORT_NAME for m in members)


def _label(pieces: Sequence[Piece], at: int, view: str) -> Piece | None:
    """A letter or number behind the head word: cohort A, cohort 2."""
    if at >= len(pieces):
        return None
    piece = pieces[at]
    text = piece.span.of(view)
    lettered = len(text) <= _LABEL_LENGTH and text.isascii() and text.isupper() and text.isalpha()
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    counted = behind is not None and (behind.is_a("people") or behind.is_a("percent"))
    numbered = piece.numeral is not None and len(text) == 1 and text.isdigit() and not counted
    return piece if lettered or numbered else None


def _glossed(pieces: Sequence[Piece], start: int, before: Sequence[CohortName]) -> Span | None:
    """The name directly before the opening bracket in which this one stands."""
    if start <= 1 or not pieces[start - 1].is_a("open"):
        return None
    end = pieces[start - 2].span.end
    return next((n.span for n in before if n.span.end == end), None)


def _of_analysis(pieces: Sequence[Piece], head: int) -> bool:
    """Whether the head only qualifies another noun: subgroup analyses, cohort study."""
    behind = pieces[head + 1] if head + 1 < len(pieces) else None
    return behind is not None and (behind.is_a("population", "analyzed") or behind.is_a("study_noun"))


def _is_plural(head: Piece, view: str, language: Language) -> bool:
    """Whether the head speaks of several parts, of which a single name before it is none."""
    plural = language.model.plural
    return bool(plural) and regex.search(rf"{plural}$", head.span.of(view)) is not None


def _key(text: str) -> frozenset[str]:
    return frozenset(text.lower().split()) if text.isascii() else frozenset(text)


def _name(span: Span, view: str) -> CohortName:
    return CohortName(span, frozenset({span.of(view).lower()}))
