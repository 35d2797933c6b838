"""Reasons to join the candidates of two clusters, or to drop one: they mean the same group, or tell none."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.entities.arms.clusters import Cluster, in_order, is_told_by_letter, key_of
from extractor.entities.arms.name import ArmName
from extractor.entities.short_forms import ShortForm
from extractor.knowledge import Language


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

    Only where there are more than two: a role that never stands in a list with an arm is another name for it. Of a
    treatment and its combination, the combination is called so, and the other a monotherapy and the control.
    """
    out = list(clusters)
    roles = [c for c in clusters if c.is_plain]
    for plain in sorted(roles, key=lambda c: (not all(n.single for n in c.names), len(c.names))):
        if len(out) <= 2 or plain not in out:
            continue
        side = [c for c in out if c is not plain and c.is_control == plain.is_control]
        side = _by_size(plain, side) or side or _by_addition(plain, out)
        apart = [c for c in side if not c.sentences & plain.sentences]
        if len(side) == len(apart) == 1 and not _adds_arm(plain, side[0], out):
            out = [c for c in out if c is not plain and c is not side[0]]
            out.append(Cluster(side[0].key, (*side[0].names, *plain.names)))
        elif len(side) == len(apart) > 1 and not (len(out) > 3 and all(n.combined for n in plain.names)):
            out.remove(plain)
    return in_order(out)


def with_controls(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Clusters joined where the only two are a placebo and the controls: both are called as what others are not."""
    both = len(clusters) == 2 and all(c.is_plain and c.is_control for c in clusters)
    roles = [{n.role for n in c.names} for c in clusters]
    if not both or not ({"placebo"} in roles and {"control"} in roles) or clusters[0].sentences & clusters[1].sentences:
        return list(clusters)
    one, other = clusters
    return [Cluster(one.key, (*one.names, *other.names))]


def _adds_arm(plain: Cluster, one: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Whether an arm adds to a placebo just what another arm is: 'X then placebo' beside X."""
    added = one.drugs - plain.drugs
    return bool(plain.drugs and added) and any(c.drugs == added for c in clusters if c is not one)


def _by_addition(plain: Cluster, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The treatment alone for the role of a control, where the only other arm adds something to it."""
    others = [c for c in clusters if c is not plain]
    alone = [c for c in others if any(n.single for n in c.names)]
    added = [c for c in others if any(n.added for n in c.names)]
    return alone if plain.is_control and len(others) == 2 and len(alone) == len(added) == 1 else []


def _by_size(plain: Cluster, side: Sequence[Cluster]) -> list[Cluster]:
    """The larger of a treatment and its combination for the role of a combination, the smaller for a monotherapy."""
    combined, single = all(n.combined for n in plain.names), all(n.single for n in plain.names)
    ranked = sorted((c for c in side if not c.is_plain), key=lambda c: len(c.drugs))
    if single and len(ranked) == 1 < len(side):
        return ranked
    if len(ranked) != 2 or not frozenset() < ranked[0].drugs < ranked[1].drugs or combined == single:
        return []
    return ranked[1:] if combined else ranked[:1]


def with_tails(clusters: Sequence[Cluster], view: str, language: Language) -> list[Cluster]:
    """Clusters joined where one name only adds to a bare role, or a list leaves out what its members share.

    'the trained intervention group', 疗效治疗组 and 治疗组; 血钙阳性组及阴性组. Not where both stand in one sentence,
    nor where several groups end so: then it tells none of them.
    """
    out = list(clusters)
    negations = frozenset(language.spellings("negation"))
    for short in clusters:
        ends = tuple(n.span.of(view).lower() for n in short.names)
        if short not in out or (not short.is_plain and (short.drugs or len(set(ends)) > 1)):
            continue
        longer = [c for c in out if c is not short and not c.is_plain and all(_ends_in(n, ends, view) for n in c.names)]
        if len(longer) != 1 or longer[0].sentences & short.sentences or longer[0].is_control != short.is_control:
            continue
        added = longer[0].names[0].span.of(view).lower().removesuffix(ends[0]).strip(" -")
        if added not in negations:
            out = [c for c in out if c is not short and c is not longer[0]]
            key = short.key if short.is_plain else longer[0].key
            out.append(Cluster(key, (*short.names, *longer[0].names)))
    return in_order(out)


def _ends_in(name: ArmName, ends: tuple[str, ...], view: str) -> bool:
    """Whether the name ends in one of the texts, at the start of a word."""
    text = name.span.of(view).lower()
    found = next((e for e in ends if text.endswith(e) and text != e), None)
    if found is None:
        return False
    ahead = text[-len(found) - 1]
    return not (ahead.isascii() and ahead.isalnum() and found[0].isascii())


def with_given(clusters: Sequence[Cluster], names: Sequence[ArmName], view: str, language: Language) -> list[Cluster]:
    """Clusters joined where one is called by what the other was given: 'the controls got X alone', 'the X group'.

    Where all but one of the groups told by letters are so joined, the last goes with the last of the others.
    """
    out = list(clusters)
    for one in clusters:
        if len(out) <= 2 or one not in out:
            continue
        owners = [c for c in out if c is not one and _was_given(c, one, names, view, language)]
        if one.is_plain and not all(is_told_by_letter(c, view) for c in owners):
            continue
        if len(owners) == 1 and (is_told_by_letter(owners[0], view) or not owners[0].sentences & one.sentences):
            out = _joined(out, owners[0], one)
    lettered = [c for c in out if is_told_by_letter(c, view)]
    others = [c for c in out if c not in lettered and c in clusters and not (c.is_plain or _is_coded(c))]
    if len(lettered) == len(others) == 1 and len(out) < len(clusters):
        out = _joined(out, lettered[0], others[0])
    return in_order(out)


def _joined(clusters: Sequence[Cluster], owner: Cluster, one: Cluster) -> list[Cluster]:
    kept = [c for c in clusters if c is not one and c is not owner]
    return [*kept, Cluster(owner.key, (*owner.names, *one.names))]


def _is_coded(one: Cluster) -> bool:
    """Whether the group is told by a code behind its head word: arm VG."""
    return all(n.full.start < n.span.start for n in one.names)


def _was_given(owner: Cluster, one: Cluster, names: Sequence[ArmName], view: str, language: Language) -> bool:
    spans = {n.span for n in owner.names}
    negations = frozenset(language.spellings("negation"))
    keys = (key_of(n.span.of(view), language) for n in names if n.of in spans)
    return any(one.key <= key and not (key - one.key) & negations for key in keys)


def with_combination(parts: Sequence[Cluster], heads: Sequence[Cluster]) -> list[Cluster]:
    """A combination and its part, each with the bare role that only it can bear: the combination, the monotherapy."""
    roles = [c for c in heads if c.is_plain and not c.is_control]
    if len(parts) != 2:
        return list(parts)
    ranked = sorted(parts, key=lambda c: (len(c.drugs), len(c.key)))
    out: list[Cluster] = []
    for one, single in zip(ranked, (True, False), strict=True):
        own = [c for c in roles if all(n.single for n in c.names) == single]
        out.append(replace(one, names=(*one.names, *own[0].names)) if len(own) == 1 else one)
    return in_order(out)


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


def with_short_forms(clusters: Sequence[Cluster], forms: Sequence[ShortForm], view: str) -> list[Cluster]:
    """Clusters joined where one is the abbreviation of the other; else with the other form as a further name.

    Of two forms for the same words the shorter is told: 'A and B (AB)', but 'C with A and B (CAB)'.
    """
    out = list(clusters)
    told: set[str] = set()
    for form in sorted(forms, key=lambda f: len(f.short)):
        if (whole := form.long.of(view).lower()) in told:
            continue
        told.add(whole)
        short, long = form.short.of(view).lower(), form.long.of(view).lower()
        owners = [c for c in out if _is_named(c, short, view)]
        others = [c for c in out if _is_named(c, long, view)]
        if len(owners) == len(others) == 1 and owners[0] is not others[0]:
            out = [c for c in out if c is not owners[0] and c is not others[0]]
            out.append(Cluster(owners[0].key, (*owners[0].names, *others[0].names)))
        elif len(owners) + len(others) == 1:
            owner = (owners or others)[0]
            span = form.long if owners else form.short
            first = owner.names[0]
            name = replace(first, span=span, full=span, origin="received", of=first.span, plain=False)
            out[out.index(owner)] = replace(owner, names=(*owner.names, name))
    return in_order(out)


def _is_named(one: Cluster, text: str, view: str) -> bool:
    """Whether the text is a name of the group, with its head word or without: 'the stretching group (SG)'."""
    return any(text in (n.span.of(view).lower(), n.full.of(view).lower()) for n in one.names)


def with_leftover(clusters: Sequence[Cluster], heads: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, with a bare role that none of them bears as a further name of the one arm on its side."""
    out = list(clusters)
    borne = {n.span for c in clusters for n in c.names}
    for head in heads:
        if not head.is_plain or borne & {n.span for n in head.names}:
            continue
        side = [c for c in out if c.is_control == head.is_control]
        if len(side) == 1 and not side[0].is_plain:
            out[out.index(side[0])] = replace(side[0], names=(*side[0].names, *head.names))
    return out


def agree(one: Cluster, other: Cluster, view: str) -> bool:
    """Whether two clusters can mean one arm: one's name is in the other's, or they share a drug."""
    drugs = one.drugs & other.drugs
    texts = [(a.span.of(view).lower(), b.span.of(view).lower()) for a in one.names for b in other.names]
    return bool(drugs) or any(a in b or b in a for a, b in texts)
