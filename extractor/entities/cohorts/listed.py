"""Parts of the people that the methods list with their sizes: 肺癌20例、胃癌10例, Ⅰ期(n=8)、Ⅱ期(n=9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.entities.people import tells_sex
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import cover

_LEAST = 2
_LONGEST = 16
_JOINTS = ("comma", "and", "semicolon")
_BOUNDS = (
    *("comma", "semicolon", "colon", "stop", "open", "close", "of_them", "having", "population", "assigned"),
    *("number", "both", "every_arm", "versus", "relative", "all_cue"),
)
"""What a name in such a list cannot reach over."""

_NEVER = ("arm_head", "drug", "outcome_role", "unit", "dose_unit", "time_unit", "cohort_head")


@dataclass(frozen=True, slots=True)
class _Item:
    """A name in the list and where the item, name and size together, starts and ends."""

    name: Sequence[Piece]
    start: int
    end: int


def listed_with_sizes(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Two and more names in a row, each with its own size and all built alike."""
    if not language.model.count_follows:
        return []
    found: list[CohortName] = []
    for pieces in (s.pieces for s in sentences if s.section == "methods"):
        for read in (_counted_behind, _counted_before, _bracketed):
            for run in _runs(pieces, [i for i in read(pieces) if _is_name(i.name)]):
                spans = [cover(p.span for p in _told(item.name)) for item in run]
                found += [CohortName(s, key_of(s.of(view), language)) for s in spans]
    return found


def _told(name: Sequence[Piece]) -> Sequence[Piece]:
    """The name without what leads to it and a plain word for people at its end: 的哮喘患者 is 哮喘."""
    start, end = 0, len(name)
    while start < end - 1 and (
        name[start].is_a("preposition") or name[start].is_a("copula") or name[start].is_a("and")
    ):
        start += 1
    while end > start + 1 and name[end - 1].is_a("people", "patient"):
        end -= 1
    return name[start:end]


def _runs(pieces: Sequence[Piece], items: Sequence[_Item]) -> Iterable[Sequence[_Item]]:
    """The items that follow one another with nothing but a joint between."""
    runs: list[list[_Item]] = []
    for item in items:
        between = pieces[runs[-1][-1].end : item.start] if runs else ()
        if between and all(any(p.is_a(k) for k in _JOINTS) for p in between):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [run for run in runs if len(run) >= _LEAST]


def _counted_behind(pieces: Sequence[Piece]) -> Iterable[_Item]:
    """Name, number, counter: 肺癌20例."""
    for i in range(len(pieces)):
        if _is_counted(pieces, i) and _is_mark(pieces, i + 2):
            start = _start(pieces, i)
            if not _is_event(pieces[start:i]):
                yield _Item(pieces[start:i], start, i + 2)


def _counted_before(pieces: Sequence[Piece]) -> Iterable[_Item]:
    """Number, counter, name: 20例肺癌; what follows 20例患者 is told of them."""
    for i in range(len(pieces)):
        if _is_counted(pieces, i) and not pieces[i + 1].is_a("people", "patient"):
            end = i + 2
            while end < len(pieces) and end - i < _LONGEST and not _bounds(pieces[end]) and not pieces[end].is_a("and"):
                end += 1
            if end > i + 2 and not any(p.is_a("copula") or p.is_a("preposition") for p in pieces[i + 2 : end]):
                past = _past_bracket(pieces, end)
                if not _is_event(pieces[i + 2 : end]) and not any(p.is_a("arm_head") for p in pieces[end:past]):
                    yield _Item(pieces[i + 2 : end], i, past)


def _bracketed(pieces: Sequence[Piece]) -> Iterable[_Item]:
    """Name, bracket, size: 肺癌(n=20)."""
    for i, piece in enumerate(pieces):
        if piece.is_a("open") and any(p.is_a("size_mark") for p in pieces[i + 1 : i + 2]):
            start = _start(pieces, i)
            yield _Item(pieces[start:i], start, _past_bracket(pieces, i))


def _past_bracket(pieces: Sequence[Piece], at: int) -> int:
    if at >= len(pieces) or not pieces[at].is_a("open"):
        return at
    return next((i + 1 for i in range(at, len(pieces)) if pieces[i].is_a("close")), at)


def _start(pieces: Sequence[Piece], end: int) -> int:
    start = end
    while start > 0 and end - start < _LONGEST and not _bounds(pieces[start - 1]):
        start -= 1
    return start


def _bounds(piece: Piece) -> bool:
    return piece.numeral is not None or any(piece.is_a(k) for k in _BOUNDS)


def _is_event(name: Sequence[Piece]) -> bool:
    """Whether it may be what happened to those counted: 感染9例."""
    return any(p.is_a("adverse_event") for p in name)


def _is_counted(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].numeral is not None and any(p.is_a("people") for p in pieces[at + 1 : at + 2])


def _is_mark(pieces: Sequence[Piece], at: int) -> bool:
    return at >= len(pieces) or any(pieces[at].is_a(k) for k in (*_JOINTS, "stop", "close"))


def _is_name(name: Sequence[Piece]) -> bool:
    """Whether it may name people by what they have: no arm, no treatment, no sex."""
    if not name or len(name) >= _LONGEST:
        return False
    sexed = any(tells_sex(p) for p in name)
    return not sexed and not any(p.is_a(k) for p in name for k in _NEVER)
