"""The arms of a trial: candidates that mean the same group are one arm, under every name that was found for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractor.entities.arms.additions import bare_roles, by_addition
from extractor.entities.arms.alike import by_alike
from extractor.entities.arms.clusters import (
    CONTROL_DRUGS,
    CONTROL_ROLES,
    Cluster,
    believed,
    cluster,
    in_order,
    key_of,
    recurring,
    told_in_time,
    without_ordinals,
)
from extractor.entities.arms.contrasts import by_contrast, by_people, combined
from extractor.entities.arms.dosed import with_doses
from extractor.entities.arms.doses import Amount
from extractor.entities.arms.joins import (
    agree,
    with_appositions,
    with_background,
    with_combination,
    with_controls,
    with_given,
    with_leftover,
    with_roles,
    with_short_forms,
    with_tails,
)
from extractor.entities.arms.kinds import by_kind
from extractor.entities.arms.letters import is_lettered
from extractor.entities.arms.listed import relisted, with_assigned, with_further
from extractor.entities.arms.name import ArmName
from extractor.entities.arms.names import arm_names, labelled_names
from extractor.entities.arms.rivals import by_rivalry
from extractor.entities.arms.sides import by_cases, by_controls, by_main, by_opposed, by_pairs, by_placebo, by_roles
from extractor.entities.arms.titles import by_title
from extractor.entities.short_forms import ShortForm
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence
from extractor.spans import Span

MOST_ARMS = 8
"""More groups than this are no arms but a list of something else."""


@dataclass(frozen=True, slots=True)
class ArmEntity:
    """An arm: its names in the view (best first) and where each is printed, its role, the drugs named for it.

    `sure` are the names that mean the arm wherever they stand; the others need a head word or another arm beside them.
    `dose` tells the arm from others of the same drug.
    """

    id: str
    names: tuple[str, ...]
    name_spans: tuple[Span, ...]
    role: str | None
    drugs: tuple[str, ...]
    spans: tuple[Span, ...]
    sure: frozenset[str] = frozenset()
    dose: Amount | None = None

    @property
    def is_control(self) -> bool:
        """Whether others are compared with this arm."""
        return self.role in CONTROL_ROLES

    @property
    def letters(self) -> frozenset[str]:
        """The letters or numbers by which the arm is told from others: the A of group A."""
        return frozenset(last for n in self.names if is_lettered(last := n.split()[-1]))


def find_arms(
    sentences: Sequence[Sentence],
    title: str | None,
    forms: Sequence[ShortForm],
    view: str,
    language: Language,
) -> tuple[ArmEntity, ...]:
    """The arms in the order in which the abstract assigns or first names them; empty for a single group.

    Groups with a head word (X group) are surest; then a combination contrasted with its part; then treatments that an
    assignment lists, where the abstract names them again; last the two sides of any other contrast (A versus B). Groups
    that tell what people have are arms only where no treatments are.
    """
    names = arm_names(sentences, view)
    given = [n for n in names if not n.state]
    if 0 < len(given) < len(names):
        arms = _arms(given, sentences, title, forms, view=view, language=language)
        if len(arms) > 1 and all(a.drugs or a.role or a.dose for a in arms):
            return arms
    return _arms(names, sentences, title, forms, view=view, language=language)


def _arms(
    names: Sequence[ArmName],
    sentences: Sequence[Sentence],
    title: str | None,
    forms: Sequence[ShortForm],
    *,
    view: str,
    language: Language,
) -> tuple[ArmEntity, ...]:
    """The arms among the candidates."""
    heads = _heads(names, sentences, forms, view, language)
    clusters = _alike(heads, sentences, view, language) or _chosen(names, heads, sentences, view, language, forms=forms)
    clusters = with_short_forms(clusters, forms, view)
    if titled := _titled(clusters, by_title(title, sentences, view, language), heads, view, language):
        clusters = titled
    contrasts = _contrasts(sentences)
    if len(clusters) < 2 and contrasts:
        clusters = cluster([*_primary(names), *contrasts], view, language)
        clusters = in_order(sorted(clusters, key=lambda c: -len(c.names))[:2])
    clusters = with_doses(with_short_forms(clusters, forms, view), sentences, view, language)
    if not 2 <= len(clusters) <= MOST_ARMS:
        clusters = _last(heads, title, sentences, view, language)
    if not 2 <= len(clusters) <= MOST_ARMS:
        return ()
    owned = _unshared([_with_treatments(c, names) for c in with_leftover(clusters, heads)], view)
    return tuple(_entity(c, f"{language.code}.a{i}", view) for i, c in enumerate(owned, 1))


def _primary(names: Sequence[ArmName]) -> list[ArmName]:
    """The candidates that are no further name of others; what people received only where nothing is assigned."""
    own = [n for n in names if n.of is None]
    return [n for n in own if n.origin != "taken"] if any(n.origin == "assigned" for n in own) else own


def _contrasts(sentences: Sequence[Sentence]) -> list[ArmName]:
    """What the sentences contrast; the background, which tells of other trials, only where nothing else does."""
    own = [n for s in sentences if s.section != "background" for n in by_contrast(s)]
    return own or [n for s in sentences for n in by_contrast(s)]


def _alike(heads: Sequence[Cluster], sentences: Sequence[Sentence], view: str, language: Language) -> list[Cluster]:
    """Names built alike, where no groups are headed and no combination is contrasted with its part before the end."""
    told = [n for s in sentences if s.section != "conclusions" for n in by_contrast(s)]
    if len(heads) > 1 or combined(told):
        return []
    return in_order(cluster(by_alike(sentences, view, language), view, language))


def _heads(
    names: Sequence[ArmName], sentences: Sequence[Sentence], forms: Sequence[ShortForm], view: str, language: Language
) -> list[Cluster]:
    """The groups with a head word."""
    primary = _primary(names)
    heads = with_appositions(_headed(primary, view, language), names)
    heads = with_short_forms(told_in_time(believed(heads, sentences), sentences), forms, view)
    heads = with_tails(without_ordinals(with_given(heads, names, view, language)), view, language)
    heads = with_controls(told_in_time(with_roles(with_background(heads)), sentences))
    if len(heads) < 2 and len(labelled := cluster(labelled_names(sentences, view), view, language)) > 1:
        heads = [c for c in labelled if len(c.sentences) > 1] or heads
    if len(heads) == 1 and heads[0].is_control and not any(n.origin == "assigned" for n in primary):
        others = _main(heads[0], sentences) or by_people(sentences, view)
        return in_order([*heads, *cluster(others, view, language)])
    return heads


def _opposite(head: Cluster, sentences: Sequence[Sentence]) -> list[ArmName]:
    """The other side of the one group with a head word: the controls, a placebo, or what a placebo is set against."""
    if head.is_control:
        return _main(head, sentences)
    told = any(n.role or n.drugs for n in head.names)
    return by_controls(sentences) or (by_opposed(sentences) if told else [])


def _main(control: Cluster, sentences: Sequence[Sentence]) -> list[ArmName]:
    """What a placebo is the control of: the one drug that stands out; empty for other controls."""
    return by_main(sentences) if any(n.role == "placebo" for n in control.names) else []


def _headed(names: Sequence[ArmName], view: str, language: Language) -> list[Cluster]:
    """The names with a head word; where these are fewer than two, the treatments behind one too."""
    given = [n for n in names if n.origin == "given"]
    heads = cluster([n for n in names if n.origin == "head"], view, language)
    both = cluster([n for n in names if n.origin in ("head", "given")], view, language)
    listed = [n.sentence for n in names if n.origin == "assigned"]
    if len(heads) < 2 and given and all(listed.count(s) <= len(both) for s in set(listed)):
        return both
    for one in given:
        key = key_of(one.span.of(view), language)
        owners = [h for h in heads if key <= h.key or h.key < key]
        if len(owners) == 1:
            heads[heads.index(owners[0])] = replace(owners[0], names=(*owners[0].names, one))
    return heads


def _chosen(
    names: Sequence[ArmName],
    heads: Sequence[Cluster],
    sentences: Sequence[Sentence],
    view: str,
    language: Language,
    *,
    forms: Sequence[ShortForm],
) -> list[Cluster]:
    """The groups with a head word, a combination and its part, or what an assignment lists."""
    primary = _primary(names)
    told = [c for c in heads if not c.is_plain or c.is_control]
    assigned = [n for n in primary if n.origin == "assigned"]
    if len(heads) >= 2 and told:
        heads = with_assigned(heads, assigned, view, language)
        return in_order(with_further(heads, assigned, sentences, view, language))
    combinations = combined(_contrasts(sentences))
    if parts := cluster(combinations, view, language) or by_addition(sentences, view, language):
        return with_combination(parts, heads or bare_roles(sentences, view, language))
    if len(heads) >= 2:
        return in_order(with_assigned(heads, assigned, view, language))
    listed = relisted(primary, view, language) or cluster(primary, view, language)
    listed = with_roles(with_short_forms(believed(listed, sentences), forms, view))
    return told_in_time(recurring(listed, sentences, view), sentences)


def _titled(
    clusters: Sequence[Cluster], titled: Sequence[ArmName], heads: Sequence[Cluster], view: str, language: Language
) -> list[Cluster]:
    """The two sides of the title's contrast, where no arms were found, or a list of others that no group bears out."""
    sides = cluster(titled, view, language)
    if len(clusters) < 2:
        return sides
    listed = len(heads) < 2 and all(n.origin in ("assigned", "taken") for c in clusters for n in c.names)
    return sides if listed and not any(agree(c, side, view) for c in clusters for side in sides) else []


def _last(
    heads: Sequence[Cluster], title: str | None, sentences: Sequence[Sentence], view: str, language: Language
) -> list[Cluster]:
    """Arms where nothing surer tells them: one group and the controls, roles, a placebo, names often set together."""
    if len(heads) == 1 and (others := _opposite(heads[0], sentences)):
        return in_order([*heads, *cluster(others, view, language)])
    found = by_roles(sentences) or by_cases(sentences, view) or by_placebo(sentences) or by_pairs(sentences, view)
    if found:
        return cluster(found, view, language)
    return by_kind(sentences, view, language) or by_rivalry(title, sentences, view, language)


def _with_treatments(one: Cluster, names: Iterable[ArmName]) -> Cluster:
    spans = {n.span for n in one.names}
    return replace(one, names=(*one.names, *(n for n in names if n.of in spans)))


def _unshared(clusters: Sequence[Cluster], view: str) -> list[Cluster]:
    """The clusters without the treatments that two of them were given: these tell no arm from another."""
    given = [{n.span.of(view).lower() for n in c.names if n.of is not None} for c in clusters]
    shared = {t for i, one in enumerate(given) for t in one if any(t in other for other in given[:i])}
    return [
        replace(c, names=tuple(n for n in c.names if n.of is None or n.span.of(view).lower() not in shared))
        for c in clusters
    ]


def _entity(one: Cluster, identity: str, view: str) -> ArmEntity:
    ordered = sorted(one.names, key=lambda n: (n.of is not None, len(n.span), n.span.start))
    texts: dict[str, Span] = {}
    for span in (s for n in ordered for s in (n.span, n.full)):
        texts.setdefault(span.of(view), span)
    role = next((n.role for n in ordered if n.role in CONTROL_ROLES), None) or next(
        (n.role for n in ordered if n.role), None
    )
    drugs = tuple(dict.fromkeys(d for n in ordered for d in n.drugs))
    if role is None and set(drugs) & CONTROL_DRUGS:
        role = "placebo" if {"placebo", "sham"} & set(drugs) else "control"
    sure = frozenset(n.span.of(view).lower() for n in ordered if _is_sure(n, view))
    full = frozenset(n.full.of(view).lower() for n in ordered if n.full != n.span)
    spans = tuple(sorted(n.span for n in one.names))
    doses = {n.dose for n in ordered if n.dose is not None}
    dose = next(iter(doses)) if len(doses) == 1 else None
    return ArmEntity(identity, tuple(texts), tuple(texts.values()), role, drugs, spans, sure | full, dose)


def _is_sure(name: ArmName, view: str) -> bool:
    """Whether the bare name means the arm anywhere: a treatment does, an everyday role or adjective does not."""
    text = name.span.of(view)
    if is_lettered(text):
        return False
    if name.plain:
        return name.role == "placebo"
    if name.origin != "head" or name.drugs or name.timed:
        return True
    if any(c.isdigit() for c in text):
        return False
    return text.isascii() and (" " in text or "-" in text or not text.islower())


__all__ = ["ArmEntity", "find_arms", "key_of"]
