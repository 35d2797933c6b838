"""Parts of the people told by opposites: 'EGFR-positive … EGFR-negative patients', 'in women … in men'."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.entities import phrases
from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover

_POLES = {
    "sign": ("sign_positive", "sign_negative"),
    "type": ("type_wild", "type_mutant"),
    "sides": ("sides_one", "sides_two"),
    "degree": ("degree_low", "degree_middle", "degree_high", "degree_normal"),
    "severity": ("severity_mild", "severity_middle", "severity_severe"),
    "line": ("line_first", "line_second", "line_third"),
    "age": ("age_younger", "age_older"),
    "health": ("health_affected", "health_healthy"),
    "symptoms": ("health_symptomatic", "health_asymptomatic"),
}
"""Words that tell contraries of one scale, by their codes."""

_PEOPLE = {
    "sex": {"woman": "woman", "female_patient": "woman", "man": "man", "male_patient": "man"},
    "sex of children": {"girl": "girl", "boy": "boy"},
}
"""Words for people that tell them apart by themselves."""

_WAYS = {"<": "below", "<=": "below", ">": "above", ">=": "above"}
_BEHIND = ("sign", "type")
"""Scales whose words stand behind what they tell of: 'EGFR-positive'."""

_MOST = 5
_JOINTS = ("and", "versus", "comma")
_PARTS = ("word", "dash", "outcome", "adverse_event", "slash")


@dataclass(frozen=True, slots=True)
class _Side:
    """One place where a word of a scale stands: the name with it, what is told so, and whether people are."""

    scale: str
    pole: str
    span: Span
    frame: frozenset[str]
    start: int
    end: int
    peopled: bool


def opposed(sentences: Sequence[Sentence], view: str, language: Language) -> list[CohortName]:
    """Names with contraries, two or more of one scale, of people of whom the results tell numbers."""
    told: list[_Side] = []
    for sentence in sentences:
        if sentence.section == "results" and any(p.numeral is not None for p in sentence.pieces):
            told += _peopled(sentence.pieces, list(_sides(sentence.pieces, view, language)))
    found: list[CohortName] = []
    for family in _families(told):
        if len({s.pole for s in family}) > 1:
            keys = {s.pole: key_of(s.span.of(view), language) for s in sorted(family, key=lambda s: len(s.span))}
            found += [CohortName(s.span, keys[s.pole]) for s in family if s.frame or s.scale in _PEOPLE]
    return found


def _families(sides: Sequence[_Side]) -> list[list[_Side]]:
    """The places of one scale that tell of one thing; a bare word is of any."""
    families: list[list[_Side]] = []
    for side in sorted(sides, key=lambda s: not s.frame):
        home = next(
            (f for f in families if f[0].scale == side.scale and (not side.frame or f[0].frame & side.frame)), None
        )
        if home is None:
            families.append([side])
        else:
            home.append(side)
    return families


def _sides(pieces: Sequence[Piece], view: str, language: Language) -> Iterable[_Side]:
    for i, piece in enumerate(pieces):
        if (bound := _bound(pieces, i, view)) is not None:
            yield bound
        for scale, codes in _PEOPLE.items():
            pole = next((codes[c] for c in piece.codes("people") if c in codes), None)
            if pole is not None:
                yield _Side(scale, pole, piece.span, frozenset(), i, i + 1, _is_scoped(pieces, i, i + 1))
        for scale, poles in _POLES.items():
            pole = next((c for c in poles if piece.is_a("word", c)), None)
            if pole is not None:
                yield _told_by(pieces, i, (scale, pole), view, language)


def _told_by(pieces: Sequence[Piece], at: int, pole: tuple[str, str], view: str, language: Language) -> _Side:
    """The name around a word of a scale."""
    start, end = _stretch(pieces, at, pole[0], language)
    rest = (*pieces[start:at], *pieces[at + 1 : end])
    frame = frozenset(t for p in rest for t in key_of(p.span.of(view), language))
    return _Side(*pole, cover(p.span for p in pieces[start:end]), frame, start, end, _has_people(pieces, start, end))


def _bound(pieces: Sequence[Piece], at: int, view: str) -> _Side | None:
    """People told by a bound: 'patients ≥ 65 years', '(≥ 65 years: 0.70; < 65 years: 0.77)'."""
    way = next((w for w in pieces[at].codes("relation") if w in _WAYS), None)
    if way is None or at + 2 >= len(pieces) or (limit := pieces[at + 1].numeral) is None:
        return None
    unit = pieces[at + 2]
    if not any(unit.is_a(k) for k in ("time_unit", "unit", "percent")):
        return None
    before = pieces[at - 1] if at else None
    people = before is not None and any(before.is_a(k) for k in ("people", "limit_word"))
    headed = any(p.is_a("people") or p.is_a("cohort_head") for p in pieces[at + 3 : at + 4])
    frame = frozenset({str(limit.value)})
    span = cover([pieces[at].span, unit.span])
    return _Side(f"bound {unit.span.of(view).lower()}", _WAYS[way], span, frame, at, at + 3, people or headed)


def _stretch(pieces: Sequence[Piece], at: int, scale: str, language: Language) -> tuple[int, int]:
    """From the first to behind the last piece of the name."""
    start, end = at, at + 1
    if scale in _BEHIND or not language.model.qualifier_follows:
        while start > 0 and at - start < _MOST and _is_part(pieces[start - 1]):
            start -= 1
    while start < at and pieces[start].is_a("time_anchor"):
        start += 1
    while end < len(pieces) and end - at <= _MOST and _is_part(pieces[end]):
        end += 1
    while end > at + 1 and (pieces[end - 1].is_a("dash") or pieces[end - 1].is_a("time_anchor")):
        end -= 1
    return start, end


def _is_part(piece: Piece) -> bool:
    return piece.is_a("time_anchor") or (any(piece.is_a(k) for k in _PARTS) and not phrases.is_stop(piece))


def _has_people(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether people or a group are named behind it, or people who have it before it."""
    behind = pieces[end] if end < len(pieces) else None
    headed = behind is not None and (behind.is_a("people") or behind.is_a("cohort_head") or behind.is_a("arm_head"))
    before = start - 1
    while before > 0 and pieces[before].is_a("article"):
        before -= 1
    return headed or (before > 0 and pieces[before].is_a("with_condition") and pieces[before - 1].is_a("people"))


def _is_scoped(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether the word alone tells of whom the sentence speaks: 'in women', 'than men', '(women)'."""
    if end < len(pieces) and pieces[end].numeral is not None:
        return False
    before = pieces[start - 1] if start else None
    if before is None or before.is_a("colon"):
        return True
    bracketed = before.is_a("open") and end < len(pieces) and pieces[end].is_a("close")
    scoped = before.is_a("scope_word") and (before.is_a("preposition") or _follows_share(pieces, start - 1))
    return bracketed or scoped or before.is_a("versus") or before.is_a("limit_word")


def _follows_share(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a percentage stands right before: '12% of women', not 'the ratio of women'."""
    return at > 0 and (pieces[at - 1].is_a("percent") or pieces[at - 1].is_a("close"))


def _peopled(pieces: Sequence[Piece], sides: Sequence[_Side]) -> list[_Side]:
    """Those that tell people, and those that a joint ties to one: 'unilateral and bilateral cases'."""
    sure = [s for s in sides if s.peopled]
    rest = [s for s in sides if not s.peopled]
    return sure + [s for s in rest if any(_are_joined(pieces, *_in_order(s, o)) for o in sure if _are_poles(s, o))]


def _are_poles(one: _Side, other: _Side) -> bool:
    return one.scale == other.scale and one.pole != other.pole


def _in_order(one: _Side, other: _Side) -> tuple[_Side, _Side]:
    return (one, other) if one.start < other.start else (other, one)


def _are_joined(pieces: Sequence[Piece], one: _Side, other: _Side) -> bool:
    """Whether nothing but a joint, or a bracket and a joint, stands between them."""
    depth, joint = 0, False
    for piece in pieces[one.end : other.start]:
        depth += piece.is_a("open")
        if not depth:
            joint |= any(piece.is_a(k) for k in _JOINTS)
            if not any(piece.is_a(k) for k in (*_JOINTS, "article", "scope_word")):
                return False
        depth -= piece.is_a("close")
    return joint
