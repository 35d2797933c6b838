"""What was done to what: 'Screening was completed by 18%', 'infection was ruled out in 67%'."""

from extractor.attachment.draft import Draft, OutcomeMention
from extractor.attachment.outcomes.phrases import is_boundary, is_content, is_named, tidy
from extractor.attachment.outcomes.verbs import counts
from extractor.attachment.row import Row
from extractor.spans import Span

_HOLLOW, _PAST = "passive_hollow", "past_verb"
_AMOUNTS = ("vague", "article", "total_mark", "statistic")
_WITHIN = (
    "word",
    "by",
    "preposition",
    "article",
    "name_stop",
    "of",
    "to",
    "time_unit",
    "drug",
    "negation",
    "vague",
    "design_mark",
)
_LOOSE = ("of", "with_condition", "to", "from")
_DONE = ("assigned", "population", "change", "having", "verb")
_PARTICIPLES = (("population", "completed"), ("assigned", "received"))
_SUBJECT = ("drug", "arm_role", "label_head", "dash", "site", "course")
_REACH, _LONGEST = 9, 8


def done_before(row: Row, draft: Draft, start: int, found: OutcomeMention | None) -> OutcomeMention | None:
    """The subject with its passive verb, where the verb leads up to the share and `found` says less.

    Not where the verb only says that something was looked at or had ('observed', 'achieved') and its subject is known.
    """
    if not counts(draft) or row.language.model.topic_first:
        return None
    tie = _tie(row, draft.position)
    copula = _copula(row, start, tie) if tie is not None else None
    low = _subject(row, start, copula) if tie is not None and copula is not None else None
    if tie is None or copula is None or low is None or not _is_done(row, copula, tie):
        return None
    span = tidy(row, Span(row.pieces[low].span.start, row.pieces[tie - 1].span.end))
    verb = _verb(row, copula)
    if span is None or span.end < row.pieces[verb].span.end or (found is not None and not found.span.overlaps(span)):
        return None
    if found is not None and found.span.end <= row.pieces[copula].span.start and _is_hollow(row, verb):
        return None
    known = [p for p in row.pieces[low:copula] if is_named(p)]
    adverse = bool(known) and all(p.is_a("adverse_event") and not p.is_a("outcome") for p in known)
    return OutcomeMention(span, None, adverse=adverse, modified=True)


def _tie(row: Row, at: int) -> int | None:
    """Where the preposition stands that ties the verb to the people counted."""
    i = at - 1
    while i > 0 and any(row.pieces[i].is_a(k) for k in _AMOUNTS) and not row.pieces[i].is_a("preposition"):
        i -= 1
    piece = row.pieces[i] if i > 0 else None
    ties = piece is not None and piece.is_a("preposition") and not any(piece.is_a(k) for k in _LOOSE)
    return i if ties else None


def _copula(row: Row, start: int, tie: int) -> int | None:
    for i in range(tie - 1, max(start, tie - _REACH) - 1, -1):
        piece = row.pieces[i]
        if piece.is_a("copula") and not piece.is_a("of") and not piece.is_a("preposition"):
            return i
        told = row.at(i)
        limit = told is not None and told.account == "threshold"
        if not (limit or any(piece.is_a(k) for k in (*_WITHIN, *_DONE)) or is_named(piece)):
            return None
    return None


def _verb(row: Row, copula: int) -> int:
    at = copula + 1
    while any(row.pieces[at].is_a(k) for k in ("name_stop", "negation")) and not _is_participle(row, at):
        at += 1
    return at


def _is_done(row: Row, copula: int, tie: int) -> bool:
    """Whether a participle follows the copula; one of change before 'by' tells an amount, and no event."""
    verb = _verb(row, copula) if copula + 1 < tie else tie
    return (
        verb < tie
        and _is_participle(row, verb)
        and not (row.pieces[verb].is_a("change") and row.pieces[tie].is_a("by"))
    )


def _is_participle(row: Row, at: int) -> bool:
    piece, text = row.pieces[at], row.text(row.pieces[at])
    first = text.split()[0]
    return any(p.regex.fullmatch(first) for p in row.language.patterns_of(_PAST)) or any(
        piece.is_a(kind, code) for kind, code in _PARTICIPLES
    )


def _is_hollow(row: Row, at: int) -> bool:
    text = row.text(row.pieces[at])
    return any(p.regex.fullmatch(text) for p in row.language.patterns_of(_HOLLOW))


def _subject(row: Row, start: int, copula: int) -> int | None:
    """Where the noun phrase begins that ends at the copula; none for people, who are counted and not told of."""
    low = copula
    while low > start and copula - low < _LONGEST:
        piece = row.pieces[low - 1]
        inside = is_content(piece) or any(piece.is_a(k) for k in _SUBJECT)
        if (
            piece.entity
            or piece.is_a("people")
            or not (inside or (low < copula and not is_boundary(row.pieces, low - 1)))
        ):
            break
        low -= 1
    while low < copula and any(row.pieces[low].is_a(k) for k in ("article", "preposition", "of")):
        low += 1
    return low if low < copula else None
