"""The one group that a clause names behind its only figure: '3 fractures, all late, in the X group'."""

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.marks import given
from extractor.attachment.subjects.mentions import is_led
from extractor.attachment.subjects.sharing import says_every

_ENDS = ("semicolon", "stop", "colon", "versus", "every_arm", "both", "total_mark", "comparative", "than", "assigned")
"""What ends the clause of a figure, or turns it to others than the group behind."""

_FOLLOWED = 5
"""How far before its figure a word for follow-up stands at most."""

_LIST_REACH = 3


def bind_in_clause(row: Row) -> Row:
    """A figure that no arm has takes the group that the people told of are in, the first behind it in its clause."""

    def bound(draft: Draft) -> Draft:
        free = draft.kind is Kind.ESTIMATE and draft.figure is not None and not draft.subject.arm
        if not free or says_every(row, draft.position) or _is_followed(row, draft.position):
            return draft
        at = _group_behind(row, draft)
        return draft if at is None else given(draft, "arm", row.pieces[at].entity)

    return row.mapped(bound) if row.positions("arm") else row


def _is_followed(row: Row, position: int) -> bool:
    """Whether the figure is how long everybody was followed."""
    return any(p.is_a("outcome", "follow_up") for p in row.pieces[max(0, position - _FOLLOWED) : position])


def _group_behind(row: Row, draft: Draft) -> int | None:
    """Where the group is named; None where another figure or the end of the clause comes first."""
    depth = max(0, row.opened(draft.position))
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        depth = max(0, depth + row.opened(i))
        other = row.at(i)
        if depth > 0:
            continue
        if piece.is_a("arm"):
            return i if _is_scope(row, i) and not _is_listed(row, i) and not is_led(row, i) else None
        if (other is not None and other.is_fact) or any(piece.is_a(k) for k in _ENDS) or _turns(row, i):
            return None
    return None


def _is_listed(row: Row, at: int) -> bool:
    """Whether another arm stands beside the one there, with no figure between."""
    for piece in row.pieces[at + 1 : at + 1 + _LIST_REACH]:
        if piece.is_a("arm"):
            return piece.entity != row.pieces[at].entity
        if piece.is_a("figure"):
            return False
    return False


def _turns(row: Row, at: int) -> bool:
    """Whether a comma begins something else than where the people are: ', all in the X group'."""
    behind = row.pieces[at + 1 : at + 3]
    return row.pieces[at].is_a("comma") and not any(p.is_a("scope_word") and not p.is_a("of") for p in behind)


def _is_scope(row: Row, at: int) -> bool:
    """Whether the arm is named with its head word and people are in it: 'in the X group', 'in arm A'."""
    heads = row.language.spellings("arm_head")
    lead = next((p for p in reversed(row.pieces[:at]) if not p.is_a("article") or p.is_a("scope_word")), None)
    headed = any(word in heads for word in row.text(row.pieces[at]).lower().split())
    if lead is None or not headed:
        return False
    return lead.is_a("occurring") or (lead.is_a("scope_word") and not lead.is_a("of"))
