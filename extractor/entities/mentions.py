"""Where the known arms and cohorts are named: their names become pieces of their own before the grammar runs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.entities.arms import ArmEntity
from extractor.entities.cohorts import CohortEntity
from extractor.knowledge.lexicon import Sense
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence, overlay
from extractor.spans import Span, longest_first

_LATIN = regex.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which an entity may be mentioned; a weak one counts only beside a head word or another arm."""

    text: str
    entity: str
    kind: str
    weak: bool


class MentionFinder:
    """Finds the names of one abstract's arms and cohorts."""

    def __init__(self, arms: Sequence[ArmEntity], cohorts: Sequence[CohortEntity]) -> None:
        self._aliases = {a.text.lower(): a for a in reversed([*_arm_aliases(arms), *_cohort_aliases(cohorts)])}

    @cached_property
    def _matcher(self) -> regex.Pattern[str] | None:
        if not self._aliases:
            return None
        texts = sorted(self._aliases, key=lambda t: (-len(t), t))
        joined = "|".join(regex.sub(r"(?:\\ |\\\n|\\-|-)+", r"[\\s-]+", regex.escape(t)) for t in texts)
        return regex.compile(rf"(?<![A-Za-z](?=[A-Za-z]))(?:{joined})(?:(?<![A-Za-z])|(?![A-Za-z]))", regex.IGNORECASE)

    def mark(self, sentence: Sentence, view: str) -> Sentence:
        """The sentence with each name of an arm or cohort as one piece (its head word included)."""
        if self._matcher is None:
            return sentence
        found = [
            (Span(*m.span()), alias)
            for m in self._matcher.finditer(view, sentence.span.start, sentence.span.end)
            if (alias := self._alias(m[0])) is not None
        ]
        kept = longest_first(found, lambda f: f[0])
        strong = [self._piece(sentence, s, a) for s, a in kept if not a.weak]
        weak = [
            self._piece(sentence, s, a) for s, a in kept if a.weak and _is_backed(sentence.pieces, s, a, kept)
        ]
        return sentence.with_pieces(overlay(sentence.pieces, [*strong, *weak]))

    def _alias(self, text: str) -> Alias | None:
        return self._aliases.get(text.lower()) or self._aliases.get(regex.sub(r"[\s-]+", " ", text.lower()))

    def _piece(self, sentence: Sentence, span: Span, alias: Alias) -> Piece:
        end = span.end
        for piece in sentence.pieces:
            if piece.span.start >= end and piece.is_a("arm_head") and piece.span.start - end <= 1:
                end = piece.span.end
                break
        return Piece(Span(span.start, end), (Sense(alias.kind, ""),), entity=alias.entity)


def _arm_aliases(arms: Iterable[ArmEntity]) -> Iterable[Alias]:
    listed = list(arms)
    for arm in listed:
        for text in arm.names:
            plain = regex.sub(r"[\s-]+", " ", text).strip()
            yield Alias(plain, arm.id, "arm", _is_weak(plain, arm))


def _is_weak(text: str, arm: ArmEntity) -> bool:
    """A bare role ("control", 治疗) is an everyday word; a drug, an abbreviation or a longer name is not."""
    if any(text.lower() == full.lower() for full in arm.names if _has_head(full, arm)):
        return False
    return not arm.drugs and (text.islower() and " " not in text or not _LATIN.search(text))


def _has_head(text: str, arm: ArmEntity) -> bool:
    return any(text.lower().startswith(name.lower()) and len(text) > len(name) for name in arm.names)


def _cohort_aliases(cohorts: Iterable[CohortEntity]) -> Iterable[Alias]:
    for cohort in cohorts:
        yield Alias(regex.sub(r"[\s-]+", " ", cohort.name), cohort.id, "cohort", weak=False)
        yield Alias(regex.sub(r"[\s-]+", " ", cohort.short), cohort.id, "cohort", weak=False)


def _is_backed(pieces: Sequence[Piece], span: Span, alias: Alias, found: Sequence[tuple[Span, Alias]]) -> bool:
    """Whether a head word follows, or another arm's name behind `and` or `versus`: 'the treatment and control groups'."""
    follow = [p for p in pieces if p.span.start >= span.end][:3]
    if not follow:
        return False
    if follow[0].is_a("arm_head"):
        return True
    if any(follow[0].is_a(k) for k in ("and", "versus", "comma")):
        start = follow[0].span.end
        near = [a for s, a in found if start <= s.start <= start + 6]
        return any(a.entity != alias.entity for a in near)
    return False
