"""The groups of a trial of doses: each dose is an arm, under the names that were found for it and those of its dose."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.entities.arms.clusters import Cluster, key_of
from extractor.entities.arms.doses import DoseArm, dose_arms
from extractor.entities.arms.name import ArmName, named
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence


def with_doses(
    clusters: Sequence[Cluster], sentences: Sequence[Sentence], view: str, language: Language
) -> list[Cluster]:
    """The clusters with an arm for each dose in the place of the drug, where the trial compares its doses."""
    doses = dose_arms(sentences, view)
    if not doses:
        return list(clusters)
    out = [c for c in clusters if not _is_whole(c, doses, view)]
    for one in doses:
        names = tuple(_name(one, k) for k in range(len(one.spans)))
        owner = next((c for c in out if any(n.dose == one.amount for n in c.names)), None)
        if owner is not None:
            out[out.index(owner)] = replace(owner, names=(*owner.names, *names))
        elif names:
            shortest = min((n.span.of(view) for n in names), key=len)
            out.append(Cluster(key_of(shortest, language), names))
    if not any(c.is_control for c in out):
        out += _placebo(sentences, doses[0].sentence, view, language)
    starts = {d.amount: d.start for d in doses}
    return sorted(out, key=lambda c: min(starts.get(n.dose, n.span.start) if n.dose else n.span.start for n in c.names))


def _name(one: DoseArm, at: int) -> ArmName:
    span = one.spans[at]
    return ArmName(span, span, "assigned", None, (), sentence=one.sentence, dose=one.amount)


def _is_whole(one: Cluster, doses: Sequence[DoseArm], view: str) -> bool:
    """Whether a cluster is only the drug that all doses are of, or several doses at once."""
    stems = {d.stem for d in doses if d.stem}
    if any(n.dose is not None for n in one.names):
        return False
    texts = [n.span.of(view).lower() for n in one.names]
    return any(text == stem or text.endswith(" " + stem) for text in texts for stem in stems)


def _placebo(sentences: Sequence[Sentence], index: int, view: str, language: Language) -> list[Cluster]:
    """The placebo that stands beside the doses."""
    found = (s for s in sentences if s.index == index)
    pieces = [(p, s.index) for s in found for p in s.pieces if p.is_a("arm_role", "placebo")]
    names = tuple(named((p,), "assigned", i) for p, i in pieces)
    return [Cluster(key_of(names[0].span.of(view), language), names)] if names else []
