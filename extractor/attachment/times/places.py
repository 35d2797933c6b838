"""Where a sentence names times: time points, states such as baseline, and stretches such as 'during surgery'."""

from dataclasses import dataclass, replace

from extractor.attachment.draft import TimeMention
from extractor.attachment.row import Row
from extractor.pieces import Piece
from extractor.spans import Span

_AGE = "_of_age"
_STRETCH = (
    "word",
    "time_noun",
    "outcome",
    "adverse_event",
    "time_unit",
    "dash",
    "study_noun",
    "arm_role",
    "drug",
    "site",
    "unit",
)
"""What may name what goes on in a stretch of time: 'during handgrip', 'during the hospital stay', 通气期间."""
_NO_STRETCH = ("arm", "cohort", "people", "comparative", "statistic", "timepoint")
_LONGEST = 6
_CONDITION = 9
_PEOPLE = ("people", "article", "figure")
_NO_CONDITION = ("comma", "semicolon", "figure", "having", "statistic", "change")
_WINDOWS = ("hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Place:
    """A time point in the row: where it stands, whether it is the state before treatment, or a stretch of time."""

    position: int
    time: TimeMention
    initial: bool = False
    stretch: bool = False


def places_of(row: Row) -> list[Place]:
    """All times that the sentence names, in order."""
    places: list[Place] = []
    for i, piece in enumerate(row.pieces):
        if piece.is_a("timepoint") and not _is_window(piece):
            if not _is_length(row, i):
                places.append(Place(i, _whole(row, piece)))
        elif piece.is_a("time_anchor") and not _is_no_time(row, i):
            places.append(Place(i, TimeMention(_bare(row, piece), None, None), piece.is_a("time_anchor", "baseline")))
        elif _is_reached_follow_up(row, i):
            places.append(Place(i, mentions_of(piece)[-1]))
        elif piece.is_a("time_word", "during") and (span := _stretch(row, i)) is not None:
            places.append(Place(i, TimeMention(span, None, None), stretch=True))
    return _without_courses(row, places)


def belongs_to_outcome(row: Row, place: Place) -> bool:
    """Whether the time is part of what is measured ('the 1-year survival'), which says nothing of the next sentence."""
    if place.position and row.pieces[place.position - 1].is_a("time_word", "at"):
        return False
    return row.pieces[place.position].rule in ("timepoint_compound", "timepoint_worded", "timepoint_before_outcome")


def mentions_of(piece: Piece) -> list[TimeMention]:
    """The times that a piece names, in order: one for each value of a list; a range is one."""
    values = [p.piece for p in piece.parts if p.slot == "value" and p.piece.numeral is not None]
    if len(values) <= 1:
        number = values[0].numeral if values else None
        return [TimeMention(piece.span, number.value if number else None, _unit(piece))]
    return [TimeMention(v.span, v.numeral.value, _unit(piece)) for v in values if v.numeral is not None]


def _whole(row: Row, piece: Piece) -> TimeMention:
    """The time that a piece names as one: a list names all its members, an event is named without the word for at."""
    if piece.rule == "timepoint_of_event":
        return TimeMention(_bare(row, piece), None, None)
    times = mentions_of(piece)
    if len(times) > 1:
        return TimeMention(piece.span, None, times[-1].unit)
    worded = piece.part("text")
    return replace(times[0], span=worded.span) if worded is not None else times[0]


def _unit(piece: Piece) -> str | None:
    unit = piece.part("unit") or piece.part("text")
    if unit is None:
        return None
    aged = unit.code("unit")
    return (
        unit.code("time_unit")
        or unit.code("time_label")
        or unit.code("time_compound")
        or (aged.removesuffix(_AGE) if aged else None)
    )


def _bare(row: Row, anchor: Piece) -> Span:
    """The state without the word that only places it: 'presentation' of 'at presentation'."""
    span = anchor.span
    for lexicon in ("time_lead", "article"):
        text = span.of(row.view).lower()
        lead = next((w for w in row.language.spellings(lexicon) if text.startswith(w + " ")), None)
        span = Span(span.start + len(lead) + 1, span.end) if lead else span
    return span


def _is_window(piece: Piece) -> bool:
    """Whether it only says how long one measurement takes: the 24-h of '24-h blood pressure'."""
    return piece.rule == "timepoint_compound" and _unit(piece) in _WINDOWS


def _is_length(row: Row, at: int) -> bool:
    """Whether words only say how long something lasts: 'an interval of five days', not 'at five days'."""
    piece = row.pieces[at]
    worded = piece.part("text")
    if worded is None or worded.span.end < piece.span.end or " " not in row.text(piece):
        return False
    led = at == 0 or row.pieces[at - 1].is_a("time_word")
    behind = row.pieces[at + 1 : at + 2]
    counted = any(p.is_a("time_word", code) for p in behind for code in ("behind", "before"))
    return not (led or counted or any(p.is_a(k) for p in behind for k in ("outcome", "adverse_event", "comma")))


def _without_courses(row: Row, places: list[Place]) -> list[Place]:
    """The places without those that tell only of treatment or people ('for 8 weeks'), where a moment is named too."""
    courses = row.language.spellings("time_word", "lasting")
    moments = [p for p in places if not row.text(row.pieces[p.position]).lower().startswith(courses)]
    if any(not p.initial for p in moments):
        moments = [p for p in moments if not (p.initial and _tells_of_people(row, p.position))]
    return moments if any(not p.initial and not p.stretch for p in moments) else places


def _tells_of_people(row: Row, at: int) -> bool:
    """Whether the state is that of the people named right before it."""
    before = at - 2 if at > 1 and row.pieces[at - 1].is_a("time_lead") else at - 1
    return _is_condition(row, at) or (before >= 0 and row.pieces[before].is_a("cohort"))


def _is_no_time(row: Row, at: int) -> bool:
    if _is_reference(row, at) or _leads(row, at):
        return True
    tells = any(p.is_a("copula") for p in row.pieces[at + 1 : at + 2])
    return _is_condition(row, at) and not tells


def _is_condition(row: Row, at: int) -> bool:
    """Whether the state is only when people had their condition: 'in patients with asthma at baseline'."""
    if not row.language.model.qualifier_follows or not row.pieces[at].is_a("time_anchor", "baseline"):
        return False
    for i in row.leftwards(at):
        piece = row.pieces[i]
        if piece.is_a("with_condition"):
            return 0 < i < at - 1 and any(row.pieces[i - 1].is_a(k) for k in _PEOPLE)
        verb = piece.is_a("copula") and not (piece.is_a("of") or piece.is_a("preposition"))
        if verb or at - i > _CONDITION or any(piece.is_a(k) for k in _NO_CONDITION):
            return False
    return False


def _stretch(row: Row, at: int) -> Span | None:
    """The stretch of time with what goes on in it, from the word that says so; None where nothing plain is named."""
    steps = row.rightwards(at) if row.language.model.qualifier_follows else row.leftwards(at)
    last = at
    named = False
    for i in steps:
        piece = row.pieces[i]
        told = any(piece.is_a(k) for k in _STRETCH) and not piece.is_a("outcome", "follow_up")
        if any(piece.is_a(k) for k in _NO_STRETCH) or piece.is_a("outcome", "follow_up"):
            return None
        if abs(i - at) > _LONGEST or not (told or (piece.is_a("article") and not named)):
            break
        last, named = i, named or told
    if not named:
        return None
    first, end = sorted((at, last))
    return Span(row.pieces[first].span.start, row.pieces[end].span.end)


def _leads(row: Row, at: int) -> bool:
    """Whether the words only open a time point: the 术后 of 术后6个月."""
    behind = row.pieces[at + 1 : at + 2]
    return bool(behind) and behind[0].is_a("timepoint") and behind[0].span.start - row.pieces[at].span.end <= 1


def _is_reference(row: Row, at: int) -> bool:
    """Whether baseline is only what a change is measured from ('down from baseline'), no figure's own time."""
    if not row.pieces[at].is_a("time_anchor", "baseline") or at == 0:
        return False
    before = row.pieces[at - 1]
    compared = before.is_a("versus") or before.is_a("than") or before.is_a("from")
    behind = next((p for p in row.pieces[at + 1 :] if not p.is_a("preposition") and not p.is_a("copula")), None)
    return compared and (behind is None or not behind.is_a("figure"))


def _is_reached_follow_up(row: Row, at: int) -> bool:
    """'At a median follow-up of 5 years, …': the follow-up reached dates what the sentence goes on to tell."""
    draft = row.at(at)
    if draft is None or not any(o.concept == "follow_up" for o in draft.outcomes) or not row.pieces[at].is_a("figure"):
        return False
    unit = row.pieces[at].part("unit")
    return bool(unit and unit.is_a("time_unit")) and any(p.is_a("time_word", "at") for p in row.pieces[: min(at, 2)])
