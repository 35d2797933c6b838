"""Amounts that are doses: beside a treatment, behind a name, in a list of doses."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.figures import Figure

_DRUG_UNITS = ("mg", "µg", "ng", "IU", "U", "mg/kg", "µg/kg")
_GIVEN_UNITS = (
    *("mg", "µg", "g", "IU", "mg/kg", "µg/kg", "g/kg", "IU/kg", "mg/day", "µg/day", "g/day", "IU/day", "mg/m^2"),
    *("mg/kg/day", "µg/kg/day", "mg/week", "µg/kg/min", "µg/min", "mCi", "MBq"),
)
"""Units in which something is given far more often than measured."""

_GIVES = ("preposition", "article", "time_word")
_RESULT = ("statistic", "measure", "versus", "comparative")
_REACHED = ("by", "from", "to")
_RESULT_NEAR = 6
_NAMES = ("drug", "arm", "arm_role", "course", "label_noun", "assigned")
_TREATMENTS = ("drug", "arm", "arm_role", "label_noun", "course")


def is_dose(row: Row, draft: Draft) -> bool:
    """An amount in a unit of dose: anywhere before the results, in them beside a treatment or in a list of doses."""
    figure = draft.figure
    if figure is None or figure.unit_kind != "dose_unit" or figure.interval or figure.spread or figure.bounds:
        return False
    if row.sentence.section not in ("results", "conclusions") or row.sentence.has("frequency"):
        return True
    if figure.unit in _DRUG_UNITS and _is_led_by_name(row, draft):
        return True
    members = _dose_list(row, draft)
    return any(_beside_treatment(row, d) or _is_hyphened(row, d) for d in members) or _is_given(row, members)


def is_solution(row: Row, draft: Draft) -> bool:
    """'2.5% NaOCl', 'hydroquinone 2%' in the methods: how strong something was."""
    figure = draft.figure
    if figure is None or not figure.is_percent or figure.events or figure.interval or figure.spread:
        return False
    if row.sentence.section not in ("methods", "objective"):
        return False
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if any(p.is_a("drug") for p in (*before, *behind)):
        return True
    return bool(behind) and behind[0].is_a("word") and sum(c.isupper() for c in row.text(behind[0])) > 1


def _is_hyphened(row: Row, draft: Draft) -> bool:
    """'the 4-mg lozenge': an amount that a hyphen makes an attribute tells which."""
    value = draft.figure.value if draft.figure is not None else None
    return value is not None and row.view[value.span.end : value.span.end + 1] == "-"


def _is_given(row: Row, members: list[Draft]) -> bool:
    """'after 30 µg/min', 'at a dose of 600 mg/m2', 'the 100 µg group': told as given, and set against nothing."""
    first = members[0]
    figure = first.figure
    if figure is None or first.position == 0 or any(d.figure and d.figure.unit not in _GIVEN_UNITS for d in members):
        return False
    near = row.pieces[max(0, first.position - _RESULT_NEAR) : first.position]
    within = row.between(first.position, members[-1].position)
    if any(p.is_a(kind) for p in (*near, *within) for kind in _RESULT):
        return False
    before = row.pieces[first.position - 1]
    if before.is_a("of"):
        return any(p.is_a("course") for p in near[-3:-1])
    return any(before.is_a(kind) for kind in _GIVES) and not any(before.is_a(kind) for kind in _REACHED)


def _is_led_by_name(row: Row, draft: Draft) -> bool:
    """Whether the amount, or the list of amounts that it stands in, follows a name: 'naratriptan 1 mg, 0.25 mg'."""
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in _NAMES):
            return True
        if piece.is_a("word"):
            return not piece.is_a("outcome") and i > 0 and not row.pieces[i - 1].is_a("outcome")
        dose = piece.is_a("dose") or (piece.is_a("figure") and row.at(i) is not None)
        if not dose and not any(piece.is_a(k) for k in ("and", "comma", "versus", "open")):
            return False
    return False


def is_dose_list(row: Row, draft: Draft) -> bool:
    """A number of a list that ends in a dose, or in an arm named by one: '50 and 100 mg tea', '5, 8, and 11 mg'."""
    at = draft.position
    listed = False
    while (figure := _bare_at(row, at)) and figure.rule == "figure":
        behind = at + 1
        while behind < len(row.pieces) and any(row.pieces[behind].is_a(k) for k in ("and", "comma")):
            behind += 1
        if behind == at + 1 or behind >= len(row.pieces):
            return False
        at, listed = behind, True
    if not listed or at >= len(row.pieces):
        return False
    last = row.pieces[at]
    return last.is_a("dose") or (last.is_a("arm") and row.text(last)[:1].isdigit())


def _bare_at(row: Row, position: int) -> Figure | None:
    """The number without a unit on that piece."""
    draft = row.at(position)
    figure = draft.figure if draft is not None else None
    return figure if figure is not None and figure.unit is None and not figure.people else None


def _dose_list(row: Row, draft: Draft) -> list[Draft]:
    """The amount and those listed with it: '1 mg, 0.25 mg and placebo'."""
    doses = [d for d in row.drafts if d.figure is not None and d.figure.unit_kind == "dose_unit"]
    positions = [d.position for d in doses]
    groups = row.groups(positions, ("arm", "drug", "preposition"))
    group = next((g for g in groups if draft.position in g), [])
    return [d for d in doses if d.position in group] or [draft]


def _beside_treatment(row: Row, draft: Draft) -> bool:
    """Whether the amount stands at a drug, an arm or a word for dose, or alone in brackets."""
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    alone = before and behind and before[0].is_a("open") and behind[0].is_a("close")
    if any(p.is_a("statistic") for p in row.pieces[max(0, draft.position - 4) : draft.position]):
        return False
    return bool(alone) or any(p.is_a(k) for p in (*before, *behind) for k in _TREATMENTS)
