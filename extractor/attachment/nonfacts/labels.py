"""Numbers that tell which one: of a group, a type, a stage, an item of a list."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_LONGEST_LABEL = 2
_LONGEST_LIST = 20
_MARKED = ("stop", "semicolon", "comma", "colon", "and", "to", "both", "assigned")
"""What a mark in brackets may follow: '…; (2) after', 'assigned to (1) tea', 'both (1) tea'."""


def is_label(row: Row, draft: Draft) -> bool:
    """The number of a group, type or stage: 'groups 1 and 2'."""
    figure = draft.figure
    if figure is None or figure.rule != "figure" or figure.unit or figure.value is None or figure.value.decimals:
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if _is_list_mark(row, draft) or (behind and behind[0].is_a("label_tail") and len(figure.value.span) == 1):
        return True
    at = draft.position - 1
    linked = ("and", "comma")
    first = max(1, at - _LONGEST_LIST)
    while at >= first and any(row.pieces[at].is_a(k) for k in linked) and row.pieces[at - 1].is_a("figure"):
        at -= 2
    if at < draft.position - 1 or (at >= 1 and row.pieces[at].is_a("and")):
        named = row.pieces[at - 1] if row.pieces[at].is_a("and") else row.pieces[at]
        if named.is_a("word") and row.text(named)[-1:].isdigit() and " " in row.text(named):
            return True
    glued = row.view[draft.span.start].isdigit()
    if draft.position and glued and row.pieces[draft.position - 1].span.end == draft.span.start:
        last = row.view[draft.span.start - 1]
        if last.isascii() and last.isalpha():
            return True
    marked = at >= 0 and (row.pieces[at].is_a("label_noun") or row.pieces[at].is_a("outcome", "tumour_stage"))
    return marked and len(figure.value.span) <= _LONGEST_LABEL


def _is_list_mark(row: Row, draft: Draft) -> bool:
    """'(1) Before treatment …; (2) After …', 'to receive 1) tea and 2) milk': a small number that a bracket ends."""
    behind = row.pieces[draft.position + 1 : draft.position + 3]
    if len(draft.span) != 1 or len(behind) < _LONGEST_LABEL or not behind[0].is_a("close"):
        return False
    before = row.pieces[draft.position - 1] if draft.position else None
    opened = before is not None and before.is_a("open")
    if not opened:
        return sum(p.is_a("open") - p.is_a("close") for p in row.pieces[: draft.position]) <= 0
    lead = row.pieces[draft.position - 2] if draft.position > 1 else None
    return lead is None or lead.span.start == row.sentence.span.start or any(lead.is_a(kind) for kind in _MARKED)
