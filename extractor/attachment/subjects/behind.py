"""The arm behind a figure: '5% in the X group', '89.5% (300 mg)'."""

from collections.abc import Iterator
from itertools import pairwise

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.labels import label_of
from extractor.attachment.subjects.marks import given, wants_subject
from extractor.attachment.subjects.mentions import is_led, other_arm
from extractor.attachment.subjects.sharing import both_named
from extractor.attachment.subjects.wholes import divides
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
    "both",
    "arm_role",
    "to",
    "all_cue",
    "alone",
    "of_them",
    "course",
    "timepoint",
    "unit",
    "percent",
    "dash",
)
"""What may stand between a figure and the arm behind it that it belongs to: '5% of the patients in the X group'."""

_TO_ARM = ("preposition", "article", "occurring", "copula", "timepoint", "people", "assigned")
"""What may stand between an event and the arm it was seen in."""

RIGHT_REACH = 9


def bind_right(row: Row) -> Row:
    """A figure takes the arm that follows it at once: '5% in the X group', '19% of those given placebo'."""

    def bound(draft: Draft) -> Draft:
        if not wants_subject(draft) or draft.subject.arm:
            return draft
        beside = label_of(row, draft.position)
        if beside is None and draft.kind is Kind.SIZE:
            beside = _called(row, draft)
        if beside is not None:
            return given(draft, "arm", row.pieces[beside].entity)
        if _stands_at(row, draft.position) or _fills_bracket(row, draft):
            return draft
        negated = False
        for passed, i in enumerate(_rightwards(row, draft.position)):
            piece = row.pieces[i]
            if piece.is_a("arm"):
                linked = not _owned_by_next(row, draft, i) and not divides(row, draft, i) and not both_named(row, i)
                linked = linked and not _is_shut_in(row, draft, i)
                arm = other_arm(row, piece.entity) if negated else piece.entity
                return given(draft, "arm", arm) if linked else draft
            negates = piece.is_a("negation") and _leads(row, i + 1)
            negated = negated or negates
            joined = draft.kind is Kind.SIZE and (
                (i == draft.position + 1 and piece.is_a("name_stop")) or _is_dose(row, i)
            )
            event = draft.kind is Kind.ESTIMATE and _is_event(piece) and _is_of_arm(row, i)
            passing = joined or event or negates or _is_passed(row, draft, i) or _is_relative(row, i)
            linked = passing or any(piece.is_a(k) for k in _LINKS)
            if passed >= RIGHT_REACH or not linked:
                return draft
        return draft

    return row.mapped(bound)


def _called(row: Row, draft: Draft) -> int | None:
    """The arm that the people counted are called by: '46 healthy adults served as controls', 16例行手术(手术组)."""
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("arm") and row.pieces[i - 1].is_a("serving"):
            return i
        if piece.is_a("open"):
            named = i + 2 < len(row.pieces) and row.pieces[i + 1].is_a("arm") and row.pieces[i + 2].is_a("close")
            return i + 1 if named and not divides(row, draft, i + 1) else None
        if piece.is_a("comma", "enumeration") or (piece.is_a("comma") and _serves(row, i + 1)):
            continue
        if any(piece.is_a(k) for k in ("comma", "semicolon", "stop", "close", "figure")):
            return None
    return None


def _serves(row: Row, at: int) -> bool:
    """Whether the clause that begins there says only what part they took: '…，并作为对照组'."""
    while at < len(row.pieces) and (row.pieces[at].is_a("and", "and") or row.pieces[at].is_a("name_stop")):
        if row.pieces[at].is_a("serving"):
            break
        at += 1
    behind = row.pieces[at : at + 2]
    return len(behind) > 1 and behind[0].is_a("serving") and behind[1].is_a("arm")


def _leads(row: Row, at: int) -> bool:
    """Whether the piece there leads to an arm: 'on', 'given', 接受; or is one."""
    if at >= len(row.pieces):
        return False
    piece = row.pieces[at]
    return piece.is_a("preposition") or piece.is_a("assigned", "received") or piece.is_a("arm")


def _stands_at(row: Row, position: int) -> bool:
    """Whether the figure stands right behind an arm that is the subject: 'B组40例在A治疗基础上…'."""
    return position > 0 and row.pieces[position - 1].is_a("arm") and not is_led(row, position - 1)


def _fills_bracket(row: Row, draft: Draft) -> bool:
    """Whether it is a size that is all of the bracket behind an arm: 'B组(n=40)在A组基础上…'."""
    at = draft.position
    around = row.pieces[max(0, at - 2) : at + 2]
    if draft.kind is not Kind.SIZE or len(around) < 4:
        return False
    return around[0].is_a("arm") and around[1].is_a("open") and around[3].is_a("close")


def _is_dose(row: Row, at: int) -> bool:
    """Whether it is how much of the arm's drug they were assigned: '60 were assigned to receive 25 mg of X'."""
    draft, ahead = row.at(at), row.pieces[at - 1]
    led = draft is not None and draft.account == "dose" and ahead.is_a("assigned")
    return led and any(p.is_a("of") for p in row.pieces[at + 1 : at + 2])


def _is_event(piece: Piece) -> bool:
    return piece.is_a("outcome") or piece.is_a("adverse_event")


def _is_relative(row: Row, i: int) -> bool:
    """Whether it tells what the people did or were given: '5% of those who started X', 'at least one dose of X'."""
    piece, ahead, behind = row.pieces[i], row.pieces[i - 1], row.pieces[i + 1 : i + 2]
    if piece.is_a("relative", "people"):
        return bool(behind) and (behind[0].is_a("verb") or behind[0].is_a("assigned", "received"))
    if piece.is_a("limit_word"):
        return bool(behind) and behind[0].is_a("schedule")
    dosed = piece.is_a("schedule") and bool(behind) and behind[0].is_a("of")
    taken = bool(behind) and (behind[0].is_a("assigned", "received") or behind[0].is_a("arm"))
    return dosed or (taken and piece.is_a("verb") and ahead.is_a("relative", "people"))


def _is_of_arm(row: Row, at: int) -> bool:
    """Whether 'in the X group' follows, past a bracket at most: 'three patients died (2%) in the X group'."""
    led = False
    for i in _rightwards(row, at):
        piece = row.pieces[i]
        if piece.is_a("arm"):
            return led
        led = True
        if not any(piece.is_a(k) for k in _TO_ARM):
            return False
    return False


def _is_shut_in(row: Row, draft: Draft, arm_at: int) -> bool:
    """Whether a bracket that closes before the arm holds the figure with others: '(aged 45; 23% women) given X'."""
    around = bracket_around(row, draft.position)
    inside = [d.position for d in row.drafts if wants_subject(d) and d.position in around]
    change = any(p.is_a("to") for a, b in pairwise(inside) for p in row.between(a, b))
    return len(set(inside)) > 1 and arm_at not in around and not change


def _is_passed(row: Row, draft: Draft, i: int) -> bool:
    """Whether the piece says of how many, or in what order: '5% of 84 patients given X', '9%, respectively, with X'."""
    piece, ahead = row.pieces[i], row.pieces[i - 1]
    if piece.is_a("comma") or piece.is_a("respectively"):
        told = [p for p in row.between(draft.position, i + 4) if not p.is_a("comma")][:2]
        return len(told) == 2 and told[0].is_a("respectively") and (told[1].is_a("of") or told[1].is_a("scope_word"))
    counted = row.at(i)
    people = counted is not None and counted.figure is not None and counted.figure.people is not None
    return people and any(ahead.is_a(k) for k in ("of", "scope_word", "article"))


def _rightwards(row: Row, position: int) -> Iterator[int]:
    """The positions behind, nearest first, past what stands in brackets: '23.0 (231 deaths) in the X group'.

    A figure may open a bracket that others close: '19.0 months (17.2-21.7; 82 of 99 died) with X'.
    """
    depth = max(0, row.opened(position))
    for i in row.rightwards(position):
        mark = row.pieces[i].is_a("open") or row.pieces[i].is_a("close")
        if depth == 0 and not mark:
            yield i
        depth = max(0, depth + row.opened(i))


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
