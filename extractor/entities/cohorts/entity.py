"""Cohorts: the parts of the population that have sizes or results of their own, under every name found for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.entities.arms.entity import ArmEntity, key_of
from extractor.entities.cohorts.beside import beside_figures
from extractor.entities.cohorts.contrasts import contrasted
from extractor.entities.cohorts.counts import counted
from extractor.entities.cohorts.heads import headed
from extractor.entities.cohorts.listed import listed_with_sizes
from extractor.entities.cohorts.name import CohortName, same_place
from extractor.entities.cohorts.opposites import opposed
from extractor.entities.cohorts.populations import named_populations
from extractor.entities.cohorts.scopes import scoped
from extractor.entities.cohorts.strata import stratified
from extractor.entities.cohorts.studies import side_by_side
from extractor.entities.cohorts.subjects import spoken_of
from extractor.entities.cohorts.treatments import drugs_given
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

MOST_COHORTS = 12
"""More parts than this are a list of something else."""


@dataclass(frozen=True, slots=True)
class CohortAlias:
    """A spelling by which a cohort may be mentioned; a weak one counts only beside another cohort or a head word."""

    text: str
    weak: bool


@dataclass(frozen=True, slots=True)
class CohortEntity:
    """A cohort: its spellings, best first, where each is printed, and whether it is a study or part of one."""

    id: str
    aliases: tuple[CohortAlias, ...]
    spans: tuple[Span, ...]
    is_study: bool = False

    @property
    def name(self) -> str:
        """The name that tells most."""
        return self.aliases[0].text

    @property
    def short(self) -> str:
        """The shortest name."""
        return min((a.text for a in self.aliases), key=len)


def find_cohorts(
    sentences: Sequence[Sentence], arms: Sequence[ArmEntity], view: str, language: Language, prefix: str
) -> tuple[CohortEntity, ...]:
    """The cohorts in text order: names built alike, with a head word, counted one by one, or opening a sentence."""
    names = [*contrasted(sentences, view, language), *headed(sentences, view, language)]
    for strategy in (side_by_side, named_populations, listed_with_sizes, counted, opposed):
        names += strategy(sentences, view, language)
    names += stratified(sentences, arms, view, language)
    given = drugs_given(sentences, arms)
    names += scoped(sentences, view, language, given)
    names += spoken_of(sentences, view, language)
    names += beside_figures(sentences, view, language, given)
    groups: list[list[CohortName]] = []
    for name in names:
        if _is_arm(name, arms, language):
            continue
        home = next((g for g in groups if any(_same(name, other, view) for other in g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    groups = [g for g in groups if not _is_union(g, groups, view)]
    groups = _with_shared_words(groups)
    groups = [g for g in groups if not _swallowed(g, groups)]
    groups.sort(key=lambda g: min(n.span for n in g))
    return tuple(_entity(f"{prefix}.c{i}", g, groups, view) for i, g in enumerate(groups[:MOST_COHORTS], 1))


def _same(one: CohortName, other: CohortName, view: str) -> bool:
    if one.key == other.key or same_place(one, other):
        return True
    return _text(one, view).lower() == _text(other, view).lower()


def _with_shared_words(groups: Sequence[list[CohortName]]) -> list[list[CohortName]]:
    """The groups, those joined that differ by words of a third: 'stage I', 'stage I cancer' and 'stage II cancer'."""
    joined: list[list[CohortName]] = []
    for group in groups:
        key = group[0].key
        others = [g for g in groups if g is not group]
        home = next(
            (
                g
                for g in joined
                if (more := key ^ g[0].key)
                and (key < g[0].key or key > g[0].key)
                and any(more <= o[0].key for o in others if o[0].key != g[0].key and not key <= o[0].key)
            ),
            None,
        )
        if home is None:
            joined.append(list(group))
        else:
            home.extend(group)
    return joined


def _swallowed(group: Sequence[CohortName], groups: Iterable[Sequence[CohortName]]) -> bool:
    """Whether all its names stand inside longer names of another cohort."""
    others = [n for g in groups if g is not group for n in g]
    return all(any(o.span != n.span and o.span.contains(n.span) for o in others) for n in group)


def _is_union(group: Sequence[CohortName], groups: Iterable[Sequence[CohortName]], view: str) -> bool:
    """Whether its name joins the names of two other cohorts: 'gastric and biliary cancer'."""
    others = [[t for n in g for t in (_text(n, view), *n.shorts)] for g in groups if g is not group]
    return any(sum(any(t in _text(n, view) for t in texts) for texts in others) > 1 for n in group)


def _is_arm(name: CohortName, arms: Sequence[ArmEntity], language: Language) -> bool:
    """Whether the name is one of an arm, or holds one: such a part of the population is the arm itself."""
    if any(name.span.overlaps(s) for a in arms for s in a.spans):
        return True
    return any(name.key == key_of(n, language) for a in arms for n in a.names)


def _entity(id: str, group: Sequence[CohortName], groups: Sequence[Sequence[CohortName]], view: str) -> CohortEntity:
    others = [_text(n, view) for g in groups if g is not group for n in g]
    full = dict.fromkeys(_text(n, view) for n in group)
    shorts = dict.fromkeys(t for n in group for t in n.shorts if t not in full)
    aliases = [*(CohortAlias(t, weak=False) for t in full), *(CohortAlias(t, _is_weak(t, others)) for t in shorts)]
    spans = tuple(sorted({n.span for n in group}))
    return CohortEntity(id, tuple(aliases), spans, is_study=any(n.is_study for n in group))


def _is_weak(text: str, others: Sequence[str]) -> bool:
    """A single character, or a part of another cohort's name, is a name only beside one."""
    return len(text) < 2 or any(text.lower() in o.lower() for o in others)


def _text(name: CohortName, view: str) -> str:
    return name.span.of(view)
