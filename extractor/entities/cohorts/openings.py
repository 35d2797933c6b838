"""How sentences open on a part of the people whose condition follows: 'Among the 80 patients with asthma, …'."""

from collections.abc import Iterable, Sequence

from extractor.entities import phrases
from extractor.pieces import Piece

LONGEST = 22
_LEAD = 4
_MOST_MODIFIERS = 5
_MOST_WORDS = 3
_MODIFIERS = ("word", "dash", "outcome", "adverse_event", "slash")
PLAIN = frozenset(
    {"patient", "participant", "subject", "person", "case", "adult", "child", "infant", "inpatient", "outpatient"}
)
"""Words for people that tell no part of a population from another by themselves."""


def following(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """Scope word, people, condition, comma or bracket; where the condition stands before the people, both of them."""
    lead = next((i for i, p in enumerate(pieces[:_LEAD]) if p.is_a("scope_word") and _at_front(pieces, i)), None)
    if lead is None:
        return
    at = past_introduction(pieces, lead + 1)
    if at >= len(pieces):
        return
    people = _people(pieces, at)
    bare = people == at and pieces[at].code("people") not in PLAIN and _end(pieces, at) == at + 1
    name = _qualified(pieces, at, people) if people is not None and (people > at or bare) else _conditioned(pieces, at)
    if name and not (name[0].is_a("preposition") or name[0].is_a("of") or name[0].is_a("copula")):
        yield name


def past_introduction(pieces: Sequence[Piece], at: int) -> int:
    """The place behind articles, numbers and 'the subset of', where the people are named."""
    while at < len(pieces):
        if _introduces(pieces[at]) and not pieces[at].is_a("people"):
            at += 1
        elif (behind := _past_head(pieces, at)) is not None:
            at = behind
        else:
            break
    return at


def _past_head(pieces: Sequence[Piece], at: int) -> int | None:
    """The place behind 'subset of' or 'biomarker analysis of', if that is what stands there."""
    head = at
    while head < len(pieces) - 1 and head - at < _MOST_WORDS and pieces[head].is_a("word"):
        head += 1
    heads = pieces[head].is_a("cohort_head") or pieces[head].is_a("population", "analyzed")
    return head + 2 if heads and head + 1 < len(pieces) and pieces[head + 1].is_a("of") else None


def _conditioned(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """The condition behind the people, up to its comma or bracket."""
    led = pieces[at - 1]
    if pieces[at].is_a("people"):
        start = at + 1
    elif led.is_a("article") or led.is_a("scope_word"):
        start = at
    else:
        return ()
    end = _end(pieces, start)
    if end is None or not 0 < end - start <= LONGEST:
        return ()
    conditioned = pieces[start].is_a("with_condition")
    if not conditioned and (start == at or end - start == 1):
        return ()
    keeps = conditioned and not pieces[start].is_a("negation")
    return pieces[start + keeps : end]


def _qualified(pieces: Sequence[Piece], at: int, people: int) -> Sequence[Piece]:
    """The people with what stands before them, and any condition behind: 'older women (n = 30)'."""
    end = _end(pieces, people + 1)
    if end is None or end - at > LONGEST:
        return ()
    behind = pieces[people + 1 : end]
    return pieces[at:end] if not behind or behind[0].is_a("with_condition") or behind[0].is_a("relative") else ()


def _people(pieces: Sequence[Piece], at: int) -> int | None:
    """Where the people are named, past the words that qualify them."""
    people = at
    while people < len(pieces) and people - at < _MOST_MODIFIERS and not pieces[people].is_a("people"):
        piece = pieces[people]
        if not any(piece.is_a(k) for k in _MODIFIERS) or phrases.is_stop(piece) or piece.is_a("arm_role"):
            return None
        people += 1
    return people if people < len(pieces) and pieces[people].is_a("people") else None


def _end(pieces: Sequence[Piece], start: int) -> int | None:
    """The comma or bracket that closes the scope; a bracket with a short form of what stands before it is passed."""
    end = start
    while end < len(pieces) and not pieces[end].is_a("comma"):
        if pieces[end].is_a("open") and not _is_short_form(pieces, end):
            break
        end += 1
    return end if end < len(pieces) and _closes(pieces, end) else None


def _is_short_form(pieces: Sequence[Piece], at: int) -> bool:
    """Whether one word stands alone in the bracket that opens there: 'receptor (HER) positive'."""
    inside = pieces[at + 1 : at + 3]
    return len(inside) > 1 and inside[1].is_a("close") and inside[0].numeral is None


def _closes(pieces: Sequence[Piece], end: int) -> bool:
    """Whether the scope is over there: at a comma, or at a bracket that holds its size and ends the list."""
    if pieces[end].is_a("comma"):
        return True
    behind = pieces[end + 1 : end + 2]
    if not behind or not (behind[0].is_a("size_mark") or behind[0].numeral is not None):
        return False
    depth = 0
    for i in range(end, len(pieces)):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if not depth:
            return not any(p.is_a("and") for p in pieces[i + 1 : i + 2])
    return False


def _at_front(pieces: Sequence[Piece], at: int) -> bool:
    """First in the sentence, or behind a word with a comma or colon: 'However, among …'."""
    return at == 0 or pieces[at - 1].is_a("comma") or pieces[at - 1].is_a("colon")


def _introduces(piece: Piece) -> bool:
    return piece.is_a("article") or piece.is_a("vague") or piece.numeral is not None or piece.is_a("alone")
