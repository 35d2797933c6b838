"""Limits and steps: numbers that define a group or the step of a predictor."""

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import after_brackets

_LONGEST_LABEL = 2
_LEVEL_REACH = 5


def is_threshold(row: Row, draft: Draft) -> bool:
    """A limit that defines a group: 'women > or = 65', 'younger than 65', 'HbA1c ≥7.0%'."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.interval or figure.events or draft.kind is Kind.TEST:
        return False
    before = row.pieces[draft.position - 1] if draft.position else None
    if figure.relation in ("<", ">", "<=", ">="):
        strict = figure.relation in ("<", ">")
        told = before is not None and (before.is_a("copula") or (before.is_a("having") and strict))
        return not told and not _is_trace(row, draft)
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if behind and (behind[0].is_a("limit_tail") or (behind[0].is_a("relation") and figure.rule == "figure")):
        return True
    if before is None or not before.is_a("limit_word") or (figure.spread and figure.spread.value):
        return False
    if (figure.is_percent or figure.people) and row.sentence.section in ("results", "conclusions"):
        return _is_group_limit(row, draft) or _is_limit_of_share(row, draft)
    return not figure.people


def _is_trace(row: Row, draft: Draft) -> bool:
    """'was uncommon (<1% overall)': hardly any, told in brackets of an event of the results."""
    figure = draft.figure
    if figure is None or figure.relation != "<" or not figure.is_percent or figure.value is None:
        return False
    bracketed = draft.position > 0 and row.pieces[draft.position - 1].is_a("open")
    return bracketed and figure.value.value <= 1 and row.sentence.has("adverse_event")


def _is_limit_of_share(row: Row, draft: Draft) -> bool:
    """'An HbA1c below 7.0% was reached by 61%': the limit belongs to the outcome, and its share follows."""
    if draft.position < _LONGEST_LABEL or not row.pieces[draft.position - _LONGEST_LABEL].is_a("outcome"):
        return False
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in ("comma", "stop", "semicolon", "and")):
            return False
        other = row.at(i)
        if other is not None and other.figure is not None:
            return other.figure.is_percent or other.figure.events is not None
    return False


def _is_group_limit(row: Row, draft: Draft) -> bool:
    """Whether 'with … of more than 45%', or '8 (20%) had … of more than 45%', tells who they are."""
    for i in row.leftwards(draft.position - 1):
        piece = row.pieces[i]
        if piece.is_a("having") and any(d.position < i and d.figure and d.figure.events for d in row.drafts):
            return True
        ends = any(piece.is_a(k) for k in ("copula", "having", "comma", "stop", "semicolon"))
        if ends and not piece.is_a("of"):
            return False
        if piece.is_a("with_condition") or piece.is_a("from"):
            return True
    return False


def is_range_of_group(row: Row, draft: Draft) -> bool:
    """'normal-weight men (18.5 to 24.9 kg/m2)': a range alone in brackets behind people tells who they are."""
    figure = draft.figure
    if figure is None or figure.upper is None or figure.is_percent or draft.position < _LONGEST_LABEL:
        return False
    around = (*row.pieces[draft.position - 1 : draft.position], *row.pieces[draft.position + 1 : draft.position + 2])
    if _is_of_people(row, draft):
        return True
    alone = len(around) == _LONGEST_LABEL and around[0].is_a("open") and around[1].is_a("close")
    owner = row.pieces[draft.position - 2]
    return alone and (owner.is_a("people") or owner.is_a("cohort"))


def _is_of_people(row: Row, draft: Draft) -> bool:
    """'20～29岁女性的', '量表2～5分者', '40～80 g/L的62例女性': people right behind, in such a language."""
    if row.language.model.qualifier_follows:
        return False
    for i in range(draft.position + 1, min(draft.position + 4, len(row.pieces))):
        piece, other = row.pieces[i], row.at(i)
        if piece.is_a("people") or (other is not None and other.figure is not None and other.figure.people):
            return True
        if not (piece.is_a("preposition") or piece.is_a("vague") or piece.is_a("article")):
            return False
    return False


def is_second_of_limit(row: Row, draft: Draft) -> bool:
    """The second number of a double limit: '<140/90 mm Hg'."""
    if draft.position < _LONGEST_LABEL or not row.pieces[draft.position - 1].is_a("slash"):
        return False
    first = row.at(draft.position - 2)
    return first is not None and draft.figure is not None and is_threshold(row, first)


def is_between(row: Row, draft: Draft) -> bool:
    """'HIV RNA between 50 and 400', 'those between 7 and 14 weeks': limits, unless a verb tells where a result lay."""
    if draft.figure is None or draft.kind is Kind.TEST or draft.figure.spread or draft.figure.events:
        return False
    at = draft.position - 1
    if at >= _LONGEST_LABEL and row.pieces[at].is_a("and") and row.at(at - 1) is not None:
        at -= 2
    if at < 0 or not row.pieces[at].is_a("from", "between"):
        return False
    before = row.pieces[at - 1] if at else None
    told = ("copula", "change", "spread_word", "measure", "having")
    listed = at + 2 < len(row.pieces) and row.pieces[at + 2].is_a("and")
    return listed and (before is None or not any(before.is_a(kind) for kind in told))


def is_alternative(row: Row, draft: Draft) -> bool:
    """'a score of 1 (good) or 2 (fair)', '0 or 1': what 'or' joins to another number tells who they are."""
    figure = draft.figure
    if figure is None or figure.value is None or figure.unit not in (None, "point") or figure.relation or figure.events:
        return False
    if figure.spread or figure.interval or figure.people or figure.size_mark or figure.value.decimals:
        return False
    behind = after_brackets(row, draft.position)
    return _joins(row, behind, behind + 1) or _joins(row, draft.position - 1, _before_brackets(row, draft.position - 1))


def _joins(row: Row, at: int, number: int) -> bool:
    """Whether 'or' stands at the one place, and a bare number or an unlimited rest of them at the other."""
    if not (0 <= at < len(row.pieces) and 0 <= number < len(row.pieces)) or not row.pieces[at].is_a("and", "or"):
        return False
    other = row.at(number)
    return other is not None and other.figure is not None and other.figure.value is not None


def _before_brackets(row: Row, position: int) -> int:
    """The position before the one given, or before the brackets that close there."""
    at = position - 1
    if at < 0 or not row.pieces[at].is_a("close"):
        return at
    return next((i - 1 for i in row.leftwards(at) if row.pieces[i].is_a("open")), at)


def is_increment(row: Row, draft: Draft) -> bool:
    """The step of a predictor: 'per 10 years', '每增加10岁'."""
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    return draft.figure is not None and bool(before) and before[0].is_a("increment")


def is_reached_change(row: Row, draft: Draft) -> bool:
    """'40% of the patients had a 50% reduction in pain': how far those counted had to come is no result of theirs.

    Those counted are the subject of the clause; 'a group of 36 patients (7%) had a 33% reduction' tells a result.
    """
    figure, at = draft.figure, draft.position
    if figure is None or figure.people or figure.interval or figure.spread or figure.unit is None:
        return False
    if at + 1 >= len(row.pieces) or not row.pieces[at + 1].is_a("change"):
        return False
    lead = at - 1
    while lead > 0 and any(row.pieces[lead].is_a(k) for k in ("article", "vague", "limit_word")):
        lead -= 1
    if lead < 1 or not row.pieces[lead].is_a("having"):
        return False
    counted = [d for d in row.drafts if d.position < lead and d.figure is not None and d.kind is not Kind.ACCOUNTED]
    return bool(counted) and _is_who(row, counted[-1]) and not row.only(counted[-1].position, lead, ())


def _is_who(row: Row, draft: Draft) -> bool:
    """Whether the figure counts people or is a share of them, with no preposition before it."""
    figure, before = draft.figure, row.pieces[draft.position - 1] if draft.position else None
    led = before is not None and (before.is_a("preposition") or before.is_a("of") or before.is_a("open"))
    if figure is None or led:
        return False
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    share = figure.is_percent and bool(behind) and behind[0].is_a("of")
    bare = figure.rule == "figure" and figure.unit is None and bool(behind) and behind[0].is_a("preposition")
    return figure.people or share or bare


def is_level(row: Row, draft: Draft) -> bool:
    """The level that a P value had to fall below: 'significance was set at P<0.05', 显著性水平为P<0.05."""
    if draft.kind is not Kind.TEST or draft.test is not None:
        return False
    for i in row.leftwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("design_mark", "threshold"):
            return True
        ends = any(piece.is_a(k) for k in ("comma", "open", "stop"))
        if ends or draft.position - i > _LEVEL_REACH or row.at(i) is not None:
            return False
    return False
