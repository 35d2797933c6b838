"""Which outcomes are adverse events, of what grade, whether due to the treatment, and whether serious."""

from dataclasses import replace

from extractor.attachment.draft import Draft, GradeMention, Kind, OutcomeMention
from extractor.attachment.outcomes.phrases import is_named
from extractor.attachment.row import Row
from extractor.pieces import Piece
from extractor.spans import Span

HARMS = frozenset(
    {
        *("adverse_event", "serious_adverse_event", "severe_adverse_event", "treatment_related_adverse_event"),
        *("treatment_emergent_adverse_event", "adverse_event_of_special_interest", "dose_limiting_toxicity"),
        *("solicited_adverse_event", "local_reaction", "systemic_reaction", "discontinuation_due_to_adverse_event"),
        *("complications", "myelosuppression"),
    }
)
"""Codes of the words for harms as such: what is listed beside them is one of them."""

_RELATED = frozenset({"treatment_related_adverse_event"})
_SERIOUS = frozenset({"serious_adverse_event"})
_DEATHS = frozenset({"death"})
_ENOUGH = 2


def find_harms(row: Row) -> Row:
    """The row with outcomes that may be harms made adverse events, where the sentence or the one before speaks of such.

    Many a term is an endpoint in one trial and a harm in another (fatigue, stroke): the words around it decide.
    Death is a harm only where the treatment is said to have caused it.
    """
    places = [i for i, p in enumerate(row.pieces) if _names_harms(p) or p.is_a("grade")]
    listed = {o.concept for d in row.drafts for o in d.outcomes if o.adverse and o.concept not in HARMS}
    going_on = _goes_on(row)

    def told(draft: Draft) -> Draft:
        if not draft.outcomes or draft.kind not in (Kind.ESTIMATE, Kind.EFFECT, Kind.TEST):
            return draft
        near = any(_in_one_clause(row, i, draft.position) for i in places)
        given = near or going_on or len(listed) >= _ENOUGH
        return replace(draft, outcomes=tuple(_as_harm(row, o, told=given) for o in draft.outcomes))

    return row.mapped(told)


def find_grades(row: Row) -> Row:
    """The grades named before the figure in its sentence belong to its adverse event."""
    places = row.positions("grade")

    def graded(draft: Draft) -> Draft:
        if draft.kind is not Kind.ESTIMATE or not places or not any(o.adverse for o in draft.outcomes):
            return draft
        before_it = [i for i in places if i < draft.position]
        at = before_it[-1] if before_it else places[0]
        return replace(draft, grade=_grade(row.pieces[at]))

    return row.mapped(graded)


def find_causes(row: Row) -> Row:
    """The row with adverse events marked as due to treatment or serious, where their name or their list says so."""

    def marked(draft: Draft) -> Draft:
        if draft.kind is not Kind.ESTIMATE or not draft.outcomes or not draft.outcomes[0].adverse:
            return draft
        own = draft.outcomes[0].span
        related, serious = _spells(row, own, "relatedness"), _spells(row, own, "seriousness")
        for i in range(len(row.pieces)):
            piece = row.pieces[i]
            heads = _names_harms(piece) and i < draft.position and _in_one_clause(row, i, draft.position)
            if not piece.span.overlaps(own) and not (heads and _is_open(row, own)):
                continue
            related = related or _is_related(row, i)
            serious = serious or _is_serious(row, i)
        return replace(draft, related=related or None, serious=serious or None)

    return row.mapped(marked)


def _spells(row: Row, own: Span, lexicon: str) -> bool:
    """Whether the event's own name holds such a word: 'treatment-related death', but not 'unrelated death'."""
    text = own.of(row.view).lower()
    found = ((text.find(w), w) for w in row.language.spellings(lexicon))
    return any(at == 0 or (at > 0 and not (w.isascii() and text[at - 1].isalpha())) for at, w in found)


def _is_related(row: Row, at: int) -> bool:
    near = row.pieces[max(0, at - 1) : at + 1]
    if row.pieces[at].part("cause") is not None:
        return True
    return any(p.is_a("relatedness") or (p.code("adverse_event") or "") in _RELATED for p in near)


def _is_serious(row: Row, at: int) -> bool:
    near = row.pieces[max(0, at - 1) : at + 1]
    return any(p.is_a("seriousness") or (p.code("adverse_event") or "") in _SERIOUS for p in near)


def _is_open(row: Row, own: Span) -> bool:
    """Whether the event is a term of its own, to which the head of its list may add: not 'adverse events' again."""
    return not any(_names_harms(p) and p.span.overlaps(own) for p in row.pieces)


def _names_harms(piece: Piece) -> bool:
    return is_named(piece) and (piece.code("adverse_event") or "") in HARMS


def _in_one_clause(row: Row, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return not any(p.is_a("semicolon") or p.is_a("stop") for p in row.between(low, high))


def _goes_on(row: Row) -> bool:
    """Whether the last sentence ended on adverse events and all that this one names may be such."""
    if not row.carried.outcomes or not row.carried.outcomes[0].adverse:
        return False
    named = [o for d in row.drafts if d.kind is Kind.ESTIMATE for o in d.outcomes]
    return bool(named) and all(o.adverse or _harm_of(row, o) is not None for o in named)


def _as_harm(row: Row, mention: OutcomeMention, *, told: bool) -> OutcomeMention:
    if mention.adverse:
        return mention
    piece = _harm_of(row, mention)
    code = piece.code("adverse_event") if piece else None
    if piece is None or code is None:
        return mention
    caused = any(p.is_a("relatedness") and p.span.overlaps(mention.span) for p in row.pieces)
    if not (caused or (told and code not in _DEATHS)):
        return mention
    return replace(mention, concept=code, adverse=True, modified=mention.span != piece.span)


def _harm_of(row: Row, mention: OutcomeMention) -> Piece | None:
    """The term of the mention that may be a harm: the only known one in it, or its head."""
    known = [p for p in row.pieces if is_named(p) and p.span.overlaps(mention.span)]
    if not known or mention.concept is None:
        return None
    return known[-1] if known[-1].is_a("adverse_event") else None


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
