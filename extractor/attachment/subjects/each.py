"""Sizes that are told of each group: '30 patients each', '56 were assigned to each group', 'three groups of 20'."""

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_SEVERAL = 2
_BEHIND = 7
_AHEAD = 4
_GROUP = 4
_LINKS = ("of", "population", "having", "preposition", "word")
_ENDS = ("arm", "stop", "semicolon", "comma", "close")


def is_of_each(row: Row, draft: Draft) -> bool:
    """Whether the size is that of every group."""
    value = draft.figure.value if draft.figure is not None else None
    if draft.kind is not Kind.SIZE or len(row.arms) < _SEVERAL or value is None or value.value < _SEVERAL:
        return False
    return _is_dealt(row, draft.position) or _is_led(row, draft.position) or _is_marked(row, draft)


def _is_dealt(row: Row, position: int) -> bool:
    """Whether 'each' is behind it, alone or with a word for groups: '20 patients each', '50 to each of the arms'."""
    for i in range(position + 1, min(position + 1 + _BEHIND, len(row.pieces))):
        if _is_each(row, i):
            if row.pieces[i].is_a("every_arm", "every"):
                return True
            behind = row.pieces[i + 1 : i + 1 + _GROUP]
            alone = i == position + 1 and (not behind or any(behind[0].is_a(k) for k in _ENDS))
            return (alone and _speaks_of_groups(row, position)) or any(p.is_a("arm_head", "arm") for p in behind)
        other = row.at(i)
        if (other is not None and other.is_fact) or any(row.pieces[i].is_a(k) for k in (*_ENDS, "open")):
            return False
    return False


def _is_led(row: Row, position: int) -> bool:
    """Whether groups lead to it: 'two groups, each of 20 patients', 'three groups of 20'."""
    if position < 2:
        return False
    lead, ahead = row.pieces[position - 1], row.text(row.pieces[position - 2]).lower().split()
    if lead.is_a("of") and ahead[-1] in row.language.spellings("every_arm", "every"):
        return True
    told = [i for i in range(max(0, position - _AHEAD), position) if _is_each(row, i)]
    between = row.between(told[-1], position) if told else ()
    linked = bool(told) and all(any(p.is_a(k) for k in _LINKS) for p in between)
    return linked and _speaks_of_groups(row, told[-1])


def _is_marked(row: Row, draft: Draft) -> bool:
    """Whether it is marked in a bracket behind a word for groups, and they add up: '90例分为3组（n=30）'."""
    figure, at = draft.figure, draft.position
    if figure is None or figure.value is None or not figure.size_mark or at < 2:
        return False
    groups, opening = row.pieces[at - 2], row.pieces[at - 1]
    told = groups.is_a("every_arm", "every")
    told = told or any(row.text(groups).lower().endswith(h) for h in row.language.spellings("arm_head", "arm"))
    sizes = (d.figure.value.value for d in row.drafts if d.kind is Kind.SIZE and d.figure and d.figure.value)
    whole = figure.value.value * len(row.arms)
    return told and opening.is_a("open") and not groups.is_a("arm") and whole in (*sizes, *row.carried.sizes)


def _is_each(row: Row, at: int) -> bool:
    """Whether the piece is 'each', or opens with it: 'each group'."""
    text = row.text(row.pieces[at]).lower()
    return any(text == word or text.startswith(word + " ") for word in row.language.spellings("increment", "step"))


def _speaks_of_groups(row: Row, position: int) -> bool:
    """Whether arms or groups are spoken of before."""
    words = row.language.spellings("every_arm", "every")
    return any(p.is_a("arm") or row.text(p).lower().split()[-1] in words for p in row.pieces[:position])
