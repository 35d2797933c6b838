"""Amounts that are doses: beside a treatment, behind a name, in a list of doses."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

_DRUG_UNITS = ("mg", "µg", "ng", "IU", "U", "mg/kg", "µg/kg")
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
    return any(_beside_treatment(row, d) for d in _dose_list(row, draft))


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
    """The first of two amounts with one unit: 'with 50 and 100 mg tramadol'."""
    figure = draft.figure
    if figure is None or figure.rule != "figure" or figure.unit is not None:
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 3]
    return len(behind) > 1 and (behind[0].is_a("and") or behind[0].is_a("comma")) and behind[1].is_a("dose")


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
