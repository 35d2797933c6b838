"""The arms of a trial: candidates that mean the same group are one arm, under every name that was found for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.entities.arm_names import ArmName, arm_names, by_contrast
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

MOST_ARMS = 8
"""More groups than this are no arms but a list of something else."""

_CONTROL_ROLES = ("placebo", "no_treatment", "control", "active_comparator")
_CONTROL_DRUGS = frozenset(
    {"placebo", "usual_care", "sham", "no_treatment", "saline", "best_supportive_care"}
)
_TOKEN = regex.compile(r"[a-z0-9]+|\p{Han}|[^\s\w]", regex.IGNORECASE)
_WORDLIKE = regex.compile(r"\w")


@dataclass(frozen=True, slots=True)
class ArmEntity:
    """An arm: its names in the view (best first) and where each is printed, its role, the drugs named for it."""

    id: str
    names: tuple[str, ...]
    name_spans: tuple[Span, ...]
    role: str | None
    drugs: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def is_control(self) -> bool:
        """Whether others are compared with this arm."""
        return self.role in _CONTROL_ROLES


@dataclass(frozen=True, slots=True)
class _Cluster:
    key: frozenset[str]
    names: tuple[ArmName, ...]


def find_arms(
    sentences: Sequence[Sentence], title: Sentence | None, view: str, language: Language, prefix: str
) -> tuple[ArmEntity, ...]:
    """The arms in the order in which the abstract assigns or first names them; empty for a single group.

    Groups with a head word (X group) are surest; treatments that an assignment lists come next, where the abstract
    names them again; last the two sides of a contrast (A versus B).
    """
    names = arm_names(sentences, view)
    primary = [n for n in names if n.of is None]
    heads = _believed(_clusters([n for n in primary if n.origin == "head"], view, language), sentences)
    if len(heads) >= 2:
        clusters = _with_assigned(heads, primary, view, language)
    else:
        clusters = _believed(_clusters(primary, view, language), sentences)
        clusters = _recurring(clusters, sentences, view)
    if len(clusters) < 2:
        listed = (*((title,) if title else ()), *sentences)
        contrasts = [n for s in listed for n in by_contrast(s)]
        clusters = _clusters([*primary, *contrasts], view, language)
        clusters = sorted(clusters, key=lambda c: -len(c.names))[:2] if contrasts else []
        clusters = sorted(clusters, key=lambda c: min(_rank(n) for n in c.names))
    if not 2 <= len(clusters) <= MOST_ARMS:
        return ()
    owned = [_with_treatments(c, names) for c in clusters]
    return tuple(_entity(c, f"{prefix}.a{i}", view) for i, c in enumerate(owned, 1))


def _with_assigned(
    heads: list[_Cluster], primary: Sequence[ArmName], view: str, language: Language
) -> list[_Cluster]:
    """The groups, with the treatments of an assignment that lists as many as further names of theirs."""
    assigned = [n for n in primary if n.origin == "assigned"]
    for sentence in sorted({n.sentence for n in assigned}, reverse=True):
        listed = _clusters([n for n in assigned if n.sentence == sentence], view, language)
        if len(listed) != len(heads):
            continue
        if len(heads) == 2 and _controls(heads[0]) != _controls(listed[0]) and _controls(heads[0]) == _controls(listed[1]):
            listed.reverse()
        return [replace(h, names=(*h.names, *one.names)) for h, one in zip(heads, listed, strict=True)]
    return heads


def _recurring(clusters: list[_Cluster], sentences: Sequence[Sentence], view: str) -> list[_Cluster]:
    """The clusters that are named again outside the sentence they come from, where there are more than two."""
    if len(clusters) <= 2:
        return clusters

    def again(c: _Cluster) -> bool:
        own = {n.sentence for n in c.names}
        texts = {n.span.of(view).lower() for n in c.names}
        return any(t in s.span.of(view).lower() for s in sentences if s.index not in own for t in texts)

    return [c for c in clusters if again(c)]


def key_of(text: str, language: Language) -> frozenset[str]:
    """The tokens that tell a name from others: letters, digits and ideographs without the words all names share."""
    tokens = [t.lower() for t in _TOKEN.findall(text) if _WORDLIKE.match(t)]
    ideographic = any(len(t) == 1 and not t.isascii() for t in tokens)
    plain = _shared(language).sub(" ", text.lower() if ideographic else " ".join(tokens))
    kept = [t for t in _TOKEN.findall(plain) if _WORDLIKE.match(t)]
    singular = [t[:-1] if len(t) > 3 and t.isascii() and t.endswith("s") and not t.endswith("ss") else t for t in kept]
    return frozenset(singular or tokens)


def _shared(language: Language) -> regex.Pattern[str]:
    """What matches the words that all names share; the regex package keeps the compiled pattern."""
    words = sorted(language.spellings("alone"), key=lambda w: (-len(w), w))
    return regex.compile("|".join(rf"\b{regex.escape(w)}\b" if w.isascii() else regex.escape(w) for w in words))


def _clusters(names: Sequence[ArmName], view: str, language: Language) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for name in sorted(names, key=lambda n: len(n.span)):
        key = key_of(name.span.of(view), language)
        if not key:
            continue
        exact = [i for i, c in enumerate(clusters) if c.key == key]
        wider = [i for i, c in enumerate(clusters) if c.key < key and _same_kind(c, name)]
        wider = [i for i in wider if not _beside(clusters[i], name, names)]
        match = exact or (wider if len(wider) == 1 else [])
        if match:
            old = clusters[match[0]]
            clusters[match[0]] = replace(old, names=(*old.names, name))
        else:
            clusters.append(_Cluster(key, (name,)))
    return sorted(clusters, key=lambda c: min(_rank(n) for n in c.names))


def _same_kind(cluster: _Cluster, name: ArmName) -> bool:
    """A longer name is the same arm only where it adds no other treatment."""
    drugs = {d for n in cluster.names for d in n.drugs}
    return not (set(name.drugs) - drugs) if name.drugs else True


def _beside(cluster: _Cluster, name: ArmName, names: Sequence[ArmName]) -> bool:
    """Whether a name like this one stands with one of the cluster's in one sentence: then they are two arms."""
    mine = {n.sentence for n in names if len(n.span) == len(name.span) and n.origin == name.origin and n.role == name.role}
    mine.add(name.sentence)
    return any(n.sentence in mine and n.origin == name.origin for n in cluster.names)


def _rank(name: ArmName) -> tuple[int, int]:
    return (0 if name.origin == "assigned" else 0, name.span.start)


def _believed(clusters: list[_Cluster], sentences: Sequence[Sentence]) -> list[_Cluster]:
    """Clusters that are more than a chance phrase: named twice, in an assignment, or with a role or drug."""
    assigning = [s.span for s in sentences if s.has("assigned", "assigned")]
    coordinated = {
        i for i in {n.sentence for c in clusters for n in c.names}
        if sum(any(n.sentence == i and n.origin == "head" for n in c.names) for c in clusters) > 1
    }

    def sure(c: _Cluster) -> bool:
        return (
            len(c.names) > 1
            or any(n.origin == "assigned" or n.role or n.drugs for n in c.names)
            or any(span.contains(n.span) for n in c.names for span in assigning)
            or any(n.sentence in coordinated and n.origin == "head" for n in c.names)
        )

    return [c for c in clusters if sure(c)]


def _controls(cluster: _Cluster) -> bool:
    return any(n.role in _CONTROL_ROLES or set(n.drugs) & _CONTROL_DRUGS for n in cluster.names)


def _with_treatments(cluster: _Cluster, names: Iterable[ArmName]) -> _Cluster:
    spans = {n.span for n in cluster.names}
    return replace(cluster, names=(*cluster.names, *(n for n in names if n.of in spans)))


def _entity(cluster: _Cluster, identity: str, view: str) -> ArmEntity:
    ordered = sorted(cluster.names, key=lambda n: (n.of is not None, len(n.span), n.span.start))
    texts: dict[str, Span] = {}
    for span in (s for n in ordered for s in (n.span, n.full)):
        texts.setdefault(span.of(view), span)
    role = next((n.role for n in ordered if n.role in _CONTROL_ROLES), None) or next(
        (n.role for n in ordered if n.role), None
    )
    drugs = tuple(dict.fromkeys(d for n in ordered for d in n.drugs))
    if role is None and set(drugs) & _CONTROL_DRUGS:
        role = "placebo" if {"placebo", "sham"} & set(drugs) else "control"
    return ArmEntity(
        identity, tuple(texts), tuple(texts.values()), role, drugs, tuple(sorted(n.span for n in cluster.names))
    )
