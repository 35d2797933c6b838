"""Numbers that are part of a name or a mark: an index of a formula, the mark of a list, digits torn from a number."""

import regex

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import beside_arm, counts_people, is_counted_by_verb
from extractor.figures import Figure

_GLUED = regex.compile(r"(?:(?<![A-Za-z])[A-Za-z]{1,3}|[A-Za-z0-9]*[A-Z][A-Za-z0-9]{0,2}|\))$")
"""A formula or unit before a bracket: VO, TXB, m/s, mo, B, Pa(O(2))."""

_POWER = regex.compile(r"[A-Za-z\])]$")
"""What a negative power in brackets may follow: any unit, a number and its unit in brackets of their own."""

_LONGEST_INDEX = 2
_LONGEST_MARK = 2
_LOOK_BACK = 8
_MOST_PARTS = 5
_ASSIGNED_NEAR = 4
_FEW = 20
_GLUES = ("word", "of", "relation", "unit", "dash", "slash")
"""Behind these a few are part of what is named."""


def is_index(row: Row, draft: Draft) -> bool:
    """The index of a formula or a unit, its bracket glued to the letters: 'VO(2)', 'm/s(2)', 'month(-1)'."""
    if not _is_bare(draft.figure) or draft.position == 0:
        return False
    before, start = row.pieces[draft.position - 1], draft.span.start
    if not before.is_a("open") or before.span.end != start or len(_printed(row, draft)) > _LONGEST_INDEX:
        return False
    ahead = row.view[max(0, before.span.start - _LOOK_BACK) : before.span.start]
    glued = _POWER if _printed(row, draft).startswith("-") else _GLUED
    return ahead[-1:].isascii() and glued.search(ahead) is not None and _closes(row, draft)


def _closes(row: Row, draft: Draft) -> bool:
    """Whether the bracket closes right behind the number itself."""
    return row.view[draft.span.start + len(_printed(row, draft)) :][:1] in (")", "]")


def is_padded(row: Row, draft: Draft) -> bool:
    """Digits torn from a decimal: '05' of 'P <. 05', '018'; no count is printed with a nought before it."""
    printed = _printed(row, draft)
    return _is_bare(draft.figure) and len(printed) > 1 and printed.startswith("0")


def is_mark_alone(row: Row, draft: Draft) -> bool:
    """A number that is the whole sentence, or its head with a stop of its own, marks what follows: '3.'."""
    if not _is_bare(draft.figure) or len(_printed(row, draft)) > _LONGEST_MARK:
        return False
    if draft.position == 0 and len(row.pieces) > 1 and row.pieces[1].is_a("stop"):
        return True
    return all(p.is_a("stop") or p.is_a("close") for i, p in enumerate(row.pieces) if i != draft.position)


def is_glued(row: Row, draft: Draft) -> bool:
    """'a 3 × 2 randomized trial', 'a score of 4 + 3 excluded', 'below the age of 13 took part': a few of no people."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.value.value >= _FEW or counts_people(row, draft):
        return False
    if draft.position == 0 or beside_arm(row, draft) or not is_counted_by_verb(row, draft):
        return False
    before = row.pieces[draft.position - 1]
    return before.is_a("and", "plus") or any(before.is_a(kind) for kind in _GLUES)


def is_choice(row: Row, draft: Draft) -> bool:
    """'randomized to 1 of 3 groups': one of the arms there are."""
    figure = draft.figure
    if figure is None or figure.rule != "bare_fraction" or figure.events is None or figure.events.value != 1:
        return False
    before = row.pieces[max(0, draft.position - _ASSIGNED_NEAR) : draft.position]
    return any(p.is_a("assigned", "assigned") for p in before)


def is_ratio(row: Row, draft: Draft) -> bool:
    """Either number of '1:1.4': the colon joins them without a space."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.rule not in ("figure", "figure_with_tail"):
        return False
    start, end = figure.value.span.start, figure.value.span.end
    joined = row.view[end : end + 1] == ":" and row.view[end + 1 : end + 2].isdigit()
    return joined or (row.view[start - 1 : start] == ":" and row.view[max(0, start - 2) : start - 1].isdigit())


def is_double(row: Row, draft: Draft) -> bool:
    """'lower than 140/90', 'doses of 15/7.5': the first number is the larger, so it is no part of the second."""
    figure = draft.figure
    if figure is None or figure.rule != "bare_fraction" or figure.events is None or figure.total is None:
        return False
    slash = row.view[figure.events.span.end : figure.total.span.start].strip() == "/"
    return slash and figure.events.value > figure.total.value


def is_rough_share(row: Row, draft: Draft) -> bool:
    """'1/3 of the patients', 'one third', '约2/3的患者': a share told in round parts, not so many of so many."""
    figure = draft.figure
    if figure is not None and figure.rule == "figure" and figure.unit is None and figure.value is not None:
        worded = not any(c.isdigit() for c in _printed(row, draft))
        return worded and 0 < figure.value.value < 1
    if figure is None or figure.rule != "bare_fraction" or figure.events is None or figure.total is None:
        return False
    slash = row.view[figure.events.span.end : figure.total.span.start].strip() == "/"
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    linked = bool(behind) and (behind[0].is_a("of") or behind[0].is_a("preposition"))
    return slash and linked and figure.events.value < figure.total.value <= _MOST_PARTS


def _printed(row: Row, draft: Draft) -> str:
    value = draft.figure.value if draft.figure is not None else None
    return value.span.of(row.view) if value is not None else ""


def _is_bare(figure: Figure | None) -> bool:
    """A whole number with no unit, no relation and nothing of its own but a P value behind it."""
    if figure is None or figure.value is None or figure.value.decimals or figure.unit or figure.relation:
        return False
    return not (figure.people or figure.size_mark or figure.events or figure.upper or figure.spread or figure.interval)
