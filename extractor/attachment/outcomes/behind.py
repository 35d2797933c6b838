"""The outcome named behind a figure: '5% of the patients had nausea', '3例出现恶心', '268 deaths'."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.attachment.draft import Draft, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import is_content, is_named, mention_at, phrase_behind
from extractor.attachment.row import Row
from extractor.figures import Figure
from extractor.pieces import Piece
from extractor.spans import Span, cover

_REACH = 14
_LINKS = (
    *("of", "article", "people", "preposition", "arm", "cohort", "arm_head", "close", "assigned", "population"),
    *("timepoint", "time_anchor", "vague", "to", "grade", "scope_word", "people_counted", "total_mark"),
    *("respectively", "all_cue", "both", "every_arm", "of_them", "label_noun"),
)
_OBSERVED = frozenset({"eye", "ear", "tooth", "lesion", "knee", "hip", "sample", "object"})
"""Units of observation other than people: where nothing else is named, their number is reported for its own sake."""

OF_TIME = frozenset({"year_of_age", "person_year", "patient_year"})

_CHANGES = ("change", "measure", "risk_noun", "comparative", "statistic", "fold_measure")
_CLOSING = ("comma", "and", "semicolon", "stop", "close")
_LASTING = frozenset({"follow_up", "max_follow_up", "age"})
WATCHING = frozenset({"follow_up", "max_follow_up"})


def behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """The outcome behind the figure, or None.

    What tells the people apart ('of those with diabetes') is passed over up to the verb.
    """
    walk = _Walk(row, draft)
    i = draft.position + 1
    while i < len(row.pieces) and i - draft.position <= _REACH:
        if row.pieces[i].is_a("open"):
            closed = _closing(row, i)
            if closed is None:
                return None
            i = closed + 1
            continue
        found = walk.outcome_at(i)
        if found is not None or walk.ended:
            return found
        i += 1
    return None


@dataclass(slots=True)
class _Walk:
    """The way from a figure to the right: `passing` over what tells people apart, `having` behind a verb."""

    row: Row
    draft: Draft
    passing: bool = False
    having: bool = False
    ended: bool = False
    counted: bool = field(init=False)
    owner: bool = field(init=False)
    unfit: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        figure = self.draft.figure
        self.counted = figure is not None and (
            figure.people or figure.is_share or figure.value is None or figure.unit is None or is_rate(figure)
        )
        self.counted = self.counted or _is_aside(self.row, self.draft)
        self.owner = self.counted
        self.unfit = unfit_for(self.draft)

    def outcome_at(self, i: int) -> OutcomeMention | None:
        """The outcome that begins at the position; None where none does, and the walk may have ended there."""
        piece = self.row.pieces[i]
        if is_named(piece) and (piece.code("outcome") or "") in self.unfit:
            return None
        if is_named(piece) and not self.passing and self._may_be(piece, i):
            return mention_at(self.row, i)
        if self._moves_on(piece):
            return None
        if piece.is_a("change") and self.counted and not self.passing and _closes(self.row, i + 1):
            return OutcomeMention(_with_word(self.row, i), None, adverse=False, modified=True)
        denied = piece.is_a("negation") and self.row.language.model.topic_first
        if is_content(piece) or piece.is_a("change") or denied:
            self.ended = not self.counted
            return phrase_behind(self.row, i, len(self.row.pieces)) if self.counted and not self.passing else None
        unreached = piece.is_a("statistic") and self.draft.figure is not None and self.draft.figure.value is None
        self.ended = not unreached and not any(piece.is_a(k) for k in _LINKS)
        return None

    def _may_be(self, piece: Piece, i: int) -> bool:
        return not piece.is_a("people") or _is_characteristic(self.row, self.draft, i)

    def _moves_on(self, piece: Piece) -> bool:
        """Whether the piece is a verb, the people, or what leads to a word about them."""
        if piece.is_a("figure"):
            self.ended = True
        elif piece.is_a("having") or piece.is_a("occurring") or (piece.is_a("copula") and self.owner):
            self.having, self.passing = self.having or piece.is_a("having"), False
        elif piece.is_a("people") or piece.is_a("arm") or piece.is_a("cohort"):
            self.owner, self.passing = True, False
        elif piece.is_a("preposition") and self.draft.figure is not None and is_rate(self.draft.figure):
            self.passing = False
        elif piece.is_a("with_condition") or piece.is_a("preposition") or piece.is_a("of"):
            self.passing = not self.having and (self.row.language.model.qualifier_follows or not self.owner)
        else:
            return False
        return True


def _is_aside(row: Row, draft: Draft) -> bool:
    """'B组(479 pg/mL)瘦素降低': a figure in brackets behind a group, which stands before what is told."""
    at = draft.position
    if not row.language.model.topic_first or at < 2 or at + 1 >= len(row.pieces):
        return False
    group = row.pieces[at - 2]
    return (
        row.pieces[at - 1].is_a("open")
        and row.pieces[at + 1].is_a("close")
        and (group.is_a("arm") or group.is_a("cohort"))
    )


def is_rate(figure: Figure) -> bool:
    """Whether the figure counts by so many people or years: '10 cases per 1000 patient-years for relapse'."""
    return (figure.unit or "").startswith("1/")


def watched_behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """'平均17年随访', '30 months of median follow-up': a span of time before the word for watching is how long it went.

    Not where the word comes with people or a verb of its own.
    """
    at = draft.position + 1
    if draft.kind is not Kind.ESTIMATE or draft.figure is None or draft.figure.unit_kind != "time_unit":
        return None
    if row.language.model.qualifier_follows:
        while at < len(row.pieces) and any(row.pieces[at].is_a(k) for k in ("of", "statistic", "article", "quote")):
            at += 1
    if at >= len(row.pieces) or not is_named(row.pieces[at]):
        return None
    return mention_at(row, at) if (row.pieces[at].code("outcome") or "") in WATCHING else None


def changed_behind(row: Row, draft: Draft) -> OutcomeMention | None:
    """'a 23% lower risk of relapse', '0.2 more visits': what words of comparing behind a difference lead to."""
    i, told = max(draft.position + 1, draft.measure_at or 0), False
    while i < len(row.pieces) and i - draft.position <= _REACH:
        piece = row.pieces[i]
        if piece.is_a("open") or piece.is_a("interval"):
            closed = _closing(row, i)
            i = i + 1 if closed is None else closed + 1
            continue
        if any(piece.is_a(k) for k in _CHANGES) and not piece.is_a("outcome"):
            told = True
        elif told and is_named(piece):
            return mention_at(row, i)
        elif told and (is_content(piece) or piece.is_a("change")):
            return phrase_behind(row, i, len(row.pieces))
        elif piece.is_a("with_condition") or not any(
            piece.is_a(k) for k in ("preposition", "of", "article", "name_stop", "close", "risk_noun")
        ):
            return None
        i += 1
    return None


def told_apart_by(row: Row, draft: Draft) -> OutcomeMention | None:
    """'3 because of colitis', '6 (9%) with vomiting, 2 …': the cause or event right behind those counted."""
    at = draft.position + 1
    if row.language.model.topic_first or draft.figure is None:
        return None
    while at < len(row.pieces) and row.pieces[at].is_a("people"):
        at += 1
    if at + 1 >= len(row.pieces):
        return None
    if row.pieces[at].is_a("owing"):
        return phrase_behind(row, at + 1, len(row.pieces))
    event = row.pieces[at + 1]
    if not row.pieces[at].is_a("with_condition") or row.pieces[at].is_a("having") or event.is_a("people"):
        return None
    return mention_at(row, at + 1) if is_named(event) and _ends_item(row, at + 2) else None


def _ends_item(row: Row, at: int) -> bool:
    return at < len(row.pieces) and any(row.pieces[at].is_a(k) for k in ("open", "comma", "semicolon", "and", "close"))


def characteristic(row: Row, draft: Draft) -> OutcomeMention | None:
    """'269 participants: 85% men, 47% white': the sex right behind a share is what it counts."""
    at = draft.position + 1
    figure = draft.figure
    if figure is None or not figure.is_share or figure.total is not None or at >= len(row.pieces):
        return None
    piece = row.pieces[at]
    following = row.pieces[at + 1] if at + 1 < len(row.pieces) else None
    ended = following is None or any(following.is_a(k) for k in (*_CLOSING, "open", "with_condition"))
    return mention_at(row, at) if is_named(piece) and piece.is_a("people") and ended else None


def observed(row: Row, draft: Draft) -> OutcomeMention | None:
    """'60颗纵折牙', '96颗患牙，': where no people are counted, the thing itself, named right behind its counter."""
    unit = row.pieces[draft.position].part("unit")
    if unit is None or draft.statistic != "count" or draft.figure is None or draft.figure.unit not in _OBSERVED:
        return None
    at = draft.position + 1
    if row.language.model.qualifier_follows or draft.figure.events is not None or at >= len(row.pieces):
        return None
    if is_content(row.pieces[at]) and row.pieces[at].span.start == row.pieces[draft.position].span.end:
        return phrase_behind(row, at, len(row.pieces))
    named = len(unit.span) > 1 and any(row.pieces[at].is_a(k) for k in _CLOSING)
    return OutcomeMention(unit.span, None, adverse=False, modified=True) if named else None


def counted_noun(row: Row, draft: Draft, *, people: bool) -> OutcomeMention | None:
    """'268 deaths', '22 men': what the figure counts names its outcome; `people` is whether that may be people."""
    part = next((p for p in inside(row.pieces[draft.position]) if is_named(p)), None)
    if part is None and people and not row.carried.outcomes and draft.figure and draft.figure.unit in _OBSERVED:
        unit = row.pieces[draft.position].part("unit")
        return OutcomeMention(unit.span, None, adverse=False) if unit else None
    if part is None or (part.is_a("people") and not people):
        return None
    cause = row.pieces[draft.position].part("cause")
    if cause is not None and part.is_a("adverse_event"):
        return OutcomeMention(cover((cause.span, part.span)), part.code("adverse_event"), adverse=True, modified=True)
    concept = part.code("outcome") or part.code("adverse_event")
    end = _tail_end(row, draft.position, part)
    adverse = part.is_a("adverse_event") and not part.is_a("outcome")
    return OutcomeMention(Span(part.span.start, end), concept, adverse=adverse, modified=end > part.span.end)


def _tail_end(row: Row, at: int, noun: Piece) -> int:
    """The end of what tells a counted event from others: '2 deaths due to sepsis', 'one withdrawal of consent'."""
    end = noun.span.end
    if row.pieces[at].span.end != end or at + 2 >= len(row.pieces) or not row.language.model.qualifier_follows:
        return end
    tie = row.pieces[at + 1]
    if not tie.is_a("owing") and not (tie.is_a("of") and not tie.is_a("preposition")):
        return end
    tail = phrase_behind(row, at + 2, len(row.pieces))
    return tail.span.end if tail is not None else end


def inside(piece: Piece) -> Iterator[Piece]:
    """The parts of a composite piece and theirs: 'one treatment-related death (1.1%)' holds a counted noun."""
    for part in piece.parts:
        yield part.piece
        yield from inside(part.piece)


def unfit_for(draft: Draft) -> frozenset[str]:
    """The concepts that the figure cannot be of: no percentage, number, rate or weight lasts, no ratio watches."""
    if draft.kind is Kind.EFFECT:
        return WATCHING
    figure = draft.figure
    counts = figure is None or figure.people or figure.is_share or figure.value is None or draft.statistic == "count"
    counts = counts or (figure is not None and (is_rate(figure) or _is_no_time(figure)))
    return _LASTING if draft.kind is Kind.ESTIMATE and counts else frozenset()


def _is_no_time(figure: Figure) -> bool:
    """Whether the unit is one of no time; people and their years may be what watching came to."""
    return figure.unit_kind in ("unit", "dose_unit") and figure.unit not in OF_TIME


def _is_characteristic(row: Row, draft: Draft, at: int) -> bool:
    """Whether people named right behind a percentage are what it counts: '42% women; mean age 50'."""
    figure = draft.figure
    if row.pieces[at - 1].is_a("copula"):
        return True
    if figure is None or not figure.is_share or figure.total is not None or at != draft.position + 1:
        return False
    following = row.pieces[at + 1] if at + 1 < len(row.pieces) else None
    return following is None or not any(following.is_a(k) for k in ("having", "with_condition", "word", "assigned"))


def _closes(row: Row, at: int) -> bool:
    """Whether the clause ends there, or the next item of a list begins."""
    return at >= len(row.pieces) or any(row.pieces[at].is_a(k) for k in (*_CLOSING, "timepoint", "time_anchor"))


def _with_word(row: Row, at: int) -> Span:
    """The change with the word that a verb of having puts before it: 'reported any improvement'."""
    change, word = row.pieces[at], row.pieces[at - 1]
    told = at >= 2 and word.is_a("word") and row.pieces[at - 2].is_a("having")
    return cover((word.span, change.span)) if told else change.span


def _closing(row: Row, at: int) -> int | None:
    depth = 0
    for i in range(at, len(row.pieces)):
        depth += row.pieces[i].is_a("open") - row.pieces[i].is_a("close")
        if depth == 0:
            return i
    return None
