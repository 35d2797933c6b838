"""Figures of the methods: durations, amounts and strengths describe the study, shares of the people are results."""

from decimal import Decimal

from extractor.attachment.brackets import bracket_around
from extractor.attachment.draft import Draft
from extractor.attachment.numbers.characteristics import is_characteristic
from extractor.attachment.row import Row
from extractor.attachment.sizes.announced import marks_size
from extractor.attachment.sizes.counts import COUNTED_UNITS, counts_people
from extractor.figures import Figure
from extractor.pieces import Piece

_FREQUENCIES = ("1/day", "1/week", "1/month", "1/night", "1/hour", "1/minute", "1/patient")
"""How often something is given or done, where the methods tell it."""

_FEW = 10
"""So few people are told of in an aim as an example, not as those studied."""

_NEAR = 4
_LED = 4
_OPENING = 3
_ENDS = ("comma", "semicolon", "stop", "close", "open", "figure")
_PEOPLE = ("people", "stand_in", "cohort", "total_mark")
_GROUPS = ("arm", "both", "every_arm")
_TELLING = ("having", "occurring")
_OPENS = ("comma", "stop", "semicolon", "and")
_PHRASE = 8
_SCOPE = 24
"""How far behind its people the comma may stand that closes the phrase a sentence opens with, in pieces."""


def is_described(row: Row, draft: Draft) -> bool:
    """Any other figure of the methods: durations, amounts, scales, strengths."""
    figure = draft.figure
    if figure is None or row.sentence.section not in ("methods", "objective", "registration", "funding"):
        return False
    if marks_size(row, draft) or figure.spread or figure.interval or figure.bounds or is_characteristic(row, draft):
        return False
    if figure.unit_kind == "unit" and figure.unit in COUNTED_UNITS and row.sentence.has("assigned"):
        return False
    if counts_people(row, draft):
        few = figure.value is None or figure.value.value < _FEW
        return row.sentence.section == "objective" and not row.sentence.has("comparing") and few
    defined = row.sentence.has("outcome_role") and (figure.events is None or figure.value is None)
    return not _is_counted(row, draft, figure) or row.sentence.section == "objective" or defined


def strengths_told(row: Row) -> frozenset[Decimal]:
    """The percentages of the methods that are no shares of people: how strong something was, or how much was given."""
    if row.sentence.section != "methods":
        return frozenset()
    told = (d.figure for d in row.drafts if d.account in ("method", "dose") and d.figure and d.figure.is_percent)
    return frozenset(f.value.value for f in told if f.value is not None)


def _is_counted(row: Row, draft: Draft, figure: Figure) -> bool:
    """Whether the figure is a rate, so many of so many people, or a share of people."""
    if figure.unit_kind == "rate_unit":
        return figure.unit not in _FREQUENCIES
    if figure.events is not None:
        return figure.value is not None or _is_of_people(row, draft, told=True) or _is_plain_part(row, figure)
    return figure.is_percent and _is_share_of_people(row, draft)


def _is_plain_part(row: Row, figure: Figure) -> bool:
    """'11 of 83': digits on either side of the word; not '8 of a 21-day cycle', '1 of 3 diets', '10/90'."""
    part, whole = figure.events, figure.total
    if part is None or whole is None or whole.value <= _FEW:
        return False
    between = row.view[part.span.end : whole.span.start].strip().lower()
    return part.span.of(row.view).isdigit() and between in row.language.spellings("of")


def _is_share_of_people(row: Row, draft: Draft) -> bool:
    """'(63% male)', '46.7% of the patients', 'a response rate of 38%', but no '5% cream', nor '75% restriction'.

    Where one share of the sentence is of people the others are too.
    """
    shares = [d for d in row.drafts if d.figure is not None and d.figure.is_percent]
    if any(_is_told_of_people(row, d) for d in shares):
        return True
    if around := bracket_around(row, draft.position):
        ahead = range(around.start, draft.position)
        counted = any((d := row.at(i)) is not None and d.figure is not None and d.figure.size_mark for i in ahead)
        return counted or len(around) == 1 or _is_in_group(row, draft) or _is_behind_people(row, around.start - 1)
    led = row.pieces[max(0, draft.position - _LED) : draft.position]
    said = bool(led) and led[-1].is_a("copula") and any(p.is_a("outcome") for p in led)
    return said or any(p.is_a("statistic") for p in led)


def _is_told_of_people(row: Row, draft: Draft) -> bool:
    """Whether the share has its events, or people behind it, or is the subject of a verb: '94% used it'."""
    if (draft.figure is not None and draft.figure.events is not None) or _is_of_people(row, draft):
        return True
    at = draft.position
    before = row.pieces[at - 1] if at else None
    if before is not None and (before.is_a("of_them") or (before.is_a("comma") and _names_people(row, at - 2))):
        return True
    verb = row.pieces[at + 1] if at + 1 < len(row.pieces) else None
    opens = before is None or any(before.is_a(kind) for kind in _OPENS)
    return opens and verb is not None and _is_verb(row, verb)


def _is_verb(row: Row, piece: Piece) -> bool:
    if any(piece.is_a(kind) for kind in (*_TELLING, "population", "assigned")):
        return True
    text = row.text(piece)
    return piece.is_a("word") and any(p.regex.search(text) for p in row.language.patterns_of("past_verb"))


def _is_behind_people(row: Row, opening: int) -> bool:
    """Whether the bracket opens behind people counted: '1300 patients with a recent stroke (85% ischemic)'."""
    for i in range(opening - 1, max(-1, opening - _PHRASE), -1):
        if any(row.pieces[i].is_a(kind) for kind in (*_ENDS[:4], "copula", "assigned", "arm", "drug")):
            return False
        if _names_people(row, i):
            return True
    return False


def _is_of_people(row: Row, draft: Draft, *, told: bool = False) -> bool:
    """Whether people are named right behind the figure, or where `told` a verb that tells of them.

    Or it is led as a part of those named before: '其中7.4%', '478名学生中，94%', 'among 478 students who came, 94%'.
    """
    led = row.pieces[max(0, draft.position - _LED) : draft.position]
    if any(p.is_a("of_them") for p in led) or _is_scoped(row, draft.position):
        return True
    for i in range(draft.position + 1, min(draft.position + 1 + _NEAR, len(row.pieces))):
        if any(row.pieces[i].is_a(kind) for kind in _ENDS):
            return False
        if _names_people(row, i) or (told and any(row.pieces[i].is_a(kind) for kind in _TELLING)):
            return True
    return False


def _is_scoped(row: Row, position: int) -> bool:
    """Whether it stands right behind the comma that closes the people with whom the sentence opens."""
    opens = any(p.is_a("scope_word") for p in row.pieces[:_OPENING])
    led = position > 0 and row.pieces[position - 1].is_a("comma")
    return opens and led and any(_names_people(row, i) for i in range(max(0, position - _SCOPE), position))


def _is_in_group(row: Row, draft: Draft) -> bool:
    """'(15% in both groups)': a preposition leads to who they are."""
    behind = row.pieces[draft.position + 1 : draft.position + 3]
    return any(p.is_a(kind) for p in behind for kind in _GROUPS) and not behind[0].is_a("arm")


def _names_people(row: Row, at: int) -> bool:
    piece = row.pieces[max(at, 0)]
    return piece.part("people") is not None or any(piece.is_a(kind) for kind in _PEOPLE)
