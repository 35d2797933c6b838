"""Names that mean the same group: clusters of candidates, and the reasons to join or to drop some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.entities.arms.name import ArmName
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence

CONTROL_ROLES = ("placebo", "no_treatment", "control", "active_comparator")
CONTROL_DRUGS = frozenset({"placebo", "usual_care", "sham", "no_treatment", "saline", "best_supportive_care"})
_TOKEN = regex.compile(r"[a-z0-9]+|\p{Han}|\p{Nl}|[^\s\w]", regex.IGNORECASE)
_WORDLIKE = regex.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Candidates that mean one group; `key` are the words of its shortest name."""

    key: frozenset[str]
    names: tuple[ArmName, ...]

    @property
    def sentences(self) -> frozenset[int]:
        """Where it is named."""
        return frozenset(n.sentence for n in self.names)

    @property
    def is_plain(self) -> bool:
        """Whether no name of it says more than a role."""
        return all(n.plain for n in self.names)

    @property
    def is_control(self) -> bool:
        """Whether it is what others are compared with."""
        return any(n.role in CONTROL_ROLES or set(n.drugs) & CONTROL_DRUGS for n in self.names)


def key_of(text: str, language: Language) -> frozenset[str]:
    """The tokens that tell a name from others: letters, digits and ideographs without the words all names share."""
    tokens = [t.lower() for t in _TOKEN.findall(text) if _WORDLIKE.match(t)]
    ideographic = any(len(t) == 1 and not t.isascii() for t in tokens)
    plain = _shared(language).sub(" ", text.lower() if ideographic else " ".join(tokens))
    kept = [t for t in _TOKEN.findall(plain) if _WORDLIKE.match(t)]
    return frozenset(_singular(t) for t in kept or tokens)


def _singular(token: str) -> str:
    plural = len(token) > 3 and token.isascii() and token.endswith("s") and not token.endswith("ss")
    return token[:-1] if plural else token


def _shared(language: Language) -> regex.Pattern[str]:
    """What matches the words that all names share; the regex package keeps the compiled pattern."""
    words = sorted(language.spellings("alone"), key=lambda w: (-len(w), w))
    return regex.compile("|".join(rf"\b{regex.escape(w)}\b" if w.isascii() else regex.escape(w) for w in words))


def cluster(names: Sequence[ArmName], view: str, language: Language) -> list[Cluster]:
    """The candidates grouped by their words, in the order of the text."""
    clusters: list[Cluster] = []
    negations = frozenset(language.spellings("negation"))
    for name in sorted(names, key=lambda n: (len(n.span), n.span.start)):
        key = key_of(name.span.of(view), language)
        if not key:
            continue
        exact = [i for i, c in enumerate(clusters) if c.key == key]
        wider = [i for i, c in enumerate(clusters) if c.key < key and not (key - c.key) & negations]
        wider = [i for i in wider if _adds_no_drug(clusters[i], name) and not _beside(clusters[i], name, names)]
        match = exact or (wider if len(wider) == 1 else [])
        if match:
            old = clusters[match[0]]
            clusters[match[0]] = replace(old, names=(*old.names, name))
        else:
            clusters.append(Cluster(key, (name,)))
    return in_order(clusters)


def in_order(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters by the place of their first name."""
    return sorted(clusters, key=lambda c: min(n.span.start for n in c.names))


def _adds_no_drug(one: Cluster, name: ArmName) -> bool:
    """A longer name is the same arm only where it adds no other treatment."""
    return not (set(name.drugs) - {d for n in one.names for d in n.drugs})


def _beside(one: Cluster, name: ArmName, names: Sequence[ArmName]) -> bool:
    """Whether a name like this one stands with one of the cluster's in one sentence: then they are two arms."""
    mine = {
        n.sentence for n in names if len(n.span) == len(name.span) and n.origin == name.origin and n.role == name.role
    }
    mine.add(name.sentence)
    return any(n.sentence in mine and n.origin == name.origin for n in one.names)


def believed(clusters: Sequence[Cluster], sentences: Sequence[Sentence]) -> list[Cluster]:
    """Clusters that are more than a chance phrase: named twice, in an assignment, with a role or drug, or in a list."""
    assigning = [s.span for s in sentences if s.has("assigned", "assigned")]
    places = [i for c in clusters for i in {n.sentence for n in c.names if n.origin == "head"}]
    shared = {i for i in places if places.count(i) > 1}

    def sure(c: Cluster) -> bool:
        return (
            len(c.names) > 1
            or any(n.origin in ("assigned", "contrast") or n.role or n.drugs for n in c.names)
            or any(span.contains(n.span) for n in c.names for span in assigning)
            or any(n.sentence in shared and n.origin == "head" for n in c.names)
        )

    return [c for c in clusters if sure(c)]


def with_appositions(clusters: Sequence[Cluster], names: Sequence[ArmName]) -> list[Cluster]:
    """Clusters joined where one's name explains the other's: 'high-dose group (group A)', '正常组(A组)'."""
    out = list(clusters)
    for name in names:
        if name.of is None:
            continue
        owner = next((c for c in out if any(n.span == name.of for n in c.names)), None)
        other = next((c for c in out if any(name.span in (n.full, n.span) for n in c.names)), None)
        if owner is not None and other is not None and owner is not other:
            out = [c for c in out if c is not owner and c is not other]
            out.append(Cluster(owner.key, (*owner.names, *other.names)))
    return in_order(out)


def with_roles(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Clusters with bare roles ("treatment group", 对照组) joined to the one arm of that side, or dropped if unclear.

    Only where there are more than two: a role that never stands in a list with an arm is another name for it.
    """
    out = list(clusters)
    for plain in sorted((c for c in clusters if c.is_plain), key=lambda c: len(c.names)):
        if len(out) <= 2 or plain not in out:
            continue
        side = [c for c in out if c is not plain and c.is_control == plain.is_control]
        apart = [c for c in side if not c.sentences & plain.sentences]
        if len(side) == len(apart) == 1:
            out = [c for c in out if c is not plain and c is not side[0]]
            out.append(Cluster(side[0].key, (*side[0].names, *plain.names)))
        elif len(side) == len(apart) > 1:
            out.remove(plain)
    return in_order(out)


def with_tails(clusters: Sequence[Cluster], view: str) -> list[Cluster]:
    """Clusters joined where one name only adds to a bare role: 'the trained intervention group', 疗效治疗组 and 治疗组.

    Not where both stand in one sentence, nor where several groups end in that role: then it tells none of them.
    """
    out = list(clusters)
    for plain in (c for c in clusters if c.is_plain):
        ends = tuple(n.span.of(view).lower() for n in plain.names)
        longer = [c for c in out if not c.is_plain and all(n.span.of(view).lower().endswith(ends) for n in c.names)]
        if len(longer) == 1 and not longer[0].sentences & plain.sentences and longer[0].is_control == plain.is_control:
            out = [c for c in out if c is not plain and c is not longer[0]]
            out.append(Cluster(plain.key, (*plain.names, *longer[0].names)))
    return in_order(out)


def with_given(clusters: Sequence[Cluster], names: Sequence[ArmName], view: str, language: Language) -> list[Cluster]:
    """Clusters joined where one is called by what the other was given: 'the controls got X alone', 'the X group'."""
    out = list(clusters)
    for one in clusters:
        if len(out) <= 2 or one not in out or one.is_plain:
            continue
        owners = [c for c in out if c is not one and _was_given(c, one, names, view, language)]
        if len(owners) == 1 and not owners[0].sentences & one.sentences:
            out = [c for c in out if c is not one and c is not owners[0]]
            out.append(Cluster(owners[0].key, (*owners[0].names, *one.names)))
    return in_order(out)


def _was_given(owner: Cluster, one: Cluster, names: Sequence[ArmName], view: str, language: Language) -> bool:
    spans = {n.span for n in owner.names}
    return any(n.of in spans and one.key <= key_of(n.span.of(view), language) for n in names if n.of is not None)


def with_combination(parts: Sequence[Cluster], heads: Sequence[Cluster]) -> list[Cluster]:
    """A combination and its part, with the bare role that only the combination can bear ('the combination arm')."""
    roles = [c for c in heads if c.is_plain and not c.is_control]
    if len(parts) != 2 or len(roles) != 1:
        return list(parts)
    larger = max(parts, key=lambda c: len({d for n in c.names for d in n.drugs}))
    return [replace(c, names=(*c.names, *roles[0].names)) if c is larger else c for c in parts]


def with_background(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Clusters joined where all arms are named with and without the same treatment: A, B, A plus C, B plus C."""
    drugs = [frozenset(d for n in c.names for d in n.drugs) for c in clusters]
    pairs = [
        (i, k, drugs[k] - drugs[i])
        for i, one in enumerate(clusters)
        for k, other in enumerate(clusters)
        if one.key < other.key and drugs[i] < drugs[k]
    ]
    extras = {extra for _, _, extra in pairs}
    if len(pairs) < 2 or len(pairs) * 2 != len(clusters) or len(extras) != 1:
        return list(clusters)
    return in_order(Cluster(clusters[i].key, (*clusters[i].names, *clusters[k].names)) for i, k, _ in pairs)


def with_assigned(
    heads: Sequence[Cluster], assigned: Sequence[ArmName], view: str, language: Language
) -> list[Cluster]:
    """The groups, with the treatments of an assignment that lists as many as further names of theirs."""
    for sentence in sorted({n.sentence for n in assigned}, reverse=True):
        listed = cluster([n for n in assigned if n.sentence == sentence], view, language)
        if len(listed) != len(heads):
            continue
        matched = _matched(heads, listed)
        return [replace(h, names=(*h.names, *one.names)) for h, one in zip(heads, matched, strict=True)]
    return list(heads)


def relisted(names: Sequence[ArmName], view: str, language: Language) -> list[Cluster]:
    """The arms of two assignments that list as many and share some: the others go together; empty where none do so."""
    places = sorted({n.sentence for n in names if n.origin == "assigned"})
    if len(places) < 2 or any(n.origin != "assigned" for n in names):
        return []
    first, *later = ([n for n in names if n.sentence == place] for place in places)
    base = cluster(first, view, language)
    for listed in later:
        others = cluster(listed, view, language)
        shared = [c for c in others if any(c.key == b.key for b in base)]
        if len(others) != len(base) or not shared:
            return []
        base = with_assigned(base, listed, view, language)
    return base


def _matched(heads: Sequence[Cluster], listed: Sequence[Cluster]) -> list[Cluster]:
    """The treatments in the order of the groups that share the most with them; else as they stand."""
    open_ones = list(listed)
    out: list[Cluster] = []
    for head in heads:
        best = max(open_ones, key=lambda c: (len(c.key & head.key), c.is_control == head.is_control))
        out.append(best)
        open_ones.remove(best)
    return out


def recurring(clusters: list[Cluster], sentences: Sequence[Sentence], view: str) -> list[Cluster]:
    """The clusters that are named again outside the sentence they come from, where there are more than two."""
    if len(clusters) <= 2:
        return clusters

    def again(c: Cluster) -> bool:
        texts = {n.span.of(view).lower() for n in c.names}
        others = [s for s in sentences if s.index not in c.sentences]
        drugs = {d for n in c.names for d in n.drugs}
        return (
            len(c.sentences) > 1
            or any(t in s.span.of(view).lower() for s in others for t in texts)
            or any(p.is_a("drug", d) for s in others for p in s.pieces for d in drugs)
        )

    return [c for c in clusters if again(c)]


def told_in_time(clusters: list[Cluster], sentences: Sequence[Sentence]) -> list[Cluster]:
    """The clusters without those that only the conclusions name, where two others are left: arms of other trials."""
    last = {s.index for s in sentences if s.section == "conclusions"}
    kept = [c for c in clusters if not c.sentences <= last]
    return kept if len(kept) >= 2 else clusters
