"""The arm before a figure: the last that the sentence speaks of, or the other of a contrast."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.brackets import bracket_around, bracket_behind, closed_between
from extractor.attachment.draft import Draft, Kind, Subject
from extractor.attachment.row import Row
from extractor.attachment.subjects.marks import given, wants_subject
from extractor.attachment.subjects.mentions import is_led, other_arm
from extractor.attachment.subjects.names import closes_list
from extractor.attachment.subjects.sharing import says_every
from extractor.attachment.subjects.wholes import is_of_all

_OWN_REACH = 5
_SIZE_REACH = 10
_NEAR = 2
_LABEL_REACH, _LABEL_LEAST, _LABEL_MOST = 5, 3, 9
"""How near the second of two labels names its arm; how long the first one is, with what joins them."""

_LABEL_MARKS = ("comma", "colon")
_PARTING = ("comma", "semicolon", "stop", "open", "close", "dash")
"""What stands between a `versus` and a figure that it does not lead."""


_LABELLING = ("preposition", "article", "of", "people", "open", "unit", "word", "assigned", "population")
_JOINING = ("and", "comma", "versus", "close", "arm_head", "semicolon", "people", "to")


def bind_left(row: Row) -> Row:
    """A figure takes the last arm named before it; behind a `versus` without a name, the other arm."""
    out: list[Draft] = []
    for draft in row.drafts:
        free = wants_subject(draft) and not draft.subject.arm and not says_every(row, draft.position)
        arm = _arm_before(row, draft, out) if free else None
        out.append(given(draft, "arm", arm) if arm else draft)
    return replace(row, drafts=tuple(out))


def complete_contrast(row: Row) -> Row:
    """The first side of a contrast of which only the second has its arm: '37 months with X, 26 months with placebo'."""
    figures = [d for d in row.drafts if wants_subject(d)]
    arms: dict[int, str] = {}
    for one, other in pairwise(figures):
        open_ended = other.subject.arm and not one.subject.arm and not says_every(row, one.position)
        if open_ended and _opposed(row, one, other) is not None:
            arm = _other_named(row, other.subject.arm) or other_arm(row, other.subject.arm)
            arms |= {one.position: arm} if arm else {}
        elif open_ended and _are_alike(row, one, other):
            arm = _other_unnamed(row, other.subject.arm)
            arms |= {one.position: arm} if arm else {}

    def completed(draft: Draft) -> Draft:
        fits = wants_subject(draft) and draft.position in arms
        return given(draft, "arm", arms[draft.position]) if fits else draft

    return row.mapped(completed)


def _are_alike(row: Row, one: Draft, other: Draft) -> bool:
    """Whether both have labels behind them, led alike, of which only the second names an arm: '5% on Q, 7% on A'."""
    between, behind = row.between(one.position, other.position), row.pieces[other.position + 1 :]
    arm = next((p for p in behind[:_LABEL_REACH] if p.is_a("arm")), None)
    if one.kind is not other.kind or arm is None or arm.entity != other.subject.arm:
        return False
    if not _LABEL_LEAST <= len(between) <= _LABEL_MOST or any(p.is_a("arm") or p.is_a("versus") for p in between):
        return False
    joined = any(p.is_a(k) for p in between[-2:] for k in ("and", "comma", "semicolon"))
    lead, second = (row.text(pieces[0]).lower().split()[0] for pieces in (between, behind))
    return joined and lead == second


def _arm_before(row: Row, draft: Draft, earlier: Sequence[Draft]) -> str | None:
    """The arm that the words before the figure give it."""
    alike = [d for d in earlier if wants_subject(d) and d.kind is draft.kind and d.position < draft.position]
    opposed = _opposed(row, alike[-1], draft) if alike else None
    if opposed is not None:
        named = [i for i in row.positions("arm") if opposed < i < draft.position]
        one = alike[-1].subject.arm
        return row.pieces[named[-1]].entity if named else _other_named(row, one) or other_arm(row, one)
    held = _held_by(row, draft, earlier)
    if held is not None:
        return held
    at = next((i for i in row.leftwards(draft.position) if _is_subject(row, i, draft)), None)
    if at is None or not _reaches(row, at, draft):
        return None
    return _owner(row, draft, at, earlier, alike)


def _owner(row: Row, draft: Draft, at: int, earlier: Sequence[Draft], alike: Sequence[Draft]) -> str | None:
    """Whose the figure behind the arm there is: the arm's, the other's, or nobody's in particular."""
    arm = row.pieces[at].entity
    if alike and _is_label(row, alike[-1], at, draft):
        return other_arm(row, arm) if _stands_against(row, alike[-1], at, draft) else None
    if alike and _is_sized(row, alike[-1], at, draft):
        return _other_unnamed(row, arm) if draft.position - alike[-1].position <= _SIZE_REACH else None
    if draft.position in bracket_behind(row, at):
        return arm
    far = draft.position - at > _NEAR
    shared = is_of_all(row, at, draft, earlier) or (far and (closes_list(row, at) or _counts_others(row, draft)))
    return None if shared else arm


def _counts_others(row: Row, draft: Draft) -> bool:
    """Whether the size is told in the run of the sentence, unmarked: people that words of their own are about."""
    marked = draft.figure is not None and draft.figure.size_mark
    return draft.kind is Kind.SIZE and not marked and not bracket_around(row, draft.position)


def _held_by(row: Row, draft: Draft, earlier: Sequence[Draft]) -> str | None:
    """The arm of the figure right before the bracket that this one stands in: '62 (19 of them men) to placebo'."""
    around = bracket_around(row, draft.position)
    while around:
        if any(row.pieces[i].is_a("arm") for i in around if i < draft.position):
            return None
        holder = around.start - 2 if row.pieces[around.start - 1].is_a("open") else around.start - 1
        held = next((d.subject.arm for d in earlier if d.position == holder and wants_subject(d)), None)
        if held is not None:
            return held
        around = bracket_around(row, around.start - 1)
    return None


def _is_label(row: Row, one: Draft, at: int, draft: Draft) -> bool:
    """Whether the arm labels the figure before, and this one is joined to it: '17 with A and 14 with X'."""
    if one.position > at or one.subject.arm != row.pieces[at].entity:
        return False
    return row.only(one.position, at, _LABELLING) and row.only(at, draft.position, _JOINING)


def _stands_against(row: Row, one: Draft, at: int, draft: Draft) -> bool:
    """Whether the figure is the other side of the one before: joined by 'and' or 'versus', or labelled as that is."""
    joint = row.between(at, draft.position)
    if any(p.is_a("and") or p.is_a("versus") for p in joint) and not any(p.is_a("semicolon") for p in joint):
        return one.population == draft.population
    lead, own = row.pieces[one.position + 1], row.pieces[draft.position + 1 : draft.position + 2]
    if not own:
        return False
    return (lead.is_a("preposition") and own[0].is_a("preposition")) or (at == one.position + 1 and own[0].is_a("word"))


def _is_sized(row: Row, one: Draft, at: int, draft: Draft) -> bool:
    """Whether the arm has its size in the figure before, so that this one is another's: 'A (n = 9) or Q (n = 8)'."""
    sizes = one.kind is Kind.SIZE and draft.kind is Kind.SIZE and one.population == draft.population
    around = bracket_around(row, one.position)
    together = draft.position in around and at not in around
    return sizes and at < one.position and one.subject.arm == row.pieces[at].entity and not together


def _opposed(row: Row, one: Draft, other: Draft) -> int | None:
    """Where the `versus` stands that leads the second figure of two; None where none does."""
    for i in range(other.position - 1, one.position, -1):
        piece = row.pieces[i]
        if piece.is_a("versus"):
            return i
        if any(piece.is_a(k) for k in _PARTING):
            return None
    return None


def _is_subject(row: Row, at: int, draft: Draft) -> bool:
    """Whether the arm named there can own the figure: not one that others are only compared with in passing."""
    if not row.pieces[at].is_a("arm") or closed_between(row, at, draft.position):
        return False
    if at > 0 and row.pieces[at - 1].is_a("negation"):
        return False
    if draft.position in bracket_behind(row, at):
        return True
    gap = row.between(at, draft.position)
    if len(gap) == 1 and any(gap[0].is_a(k) for k in _LABEL_MARKS):
        return True
    if len(gap) <= _OWN_REACH and not any(p.is_a("comma") or p.is_a("versus") for p in gap):
        return True
    return not is_led(row, at)


def _other_named(row: Row, arm: str | None) -> str | None:
    """The one other arm that the sentence names."""
    named = {row.pieces[i].entity for i in row.positions("arm")} - {arm}
    return next(iter(named)) if len(named) == 1 and arm is not None else None


def _other_unnamed(row: Row, arm: str | None) -> str | None:
    """The trial's one other arm, where the sentence names no other: words that name nobody may be its name."""
    return None if _other_named(row, arm) else other_arm(row, arm)


def _reaches(row: Row, at: int, draft: Draft) -> bool:
    return not any(p.is_a("every_arm") for p in row.between(at, draft.position)) and draft.subject == Subject(
        cohort=draft.subject.cohort
    )
