"""What an assignment lists, beside groups that have names of their own: further names of these, and further arms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.entities.arms.clusters import CONTROL_DRUGS, Cluster, cluster, is_told_by_letter, named_again
from extractor.entities.arms.name import ArmName
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence


def with_assigned(
    heads: Sequence[Cluster], assigned: Sequence[ArmName], view: str, language: Language
) -> list[Cluster]:
    """The groups, with the treatments of an assignment that lists as many as further names of theirs.

    That which names most of them is surest, then the last.
    """
    lists = [listed for listed in _lists(assigned, view, language) if len(listed) == len(heads)]
    for listed in sorted(lists, key=lambda one: -len(_kin(heads, one))):
        pairs = list(zip(heads, _matched(heads, listed, view), strict=True))
        sure = [_is_kin(head, one, view) for head, one in pairs]
        if all(_agree(head, one, heads) for head, one in pairs):
            return [
                replace(head, names=(*head.names, *one.names)) if told or _may_be(head, one, sure) else head
                for (head, one), told in zip(pairs, sure, strict=True)
            ]
    return list(heads)


def with_further(
    heads: Sequence[Cluster],
    assigned: Sequence[ArmName],
    sentences: Sequence[Sentence],
    view: str,
    language: Language,
) -> list[Cluster]:
    """The groups, and what an assignment that lists them all lists beside them and the abstract names again.

    'to A, B or placebo … in the A group … in the placebo group … with B'; not where a role or a letter may mean it.
    """
    if any(h.is_plain or is_told_by_letter(h, view) for h in heads):
        return list(heads)
    for listed in _lists(assigned, view, language):
        kin = _kin(heads, listed)
        others = [c for i, c in enumerate(listed) if i not in kin.values()]
        further = [c for c in others if not any(_shares(c, h) for h in heads) and named_again(c, sentences, view)]
        if len(kin) == len(heads) and further:
            return [*(replace(h, names=(*h.names, *listed[kin[i]].names)) for i, h in enumerate(heads)), *further]
    return list(heads)


def _lists(assigned: Sequence[ArmName], view: str, language: Language) -> Iterator[list[Cluster]]:
    """What each sentence lists, the last first."""
    for sentence in sorted({n.sentence for n in assigned}, reverse=True):
        yield cluster([n for n in assigned if n.sentence == sentence], view, language)


def _kin(heads: Sequence[Cluster], listed: Sequence[Cluster]) -> dict[int, int]:
    """The groups that the list names by a name of their own, and the member that does so."""
    found: dict[int, int] = {}
    for i, head in enumerate(heads):
        near = [k for k, one in enumerate(listed) if _kinship(head, one)[0] and k not in found.values()]
        if near:
            found[i] = max(near, key=lambda k: _kinship(head, listed[k]))
    return found


def _shares(one: Cluster, other: Cluster) -> bool:
    """Whether both name a treatment that the other does."""
    return bool(one.drugs & other.drugs)


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
        matched = _matched(base, others, view)
        base = [replace(b, names=(*b.names, *one.names)) for b, one in zip(base, matched, strict=True)]
    return base


def _matched(heads: Sequence[Cluster], listed: Sequence[Cluster], view: str) -> list[Cluster]:
    """The treatments in the order of the groups, those two first that share the most; as they stand beside letters."""
    if all(is_told_by_letter(h, view) for h in heads):
        return list(listed)
    chosen: dict[int, int] = {}
    pairs = [(i, k) for i in range(len(heads)) for k in range(len(listed))]
    for i, k in sorted(pairs, key=lambda p: _kinship(heads[p[0]], listed[p[1]]), reverse=True):
        if i not in chosen and k not in chosen.values():
            chosen[i] = k
    return [listed[chosen[i]] for i in range(len(heads))]


def _kinship(head: Cluster, one: Cluster) -> tuple[int, int, bool]:
    """How much two names share where one has all of the other (a word or two in common says little), or the role."""
    shared = one.key & head.key
    whole = shared in (one.key, head.key)
    return len(shared) if whole else 0, -len(one.key ^ head.key) if whole else 0, one.is_control == head.is_control


def _is_kin(head: Cluster, one: Cluster, view: str) -> bool:
    """Whether one is called as the other is, or by its letter alone."""
    return bool(_kinship(head, one)[0]) or _shares(head, one) or is_told_by_letter(head, view)


def _may_be(head: Cluster, one: Cluster, sure: Sequence[bool]) -> bool:
    """Whether a treatment is that of a group of another name: the role is on its side, or it is the last of both.

    A dose may be that of a level: the 'high-dose group' and '600 mg of X'.
    """
    last = sum(sure) == len(sure) - 1
    if head.is_plain or one.is_plain:
        placebo = any(n.role == "placebo" for n in head.names)
        return head.is_control == one.is_control or (head.is_plain and last and not (placebo and one.is_plain))
    dosed = any(n.dose is not None for n in one.names) and not head.drugs
    return dosed or (last and not (head.drugs and one.drugs))


def _agree(head: Cluster, one: Cluster, heads: Sequence[Cluster]) -> bool:
    """Whether the two can mean one arm: not where they name other doses, or a treatment and a placebo.

    The placebo of 'A or placebo' is that of the group given B, where the other group is given A plus B.
    """
    doses = [{n.dose for n in c.names if n.dose is not None} for c in (head, one)]
    if all(doses) and not doses[0] & doses[1]:
        return False
    first, second = head.drugs, one.drugs
    alike = (
        not first or not second or bool(first & second) or bool(first & CONTROL_DRUGS) == bool(second & CONTROL_DRUGS)
    )
    return alike or any(first < other.drugs for other in heads)
