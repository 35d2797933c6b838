"""How clauses open on a part of the people whose condition stands before them: 在合并哮喘的80例患者中, 哮喘患者的…."""

from collections.abc import Iterable, Sequence

from extractor.entities import phrases
from extractor.entities.cohorts.openings import PLAIN
from extractor.pieces import Piece

_LONGEST = 40
"""A condition may be a whole clause, and a piece is hardly more than a character where words are not parted."""

_MOST_LEADING = 3
_MARKS = ("comma", "semicolon", "colon", "stop")
_LIMITS = ("number", "relation", "limit_tail", "unit", "time_unit", "percent", "dose_unit", "tilde", "dash", "and")
"""What may tell the bounds of an age or a level beside words: 65岁或以上, <1%."""

_TURNS = ("from", "to", "versus")
_CONDITION = ("word", "outcome", "adverse_event", "limit_tail", "relation")
_NO_CONDITION = ("time_anchor", "time_word", "time_noun", "statistic", "every_arm", "arm_head", "staff", "definite")


def preceding(pieces: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """The condition of the people that a clause opens with; people told by a word of their own are themselves one.

    The word for `among` closes it, or the one that ties what is told of the people to them: 哮喘患者的复发率.
    """
    for people, piece in enumerate(pieces):
        among = _is_among(pieces, people)
        if not (piece.is_a("people") or piece.is_a("stand_in")) or not (among or _is_tied(pieces, people)):
            continue
        end = people
        while end > 0 and _ties(pieces[end - 1]):
            end -= 1
        first = _clause_start(pieces, end)
        lead = next((i for i in range(end - 1, first - 1, -1) if _opens(pieces, i)), None)
        start = _plain_start(pieces, first, end) if lead is None else lead + 1
        while start < end and _is_size(pieces, start):
            start += 1
        name = pieces[start:end]
        if end - first > _LONGEST or _is_place(name):
            continue
        if name and ((lead is not None and among) or _is_plain(name)):
            yield name
        elif (
            not name and _tells_part(piece) and (lead is None or among) and not (people and pieces[people - 1].numeral)
        ):
            yield [piece]


def _ties(piece: Piece) -> bool:
    return (piece.is_a("preposition") or piece.is_a("article")) and not piece.is_a("scope_word")


def _is_among(pieces: Sequence[Piece], people: int) -> bool:
    """Whether the word for `among` follows the people and what stands in brackets behind them."""
    behind = people + 1
    if behind < len(pieces) and pieces[behind].is_a("open"):
        behind = next((i + 1 for i in range(behind, len(pieces)) if pieces[i].is_a("close")), len(pieces))
    return behind < len(pieces) and pieces[behind].is_a("of_them")


def _is_tied(pieces: Sequence[Piece], people: int) -> bool:
    """Whether what is told of the people follows: a noun that a word ties to them, or a figure that is no count.

    哮喘患者的复发率, 70岁及以上患者为62%.
    """
    behind = pieces[people + 1 : people + 4]
    if not behind:
        return False
    figured = len(behind) > 2 and behind[0].is_a("copula", "copula") and behind[1].numeral is not None
    figured = figured and not behind[0].is_a("of") and not _counts_people(behind[2])
    return figured or (behind[0].is_a("preposition") and behind[0].is_a("time_tail"))


def _is_place(name: Sequence[Piece]) -> bool:
    """Whether it tells where or when, not who: 数据库内的, 随访期间."""
    told = [p for p in name if p.numeral is None and not p.is_a("preposition")]
    return bool(told) and told[-1].is_a("time_tail")


def _is_plain(name: Sequence[Piece]) -> bool:
    """Whether it is nothing but words and the bounds of an age or a level, and no time, group or verb."""
    if any(p.is_a(k) for p in name for k in _NO_CONDITION):
        return False
    fits = all(not phrases.is_stop(p) or any(p.is_a(k) for k in _LIMITS) for p in name)
    return fits and any(p.is_a(k) for p in name for k in _CONDITION)


def _tells_part(piece: Piece) -> bool:
    """Whether the word for people tells a part of them by itself: 女性, 孕妇."""
    return piece.is_a("people") and not any(code in PLAIN for code in piece.codes("people"))


def _is_size(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it counts the people, or is what they are counted by: 80例."""
    return _counts_people(pieces[at]) or (pieces[at].numeral is not None and _counts_people(pieces[at + 1]))


def _counts_people(piece: Piece) -> bool:
    return piece.is_a("people") or piece.is_a("unit", "case")


def _opens(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the scope begins there: at its word, or at a number of people that opens a clause.

    A few words may stand before the scope word: 我们在哮喘患者中.
    """
    first = _opens_clause(pieces, at)
    if pieces[at].is_a("scope_word"):
        start = _clause_start(pieces, at)
        led = at - start <= _MOST_LEADING and all(p.is_a("word") or p.is_a("staff") for p in pieces[start:at])
        return first or led or not pieces[at - 1].is_a("word") or _opens_clause(pieces, at - 1)
    return first and pieces[at].numeral is not None and _counts_people(pieces[at + 1])


def _plain_start(pieces: Sequence[Piece], first: int, end: int) -> int:
    """Behind the last word that a comparison or a change turns on: 从哮喘患者的5%升至痛风患者的9%."""
    turns = (i + 1 for i in range(end - 1, first - 1, -1) if any(pieces[i].is_a(k) for k in _TURNS))
    return next(turns, first)


def _clause_start(pieces: Sequence[Piece], at: int) -> int:
    return next((i for i in range(at, -1, -1) if _opens_clause(pieces, i)), 0)


def _opens_clause(pieces: Sequence[Piece], at: int) -> bool:
    return at == 0 or any(pieces[at - 1].is_a(k) for k in _MARKS)
