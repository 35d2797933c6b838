"""Whose figure it is: the arm and the cohort, by named steps from the surest to the weakest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind, Subject
from extractor.attachment.row import Row
from extractor.attachment.subjects.contrasts import contrast_in_order, is_led
from extractor.attachment.subjects.lists import bracket_lists, from_to, pair_lists, spread_back
from extractor.attachment.subjects.marks import given, wants_subject
from extractor.attachment.subjects.sharing import both_named, says_every
from extractor.pieces import Piece

_LINKS = (
    "preposition",
    "of",
    "article",
    "people",
    "having",
    "occurring",
    "word",
    "with_condition",
    "assigned",
    "copula",
    "time_word",
    "population",
    "vague",
    "both",
    "arm_role",
    "to",
    "all_cue",
    "alone",
    "of_them",
    "course",
)
"""What may stand between a figure and the arm behind it that it belongs to: '5% of the patients in the X group'."""

RIGHT_REACH = 9
_OWN_REACH = 5


def find_subjects(row: Row) -> Row:
    """The row with arms and cohorts given to its drafts."""
    for step in STEPS:
        row = step(row)
    return row


def bind_right(row: Row) -> Row:
    """A figure takes the arm that follows it at once: '5% in the X group', '19% of those given placebo'."""

    def bound(draft: Draft) -> Draft:
        if not wants_subject(draft) or draft.subject.arm:
            return draft
        beside = _in_bracket(row, draft.position)
        if beside is None and draft.kind is Kind.SIZE:
            beside = _called(row, draft.position)
        if beside is not None:
            return given(draft, "arm", row.pieces[beside].entity)
        if _stands_at(row, draft.position):
            return draft
        for i in _rightwards(row, draft.position):
            piece = row.pieces[i]
            if piece.is_a("arm"):
                linked = not _owned_by_next(row, draft, i) and not _divides(row, draft, i)
                return given(draft, "arm", piece.entity) if linked and not both_named(row, i) else draft
            joined = draft.kind is Kind.SIZE and i == draft.position + 1 and piece.is_a("name_stop")
            event = draft.kind is Kind.ESTIMATE and _is_event(piece) and _is_of_arm(row, i + 1)
            linked = joined or event or any(piece.is_a(k) for k in _LINKS)
            if i - draft.position > RIGHT_REACH or not linked:
                return draft
        return draft

    return row.mapped(bound)


def _called(row: Row, position: int) -> int | None:
    """The arm that the people counted are called by: '46 healthy adults served as controls', 16例行手术(手术组)."""
    for i in row.rightwards(position):
        piece = row.pieces[i]
        if piece.is_a("arm"):
            alone = i + 1 < len(row.pieces) and row.pieces[i - 1].is_a("open") and row.pieces[i + 1].is_a("close")
            return i if alone or row.pieces[i - 1].is_a("serving") else None
        if any(piece.is_a(k) for k in ("comma", "semicolon", "stop", "close", "figure")):
            return None
    return None


def _stands_at(row: Row, position: int) -> bool:
    """Whether the figure stands right behind an arm that is the subject: 'B组40例在A治疗基础上…'."""
    return position > 0 and row.pieces[position - 1].is_a("arm") and not is_led(row, position - 1)


def _is_event(piece: Piece) -> bool:
    return piece.is_a("outcome") or piece.is_a("adverse_event")


def _is_of_arm(row: Row, at: int) -> bool:
    """Whether 'in the X group' follows at once: 'three patients died in the X group'."""
    start = at
    while at < len(row.pieces) and any(
        row.pieces[at].is_a(k) for k in ("preposition", "article", "occurring", "copula")
    ):
        at += 1
    return start < at < len(row.pieces) and row.pieces[at].is_a("arm")


def _in_bracket(row: Row, position: int) -> int | None:
    """The arm that stands alone in a bracket behind the figure: '89.5% (300 mg), 82.3% (150 mg)'."""
    behind = row.pieces[position + 1 : position + 4]
    alone = len(behind) == 3 and behind[0].is_a("open") and behind[1].is_a("arm") and behind[2].is_a("close")
    return position + 2 if alone else None


def _rightwards(row: Row, position: int) -> Iterator[int]:
    """The positions behind, nearest first, past what stands in brackets: '23.0 (231 deaths) in the X group'.

    A figure may open a bracket that others close: '19.0 months (17.2-21.7; 82 of 99 died) with X'.
    """
    depth = max(0, row.opened(position))
    for i in row.rightwards(position):
        piece = row.pieces[i]
        if piece.is_a("open"):
            depth += 1
        elif piece.is_a("close"):
            depth = max(0, depth - 1)
        elif depth == 0:
            yield i


def _divides(row: Row, draft: Draft, arm_at: int) -> bool:
    """Whether the number counts those divided into several arms: 'Eighty patients were assigned to A (n = 40) or B'."""
    between = list(row.between(draft.position, arm_at))
    ahead = row.pieces[max(0, draft.position - 2) : draft.position]
    assigned = any(p.is_a("assigned", "assigned") for p in (*ahead, *between))
    counted = draft.kind is Kind.SIZE and any(p.is_a("population") for p in between)
    if not assigned and not counted:
        return False
    depth = 0
    for i in row.rightwards(arm_at):
        piece = row.pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if piece.is_a("arm") and piece.entity != row.pieces[arm_at].entity:
            return True
        if (piece.is_a("figure") and depth <= 0) or piece.is_a("stop") or piece.is_a("semicolon"):
            return False
    return False


def bind_left(row: Row) -> Row:
    """A figure takes the last arm named before it; behind a `versus` without a name, the other arm."""
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        if wants_subject(draft) and not draft.subject.arm and not says_every(row, draft.position):
            at = next((i for i in row.leftwards(draft.position) if _is_subject(row, i, draft)), None)
            arm = row.pieces[at].entity if at is not None else None
            before = _before(out, draft)
            contrasted = before is not None and _contrasted(row, before, draft)
            if before is not None and contrasted and (at is None or at < before.position):
                arm = _other_named(row, before.subject.arm) or _other(row, before.subject.arm)
            if (
                arm
                and at is not None
                and not contrasted
                and _reaches(row, at, draft)
                and not _is_of_all(row, at, draft)
            ) or (arm and contrasted):
                current = given(draft, "arm", arm)
        out.append(current)
    return replace(row, drafts=tuple(out))


def compare_arms(row: Row) -> Row:
    """An effect or test compares the two arms named in its sentence, or the trial's two arms; the control last."""

    def compared(draft: Draft) -> Draft:
        if draft.kind not in (Kind.EFFECT, Kind.TEST):
            return draft
        named = list(dict.fromkeys(row.pieces[i].entity for i in row.positions("arm")))
        pair = [n for n in named if n] if len(named) == 2 else list(row.arms)
        if len(pair) != 2:
            return draft
        first, second = sorted(pair, key=lambda a: a in row.controls)
        return replace(draft, subject=replace(draft.subject, arm=first, comparator=second))

    return row.mapped(compared)


def _owned_by_next(row: Row, draft: Draft, arm_at: int) -> bool:
    """Whether the arm behind the figure opens the next figure: 'A组5%，B组9%'."""
    following = next((d for d in row.drafts if d.position > arm_at and d.figure), None)
    if following is None:
        return False
    if arm_at == draft.position + 1 and following.position == arm_at + 1:
        return True
    links_before = list(row.between(draft.position, arm_at))
    if any(p.is_a("preposition") or p.is_a("of") or p.is_a("occurring") for p in links_before):
        return False
    return all(p.is_a("copula") or p.is_a("word") for p in row.between(arm_at, following.position))


def _before(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    earlier = [d for d in drafts if wants_subject(d) and d.kind is draft.kind and d.position < draft.position]
    return earlier[-1] if earlier else None


def _contrasted(row: Row, one: Draft, other: Draft) -> bool:
    between = row.between(one.position, other.position)
    return any(p.is_a("versus") for p in between) and not any(p.is_a("stop") for p in between)


def _other(row: Row, arm: str | None) -> str | None:
    rest = [a for a in row.arms if a != arm]
    return rest[0] if arm in row.arms and len(rest) == 1 else None


def _is_subject(row: Row, at: int, draft: Draft) -> bool:
    """Whether the arm named there can own the figure: not one that others are only compared with in passing."""
    if not row.pieces[at].is_a("arm"):
        return False
    gap = row.between(at, draft.position)
    if len(gap) <= _OWN_REACH and not any(p.is_a("comma") or p.is_a("versus") for p in gap):
        return True
    return not is_led(row, at)


def _is_of_all(row: Row, at: int, draft: Draft) -> bool:
    """Whether the figure is of follow-up, comes when every arm has had its own, or behind the arm's brackets."""
    between = row.between(at, draft.position)
    if draft.kind is Kind.SIZE and all(any(p.is_a(k) for k in ("open", "comma", "semicolon")) for p in between):
        return _is_of_whole(row, draft)
    if any(p.is_a("outcome", "follow_up") for p in between) or _is_of_whole(row, draft):
        return True
    named = {row.pieces[i].entity for i in row.positions("arm") if i <= at}
    bracketed = row.pieces[draft.position - 1].is_a("open")
    if draft.kind is Kind.SIZE and not bracketed and len(named) > 1 and any(p.is_a("population") for p in between):
        return True
    if any(p.is_a("semicolon") for p in between) and len(named) == len(row.arms) > 1:
        return True
    return (
        sum(p.is_a("close") - p.is_a("open") for p in between) > 0
        and not any(p.is_a("arm") for p in between)
        and any(p.is_a("stop") for p in between)
    )


def _is_of_whole(row: Row, draft: Draft) -> bool:
    """Whether the figure is out of as many as the sentence counts in all: '428 patients … 24.3% (104/428)'.

    So is the second number of a fraction of which both are sizes: '40 of the 80 patients randomised'.
    """
    if any(d.kind is Kind.SIZE and d.span == draft.span and d.position < draft.position for d in row.drafts):
        return draft.kind is Kind.SIZE
    total = draft.figure.total if draft.figure is not None else None
    if total is None:
        return False
    wholes = [d for d in row.drafts if d.kind is Kind.SIZE and d.subject == Subject() and d.position < draft.position]
    return any(d.figure and d.figure.value and d.figure.value.value == total.value for d in wholes)


def _other_named(row: Row, arm: str | None) -> str | None:
    """The one other arm that the sentence names."""
    named = {row.pieces[i].entity for i in row.positions("arm")} - {arm}
    return next(iter(named)) if len(named) == 1 and arm is not None else None


def _reaches(row: Row, at: int, draft: Draft) -> bool:
    return not any(p.is_a("every_arm") for p in row.between(at, draft.position)) and draft.subject == Subject(
        cohort=draft.subject.cohort
    )


STEPS: tuple[Callable[[Row], Row], ...] = (
    pair_lists,
    bracket_lists,
    bind_right,
    from_to,
    spread_back,
    contrast_in_order,
    bind_left,
    compare_arms,
)
