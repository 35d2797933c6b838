"""Of what the figure is: the outcome named nearest, in the direction in which the clause speaks."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, GradeMention, Kind, OutcomeMention
from extractor.attachment.row import Row
from extractor.pieces import Piece
from extractor.spans import Span, cover

_NAMED = ("outcome", "adverse_event", "outcome_role")
_CLOSES_CLAUSE = ("figure", "stop", "semicolon", "open", "measure", "versus")
_HAVING_REACH = 8
_PHRASE_REACH = 10
_ITEM_REACH = 8
_ENDS_PHRASE = (
    "comma semicolon colon open close stop figure p_value test_statistic arm versus than timepoint time_anchor"
    " assigned from every_arm both cohort relation ci_label interval_word"
).split()
_NO_PART = "article copula preposition having occurring statistic change of vague number respectively".split()


def find_outcomes(row: Row) -> Row:
    """The row with outcomes and grades given to its estimates, effects and tests."""
    for step in STEPS:
        row = step(row)
    return row


def pair_outcomes(row: Row) -> Row:
    """A list of figures and a list of as many outcomes go together in order, where the sentence says so."""
    out = {d.position: d for d in row.drafts}
    figures = [d.position for d in row.drafts if d.is_result]
    named = [i for i, p in enumerate(row.pieces) if _is_named(p)]
    lists = row.groups(named, ("preposition",))
    for group in row.groups(figures, ("time_unit",)):
        if len(group) < 2:
            continue
        if any(_has_subject_list(row, out[i]) for i in group):
            continue
        fitting = [g for g in lists if len(g) == len(group) and (g[-1] < group[0] or g[0] > group[-1])]
        near = [g for g in fitting if g[-1] < group[0]][-1:] or fitting[:1]
        for g in near:
            for position, name in zip(group, g, strict=True):
                out[position] = replace(out[position], outcomes=(_mention(row.pieces[name]),))
    return replace(row, drafts=tuple(out[d.position] if d.is_result else d for d in row.drafts))


def take_from_label(row: Row) -> Row:
    """'hazard ratio for death, 0.7': the outcome stands between the label and the figure."""

    def labelled(draft: Draft) -> Draft:
        if draft.kind is not Kind.EFFECT or draft.outcomes or draft.measure_at is None:
            return draft
        for i in range(draft.measure_at + 1, draft.position):
            if _is_named(row.pieces[i]):
                return replace(draft, outcomes=(_mention(row.pieces[i]),))
        return draft

    return row.mapped(labelled)


def take_behind(row: Row) -> Row:
    """'5% of the patients had nausea', '3例出现恶心', '5% died': the outcome stands behind the figure."""

    def taken(draft: Draft) -> Draft:
        if draft.kind is not Kind.ESTIMATE or draft.outcomes:
            return draft
        having = False
        for i in row.rightwards(draft.position):
            piece = row.pieces[i]
            if _is_named(piece) and (having or i - draft.position <= 2) and not _opens_next(row, draft, i):
                return replace(draft, outcomes=(_mention(piece),))
            if i - draft.position > _HAVING_REACH or any(piece.is_a(k) for k in _CLOSES_CLAUSE):
                return draft
            if piece.is_a("comma") and not having:
                return draft
            having = having or piece.is_a("having")
        return draft

    return row.mapped(taken)


def take_item(row: Row) -> Row:
    """An item of a list that the lexicon does not know: ', skin (228/472 [48%])', '，进步3例'."""

    def taken(draft: Draft) -> Draft:
        if draft.outcomes or draft.kind is not Kind.ESTIMATE:
            return draft
        words: list[Piece] = []
        for i in row.leftwards(draft.position):
            piece = row.pieces[i]
            if piece.is_a("word") and not piece.is_a("name_stop"):
                words.append(piece)
            elif words or not any(piece.is_a(k) for k in ("open", "copula")):
                listed = any(piece.is_a(k) for k in ("comma", "semicolon", "and"))
                break
        else:
            return draft
        if not listed or not 1 <= len(words) <= _ITEM_REACH:
            return draft
        span = cover(p.span for p in words)
        return replace(draft, outcomes=(OutcomeMention(span, None, adverse=False),)) if len(span) >= 2 else draft

    return row.mapped(taken)


def take_before(row: Row) -> Row:
    """The outcome named last before the figure."""

    def taken(draft: Draft) -> Draft:
        if draft.outcomes or draft.kind not in (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST):
            return draft
        start = draft.measure_at if draft.measure_at is not None else draft.position
        at = next((i for i in row.leftwards(start) if _is_named(row.pieces[i])), None)
        if at is None:
            return draft
        if draft.kind is not Kind.TEST:
            return replace(draft, outcomes=(_mention(row.pieces[at]),))
        return replace(draft, outcomes=_whole_list(row, at))

    return row.mapped(taken)


def take_phrase(row: Row) -> Row:
    """No outcome that the lexicon knows: the noun phrase that leads up to the figure."""

    def phrased(draft: Draft) -> Draft:
        if draft.outcomes or draft.kind not in (Kind.ESTIMATE, Kind.TEST):
            return draft
        start = draft.position
        phrase = _phrase_before(row, start)
        return replace(draft, outcomes=(OutcomeMention(phrase, None, adverse=False),)) if phrase else draft

    return row.mapped(phrased)


def inherit(row: Row) -> Row:
    """What is left takes the outcome of the draft before it, else the one the last sentence ended on."""
    last: tuple[OutcomeMention, ...] = row.carried.outcomes
    out: list[Draft] = []
    for draft in row.drafts:
        current = draft
        if draft.kind in (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST):
            if not draft.outcomes and last:
                current = replace(draft, outcomes=last[:1] if draft.kind is not Kind.TEST else last)
            last = current.outcomes or last
        out.append(current)
    return replace(row, drafts=tuple(out))


def find_grades(row: Row) -> Row:
    """The grades named before the figure in its sentence belong to its adverse event."""
    places = row.positions("grade")

    def graded(draft: Draft) -> Draft:
        if draft.kind is not Kind.ESTIMATE or not places or not any(o.adverse for o in draft.outcomes):
            return draft
        before = [i for i in places if i < draft.position]
        at = before[-1] if before else places[0]
        return replace(draft, grade=_grade(row.pieces[at]))

    return row.mapped(graded)


def _grade(piece: Piece) -> GradeMention:
    low, high = piece.part("min"), next((p.piece for p in reversed(piece.parts) if p.slot == "max"), None)
    lowest = _level(low)
    highest = None if piece.part("up") else (_level(high) if high else lowest)
    return GradeMention(piece.span, lowest, highest)


def _level(piece: Piece | None) -> int | None:
    if piece is None:
        return None
    if piece.numeral is not None:
        return int(piece.numeral.value)
    code = piece.code("roman")
    return int(code) if code else None


def _is_named(piece: Piece) -> bool:
    return any(piece.is_a(k) for k in _NAMED)


def _mention(piece: Piece) -> OutcomeMention:
    role = piece.code("outcome_role")
    concept = piece.code("outcome") or piece.code("adverse_event") or (f"{role}_outcome" if role else None)
    return OutcomeMention(piece.span, concept, adverse=piece.is_a("adverse_event") and not piece.is_a("outcome"))


def _whole_list(row: Row, at: int) -> tuple[OutcomeMention, ...]:
    """All outcomes of the list that ends at a position."""
    named = [i for i, p in enumerate(row.pieces) if _is_named(p) and i <= at]
    group = row.groups(named)[-1]
    return tuple(_mention(row.pieces[i]) for i in group)


def _opens_next(row: Row, draft: Draft, at: int) -> bool:
    """Whether the outcome behind the figure belongs to the next one: 'A 5%, nausea 9%'."""
    following = next((d for d in row.drafts if d.position > at), None)
    if following is None or following.position - at > 3:
        return False
    own_before = any(_is_named(row.pieces[i]) for i in range(max(0, draft.position - 6), draft.position))
    return own_before and not any(p.is_a("having") for p in row.between(draft.position, at))


def _has_subject_list(row: Row, draft: Draft) -> bool:
    """Whether the figure's list has gone to arms or cohorts already."""
    return row.sentence.has("respectively") and bool(draft.subject.arm or draft.subject.cohort) and _single_arm_list(row)


def _single_arm_list(row: Row) -> bool:
    return len(row.positions("arm")) >= 2 or len(row.positions("cohort")) >= 2


def _phrase_before(row: Row, position: int) -> Span | None:
    words: list[Piece] = []
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if any(piece.is_a(k) for k in _ENDS_PHRASE) or len(words) >= _PHRASE_REACH:
            if words:
                break
            if position - i > 6 or piece.is_a("stop") or piece.is_a("figure"):
                return None
            continue
        if any(piece.is_a(k) for k in _NO_PART):
            if words:
                break
            continue
        words.append(piece)
    return cover(p.span for p in words) if words and _says_something(words) else None


def _says_something(words: Sequence[Piece]) -> bool:
    return sum(len(p.span) for p in words) >= 2


STEPS: tuple[Callable[[Row], Row], ...] = (
    pair_outcomes,
    take_from_label,
    take_behind,
    take_item,
    take_before,
    take_phrase,
    inherit,
    find_grades,
)
