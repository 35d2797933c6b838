"""Phrases: the stretch of pieces that names something, and where such a stretch must stop."""

from collections.abc import Sequence

from extractor.pieces import Piece
from extractor.spans import Span, cover

_STOPS = frozenset(
    [
        "article",
        "preposition",
        "versus",
        "copula",
        "comma",
        "semicolon",
        "colon",
        "open",
        "close",
        "stop",
        "of",
        "having",
        "occurring",
        "people",
        "all_cue",
        "both",
        "every_arm",
        "assigned",
        "comparing",
        "respectively",
        "comparative",
        "to",
        "from",
        "relation",
        "name_stop",
        "time_anchor",
        "time_word",
        "p_mark",
        "interval_word",
        "measure",
        "tilde",
        "total_mark",
        "section_label",
        "population",
        "change",
        "statistic",
        "figure",
        "number",
        "vague",
        "quote",
        "of_them",
        "not_reached",
        "percent",
        "frequency",
        "course",
        "dose_unit",
        "time_unit",
        "site",
        "grade_word",
        "date_mark",
        "study_noun",
        "limit_tail",
        "limit_word",
        "basis",
        "stratified",
        "verb",
        "clause",
        "owing",
    ]
)
"""Kinds of pieces that never belong to the name of an arm or cohort."""

_NAMERS = frozenset({"drug", "arm_role", "arm_word", "drug_stem"})


def is_stop(piece: Piece) -> bool:
    """Whether a name cannot reach over this piece; a piece that can also name a drug or role is no stop."""
    if any(s.lexicon in _NAMERS for s in piece.senses):
        return False
    return any(s.lexicon in _STOPS for s in piece.senses) or piece.is_a("and", "and") or piece.is_a("and", "or")


def before(pieces: Sequence[Piece], index: int, limit: int) -> tuple[Piece, ...]:
    """The name that ends just before `index`: at most `limit` pieces, back to the first stop."""
    start = index
    while start > 0 and index - start < limit and (not _stops(pieces, start - 1)):
        start -= 1
    return _trim(pieces[start:index])


def _stops(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a name cannot reach over the piece where it stands: not one in a compound, nor a letter that is added."""
    return is_stop(pieces[at]) and not _is_hyphened(pieces, at) and not _is_added(pieces, at)


def _is_hyphened(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a stop word is part of a compound: the 'only' of 'culprit-lesion-only', the 'dose' of 'dose-dense'."""
    if not pieces[at].is_a("name_stop"):
        return False
    dash = pieces[at - 1] if at else None
    glued = dash is not None and dash.is_a("dash") and dash.span.end == pieces[at].span.start
    if glued and at > 1:
        return not pieces[at - 2].is_a("number")
    follow = pieces[at + 1 : at + 3]
    opens = len(follow) == 2 and follow[0].is_a("dash") and follow[0].span.start == pieces[at].span.end
    return opens and follow[1].is_a("word") and follow[1].span.start == follow[0].span.end


def _is_added(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a letter that may open a P value is what a plus adds: 'EOC + P'."""
    follow = pieces[at + 1] if at + 1 < len(pieces) else None
    added = at > 0 and pieces[at].is_a("p_mark") and pieces[at - 1].is_a("and", "plus")
    return added and (follow is None or not (follow.is_a("relation") or follow.is_a("number")))


def after(pieces: Sequence[Piece], index: int, limit: int) -> tuple[Piece, ...]:
    """The name that begins at `index` or, behind articles, a little later: up to the first stop."""
    start = index
    while start < len(pieces) and pieces[start].is_a("article"):
        start += 1
    end = start
    while end < len(pieces) and end - start < limit and not _stops(pieces, end):
        end += 1
        if pieces[end - 1].is_a("alone", "ending"):
            break
    return _trim(pieces[start:end])


def before_head(pieces: Sequence[Piece], index: int, limit: int) -> tuple[Piece, ...]:
    """The name of a group before its head word at `index`; what only qualifies (5-day, monthly, no) may be in it.

    A head word makes a name of pieces that are none elsewhere: a duration, a dose, a rhythm, a way of giving. A number
    directly before the head counts the groups and names none; a word for taking part may end a compound (MRI邀请组).
    """
    glued = index > 1 and pieces[index - 2].span.end == pieces[index - 1].span.start
    if glued and pieces[index - 1].is_a("population") and not is_stop(pieces[index - 2]):
        return (*before(pieces, index - 1, limit), pieces[index - 1])
    if index and _closes_name(pieces, index - 1, index):
        return (*before(pieces, index - 1, limit), pieces[index - 1])
    name = _with_addition(pieces, _with_front(pieces, before(pieces, index, limit)))
    start = pieces.index(name[0]) if name else index
    if not name or all(p.is_a("alone") for p in name):
        first = start
        while first > 0 and index - first < limit and _qualifies(pieces, first - 1, index):
            first -= 1
        while first < start and (pieces[first].is_a("dash") or _joins(pieces[first])):
            first += 1
        listed = bool(name) and first > 0 and pieces[first - 1].is_a("comma")
        if first < start and not listed and not pieces[start - 1].is_a("number"):
            wider = before(pieces, first, limit)
            drug = wider if any(p.is_a("drug") for p in wider) else ()
            return (*drug, *pieces[first:index])
    return negated(pieces, name) if name else ()


def _closes_name(pieces: Sequence[Piece], at: int, head: int) -> bool:
    """Whether a stop word right before the head word is part of the name: people, a time, a dose, a code, 'second'.

    健康对照组, 肺癌患者组, 干预前组, 'the fixed dose group', 'the AB 1143 group', 'the second group'.
    """
    piece = pieces[at]
    glued = piece.span.end == pieces[head].span.start
    named = at > 0 and not is_stop(pieces[at - 1]) and not pieces[at - 1].is_a("number")
    if piece.is_a("people"):
        return (glued and (named or not piece.is_a("alone"))) or piece.is_a("people", "healthy_control")
    if piece.is_a("label_noun") and piece.is_a("name_stop"):
        return named
    if piece.is_a("change") and glued and named:
        return True
    anchored = piece.is_a("time_anchor")
    if piece.is_a("word", "ordinal"):
        return not glued and not (at > 0 and pieces[at - 1].is_a("number"))
    if piece.is_a("number"):
        return not glued and named and _is_code(pieces, at)
    return glued and (anchored or (named and is_front(piece)))


def _is_code(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a whole number is the end of a code name, behind a word that is nothing else: 'the AB 1143 group'."""
    numeral = pieces[at].numeral
    whole = numeral is not None and numeral.value == int(numeral.value) and numeral.value > 99
    return whole and all(s.lexicon == "word" and not s.code for s in pieces[at - 1].senses)


def _with_addition(pieces: Sequence[Piece], name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The name with what stands before its 'and', where that is an addition too: 'the A plus B and C group'."""
    first = pieces.index(name[0]) if name else 0
    if first < 3 or not pieces[first - 1].is_a("and", "and"):
        return name
    whole = before(pieces, first - 1, len(pieces))
    opens = pieces.index(whole[0]) if whole else 0
    added = any(p.is_a("and", "plus") for p in whole)
    return (*whole, pieces[first - 1], *name) if added and opens and pieces[opens - 1].is_a("article") else name


def is_front(piece: Piece) -> bool:
    """Whether the piece is 'before' or 'behind', of time or of place (前, 后)."""
    return piece.is_a("time_word", "before") or (piece.is_a("time_tail") and not piece.is_a("preposition"))


def _with_front(pieces: Sequence[Piece], name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The name with the 'before' or 'behind' that opens it, where no event stands before that: 分为前循环组."""
    first = pieces.index(name[0]) if name else 0
    if first < 1 or not is_front(pieces[first - 1]):
        return name
    glued = pieces[first - 1].span.end == name[0].span.start
    opens = first == 1 or any(pieces[first - 2].is_a(k) for k in ("assigned", "comma", "and", "versus", "stop", "open"))
    return (pieces[first - 1], *name) if glued and opens else name


def negated(pieces: Sequence[Piece], name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The name with the negation right before it: 'no maintenance' is another arm than 'maintenance'; 'no-X' too."""
    first = pieces.index(name[0])
    if first > 1 and pieces[first - 1].is_a("dash") and pieces[first - 1].span.end == name[0].span.start:
        return (*pieces[first - 2 : first], *name) if pieces[first - 2].is_a("negation") else name
    return (pieces[first - 1], *name) if first and pieces[first - 1].is_a("negation") else name


def _qualifies(pieces: Sequence[Piece], at: int, head: int) -> bool:
    piece = pieces[at]
    if piece.is_a("assigned", "received"):
        return at == head - 1 or (at > 0 and pieces[at - 1].is_a("and", "plus"))
    if piece.is_a("number"):
        return at + 1 < head and (pieces[at + 1].is_a("dash") or _is_unit(pieces[at + 1]))
    if piece.is_a("dash"):
        return at + 1 < head and _is_unit(pieces[at + 1])
    return piece.is_a("frequency") or (_is_unit(piece) and at > 0 and _after_number(pieces, at))


def _after_number(pieces: Sequence[Piece], at: int) -> bool:
    before_it = pieces[at - 2] if pieces[at - 1].is_a("dash") and at > 1 else pieces[at - 1]
    return before_it.is_a("number")


def _is_unit(piece: Piece) -> bool:
    return any(piece.is_a(k) for k in ("time_unit", "dose_unit", "unit", "percent"))


def _trim(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    start, end = 0, len(pieces)
    while start < end and _joins(pieces[start]):
        start += 1
    while end > start and _joins(pieces[end - 1]):
        end -= 1
    role = tuple(p for p in pieces if p.is_a("arm_role"))
    return tuple(pieces[start:end]) or role[:1]


def _joins(piece: Piece) -> bool:
    return piece.is_a("dash") or piece.is_a("slash") or piece.is_a("and")


def span_of(pieces: Sequence[Piece]) -> Span:
    """The stretch that the pieces cover."""
    return cover(p.span for p in pieces)
