"""Names that mean the same group: clusters of candidates, and which of them to believe."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.entities.arms.letters import is_lettered
from extractor.entities.arms.name import ArmName
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence

CONTROL_ROLES = ("placebo", "no_treatment", "control", "active_comparator")
CONTROL_DRUGS = frozenset({"placebo", "usual_care", "sham", "no_treatment", "saline", "best_supportive_care"})
_HEADED = ("head", "given")
_TOKEN = regex.compile(r"[a-z0-9]+(?:(?<=\d)[+-](?![a-z0-9]))?|\p{Han}|\p{Nl}|[^\s\w]", regex.IGNORECASE)
_WORDLIKE = regex.compile(r"[\w<>≤≥]")
"""Words, and the signs that tell a level below a bound from one above it; a token keeps the sign of HER2+ and HER2-."""


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
    def drugs(self) -> frozenset[str]:
        """The drugs that its names name."""
        return frozenset(d for n in self.names for d in n.drugs)

    @property
    def is_plain(self) -> bool:
        """Whether no name of it says more than a role."""
        return all(n.plain for n in self.names)

    @property
    def is_control(self) -> bool:
        """Whether it is what others are compared with."""
        return any(n.role in CONTROL_ROLES or set(n.drugs) & CONTROL_DRUGS for n in self.names)


def is_told_by_letter(one: Cluster, view: str) -> bool:
    """Whether the group is told by a letter alone: group A."""
    return all(is_lettered(n.full.of(view).split()[-1]) or is_lettered(n.span.of(view)) for n in one.names)


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
        wider = [i for i in wider if _adds_nothing(clusters[i], name) and not _beside(clusters[i], name, names)]
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


def _adds_nothing(one: Cluster, name: ArmName) -> bool:
    """A longer name is the same arm only where it adds no other treatment; with a plus it is not the one alone."""
    if name.added and any(n.single for n in one.names):
        return False
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
    places = [i for c in clusters for i in {n.sentence for n in c.names if n.origin in _HEADED}]
    shared = {i for i in places if places.count(i) > 1}

    def sure(c: Cluster) -> bool:
        return (
            len(c.names) > 1
            or any(n.origin in ("assigned", "taken", "contrast") or n.role or n.drugs for n in c.names)
            or any(span.contains(n.span) for n in c.names for span in assigning)
            or any(n.sentence in shared and n.origin in _HEADED for n in c.names)
        )

    return [c for c in clusters if sure(c)]


def recurring(clusters: list[Cluster], sentences: Sequence[Sentence], view: str) -> list[Cluster]:
    """The clusters that are named again outside the sentence they come from, where there are more than two."""
    if len(clusters) <= 2:
        return clusters
    return [c for c in clusters if len(c.sentences) > 1 or named_again(c, sentences, view)]


def named_again(one: Cluster, sentences: Sequence[Sentence], view: str) -> bool:
    """Whether a sentence that none of its names comes from prints one of them, or its drug."""
    texts = {n.span.of(view).lower() for n in one.names}
    others = [s for s in sentences if s.index not in one.sentences]
    return any(t in s.span.of(view).lower() for s in others for t in texts) or any(
        p.is_a("drug", d) for s in others for p in s.pieces for d in one.drugs
    )


def told_in_time(clusters: list[Cluster], sentences: Sequence[Sentence]) -> list[Cluster]:
    """The clusters without those that only the conclusions name, where two others are left: arms of other trials."""
    last = {s.index for s in sentences if s.section == "conclusions"}
    kept = [c for c in clusters if not c.sentences <= last]
    return kept if len(kept) >= 2 else clusters


def without_ordinals(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters without those told only by their place in a list ('the first group'), where others are named."""
    named = [c for c in clusters if not all(n.ordinal for n in c.names)]
    return named if len(named) >= 2 else clusters
