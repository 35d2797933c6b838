"""Counts that head the subject of a verb of participation, however long the phrase between them."""

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.sizes.counts import beside_arm_behind, is_share_of_sex
from extractor.attachment.sizes.events import has_event, is_seen_in

_REACH = 30
_BARE = ("figure", "people_counted")
_TAKING_PART = ("screened", "enrolled", "randomized", "analyzed", "completed")
_PHRASE = (
    *("word", "people", "preposition", "article", "arm", "arm_head", "arm_role", "cohort", "cohort_head", "drug"),
    *("with_condition", "adverse_event", "outcome", "dash", "of", "label_noun", "and", "figure", "roman", "to"),
    "respectively",
)
"""What a phrase that names people may hold."""

_BEFORE = ("article", "total_mark", "vague", "all_cue")
_OPENS = ("stop", "semicolon", "colon", "comma", "and", "word", "timepoint", "date")
"""What may stand before the subject of a clause."""


def share_verb(row: Row, draft: Draft) -> bool:
    """'83 patients in group I and 89 in group II started treatment': the verb behind the last arm is of all counts."""
    figure = draft.figure
    if figure is None or figure.rule not in ("figure", "people_counted") or not beside_arm_behind(row, draft):
        return False
    counts = [d.position for d in row.drafts if d.figure is not None and d.kind in (Kind.OPEN, Kind.SIZE)]
    group = next(
        (g for g in row.groups(counts, ("arm", "arm_head", "preposition", "people")) if draft.position in g), []
    )
    if len(group) < 2:
        return False
    at = next((i for i in row.rightwards(group[-1]) if row.pieces[i].is_a("arm")), len(row.pieces)) + 1
    while at < len(row.pieces) and (row.pieces[at].is_a("arm_head") or row.pieces[at].is_a("copula")):
        at += 1
    verb = row.pieces[at] if at < len(row.pieces) else None
    if verb is None or verb.is_a("having"):
        return False
    return verb.is_a("population") or (verb.is_a("assigned") and any(row.pieces[i].part("people") for i in group))


def by_clause(row: Row, draft: Draft) -> bool:
    """'68 in group A and 52 in group B could be evaluated': the count heads the subject of a verb of participation."""
    figure = draft.figure
    if figure is None or figure.rule not in _BARE or figure.unit or figure.relation or not heads_subject(row, draft):
        return False
    if verb_of_part(row, draft.position) is None:
        return False
    return not (has_event(row, draft) or is_share_of_sex(row, draft) or is_seen_in(row, draft))


def heads_subject(row: Row, draft: Draft) -> bool:
    """Whether the count opens a clause, or is joined to one that does."""
    at = draft.position - 1
    while at >= 0 and any(row.pieces[at].is_a(kind) for kind in _BEFORE):
        at -= 1
    if at < 0 or not any(row.pieces[at].is_a(kind) for kind in _OPENS):
        return at < 0
    if not row.pieces[at].is_a("and"):
        return True
    joined = next((d for d in reversed(row.drafts) if d.position < at and d.figure is not None), None)
    return joined is None or heads_subject(row, joined)


def verb_of_part(row: Row, position: int) -> int | None:
    """The verb of participation in the passive that ends the phrase; a relative clause in between is passed over."""
    depth, relative = 0, False
    for i in range(position + 1, min(position + 1 + _REACH, len(row.pieces) - 1)):
        piece = row.pieces[i]
        depth += row.opened(i)
        if depth > 0 or piece.is_a("close"):
            continue
        if depth < 0 or any(piece.is_a(kind) for kind in ("stop", "semicolon", "colon", "of_them")):
            return None
        if piece.is_a("copula") and not piece.is_a("of"):
            verb = next((k for k in (i + 1, i + 2) if _tells_part(row, k)), None)
            if not (relative and row.pieces[i - 1].is_a("relative")):
                return verb
        elif piece.is_a("relative", "people"):
            relative = True
        elif piece.is_a("comma"):
            if not _is_of_list(row, i):
                return None
        elif not relative and not any(piece.is_a(kind) for kind in _PHRASE):
            return i if _tells_part(row, i) and row.pieces[i - 1].is_a("arm") else None
    return None


def _tells_part(row: Row, at: int) -> bool:
    """Whether a verb of participation stands there."""
    piece = row.pieces[at] if at < len(row.pieces) else None
    if piece is None:
        return False
    return piece.is_a("assigned", "assigned") or any(piece.is_a("population", code) for code in _TAKING_PART)


def _is_of_list(row: Row, comma: int) -> bool:
    """Whether the comma stands between counts, or beside 'respectively'."""
    near = (row.pieces[comma - 1], row.pieces[comma + 1])
    return any(p.is_a("respectively") for p in near) or row.at(comma + 1) is not None
