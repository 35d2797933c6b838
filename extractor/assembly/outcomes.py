"""The outcomes of one abstract: mentions of the same concept, of the same words or bound by a definition are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from extractor.assembly.outcome_definitions import Abbreviation, RoleDefinition
from extractor.assembly.outcome_identity import is_single, same_measures
from extractor.attachment import OutcomeMention
from extractor.knowledge.loader import language
from extractor.record.base import place
from extractor.record.entities import Outcome
from extractor.spans import Span

_BLANK = regex.compile(r"[\s-]+")
_BASELINE = frozenset({"age", "female_sex", "male_sex", "disease_duration", "ethnicity", "comorbidity", "tumour_stage"})
_ROLE_CONCEPT = "_outcome"
_MOST_ALIASES = 8


@dataclass(frozen=True, slots=True)
class OutcomeIndex:
    """The outcomes in order of first mention, and the id of each mention's outcome."""

    outcomes: tuple[Outcome, ...]
    ids: tuple[tuple[OutcomeMention, str], ...]

    def id_of(self, mention: OutcomeMention) -> str | None:
        """The id of the outcome that the mention names."""
        return next((identity for known, identity in self.ids if known == mention), None)


@dataclass(frozen=True, slots=True)
class Definitions:
    """What the abstract says once about its outcomes' names."""

    abbreviations: tuple[Abbreviation, ...] = ()
    roles: tuple[RoleDefinition, ...] = ()


class _Groups:
    """Keys of mentions, those that are bound to each other under one of them."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def find(self, key: str) -> str:
        while key in self._up:
            key = self._up[key]
        return key

    def bind(self, one: str, other: str) -> None:
        first, second = self.find(one), self.find(other)
        if first != second:
            self._up[second] = first


def index_outcomes(
    mentions: Iterable[OutcomeMention], raw: str, prefix: str, definitions: Definitions | None = None
) -> OutcomeIndex:
    """All outcomes that facts speak of."""
    known = definitions or Definitions()
    listed = sorted(set(mentions), key=lambda m: (m.span, m.concept or "", m.adverse, m.modified))
    groups = _bound({_key(m, raw) for m in listed}, known, raw)
    _join_measures(groups, listed, raw, prefix)
    grouped: dict[str, list[OutcomeMention]] = {}
    for mention in listed:
        grouped.setdefault(groups.find(_key(mention, raw)), []).append(mention)
    outcomes: list[Outcome] = []
    ids: list[tuple[OutcomeMention, str]] = []
    for i, (key, group) in enumerate(grouped.items(), 1):
        identity = f"{prefix}.o{i}"
        printed = _names(key, group, groups, known, raw)
        bare = [short for n in printed if (short := _without_level(n, prefix))]
        names = list(dict.fromkeys([*printed, *bare]))[:_MOST_ALIASES]
        names += [title for title in _titles(group, prefix) if title not in (n.lower() for n in names)]
        own = (m.concept for m in group if m.concept and not m.concept.endswith(_ROLE_CONCEPT))
        concept = next(own, group[0].concept)
        outcomes.append(
            Outcome.model_validate(
                {
                    "id": identity,
                    "name": names[0],
                    "aliases": tuple(names[1:]),
                    "concept": concept,
                    "role": _role(group, groups, known, raw),
                    "spans": tuple(dict.fromkeys(place(m.span) for m in group)),
                }
            )
        )
        ids += [(m, identity) for m in group]
    return OutcomeIndex(tuple(outcomes), tuple(ids))


def _bound(keys: set[str], known: Definitions, raw: str) -> _Groups:
    """The groups of keys after abbreviations and roles have bound what is the same."""
    groups = _Groups()
    for abbreviation in known.abbreviations:
        groups.bind(_words(abbreviation.long, raw), _words(abbreviation.short, raw))
    roles = [r.role for r in known.roles]
    for definition in known.roles:
        if roles.count(definition.role) > 1:
            continue
        named = definition.concept if definition.concept in keys else _words(definition.name, raw)
        groups.bind(named, f"{definition.role}{_ROLE_CONCEPT}")
    return groups


def _join_measures(groups: _Groups, listed: Sequence[OutcomeMention], raw: str, code: str) -> None:
    """Binds the names of one concept that name one measure."""
    families: dict[str, list[OutcomeMention]] = {}
    for mention in listed:
        if mention.concept and not is_single(mention):
            families.setdefault(mention.concept, []).append(mention)
    for family in families.values():
        for one, other in same_measures((_words(m.span, raw) for m in family), code):
            groups.bind(one, other)


def _names(key: str, group: Sequence[OutcomeMention], groups: _Groups, known: Definitions, raw: str) -> list[str]:
    spans = [m.span for m in group]
    for abbreviation in known.abbreviations:
        own = {groups.find(_words(s, raw)) for s in spans} | {key}
        if groups.find(_words(abbreviation.short, raw)) in own or _printed(abbreviation, spans, raw):
            spans += [abbreviation.long, abbreviation.short]
    single = len(known.roles) == len({r.role for r in known.roles})
    spans += [r.name for r in known.roles if single and groups.find(f"{r.role}{_ROLE_CONCEPT}") == key]
    return list(dict.fromkeys(s.of(raw) for s in spans))


def _titles(group: Sequence[OutcomeMention], code: str) -> list[str]:
    """The plain name of an outcome that the text may tell by a verb or the people alone: 'death' for 'died'."""
    concepts = sorted({m.concept for m in group if m.concept and not m.modified})
    return [title for concept in concepts for title in language(code).spellings("outcome_title", concept)[:1]]


def _without_level(name: str, code: str) -> str | None:
    """The name without the word for its amount; None where it has none or is nothing without it."""
    for pattern in language(code).patterns_of("outcome_level"):
        found = pattern.regex.search(name)
        if found is not None and found.start() > 1:
            return name[: found.start()]
    return None


def _printed(abbreviation: Abbreviation, spans: Sequence[Span], raw: str) -> bool:
    """Whether a mention is the long form or the abbreviation itself."""
    texts = {_words(s, raw) for s in spans}
    short = _words(abbreviation.short, raw)
    if _words(abbreviation.long, raw) in texts or short in texts:
        return True
    return any(t.endswith(short) and not t[: -len(short)].isascii() and not t[-len(short) - 1].isascii() for t in texts)


def _role(group: Sequence[OutcomeMention], groups: _Groups, known: Definitions, raw: str) -> str | None:
    for mention in group:
        if mention.concept and mention.concept.endswith(_ROLE_CONCEPT):
            return mention.concept.removesuffix(_ROLE_CONCEPT)
    own = {groups.find(_key(m, raw)) for m in group}
    for definition in known.roles:
        named = {_words(definition.name, raw), *filter(None, (definition.concept,))}
        if own & {groups.find(n) for n in named}:
            return definition.role
    if all(m.adverse for m in group):
        return "safety"
    return "baseline" if any(m.concept in _BASELINE for m in group) else None


def _key(mention: OutcomeMention, raw: str) -> str:
    if mention.concept and not mention.modified and is_single(mention):
        return mention.concept
    return _words(mention.span, raw)


def _words(span: Span, raw: str) -> str:
    return _BLANK.sub(" ", span.of(raw)).lower()
