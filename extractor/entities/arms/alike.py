"""Two groups that no head word names: kinds of people or treatments built alike, and told against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.entities import phrases
from extractor.entities.arms.clusters import key_of
from extractor.entities.arms.name import ArmName, named
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence

_LONGEST = 14
_MOST = 4
_SHORTEST = 3
_LED = ("preposition", "scope_word", "article", "total_mark", "population")
_ENDS = (
    *("people", "preposition", "open", "close", "comma", "stop", "semicolon", "colon", "figure", "number"),
    *("versus", "respectively", "measure", "percent", "p_mark", "relation", "copula", "stand_in"),
    *("arm_head", "cohort_head", "every_arm", "assigned"),
)
_TIES = ("preposition", "people", "stand_in")
_PAIR = (0, 1)
_TOLD = ("outcome", "adverse_event", "change", "time_noun")

Pair = tuple[tuple[Piece, ...], tuple[Piece, ...]]


def by_alike(sentences: Sequence[Sentence], view: str, language: Language) -> list[ArmName]:
    """The two names, wherever the text prints them: '开胸修补术的感染率高于胸腔镜修补术(2.3%比0.9%)'.

    Only in a language that puts before a noun what qualifies it: there a name ends at its tie, and begins its clause.
    """
    if language.model.qualifier_follows:
        return []
    found: dict[str, list[ArmName]] = {}
    for sentence in sentences:
        if sentence.section in ("background", "objective") or not any(p.numeral is not None for p in sentence.pieces):
            continue
        for pair in (*_compared(sentence.pieces), *_listed(sentence.pieces), *_sized(sentence.pieces)):
            names = [_core(name) for name in pair]
            texts = {phrases.span_of(name).of(view) for name in names if name}
            new = len(texts) == len(pair) and not any(t in o or o in t for t in texts for o in found)
            if new and len(found) < _MOST and _are_alike(pair, view, language):
                found |= {phrases.span_of(n).of(view): list(_everywhere(n, sentences, view)) for n in names}
    return [one for names in found.values() for one in names]


def _compared(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """'X的死亡率高于Y', 'X患者的预后比Y患者好'; '与X相比，Y的风险较低'."""
    for i, piece in enumerate(pieces):
        if piece.is_a("versus", "than") or piece.is_a("versus", "versus"):
            left, right = _opening(pieces, i), _behind(pieces, i + 1)
            if left and right and _is_tied(pieces, left):
                yield left, right
            against, subject = _behind(pieces, _joint(pieces, i) + 1), _behind(pieces, i + 2)
            if i + 1 < len(pieces) and pieces[i + 1].is_a("comma") and against and subject:
                yield subject, against


def _listed(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """'X和Y的2年生存率分别为72%和71%'."""
    for i, piece in enumerate(pieces):
        if piece.is_a("and", "and") and _dealt_behind(pieces, i) == len(_PAIR):
            left, right = _opening(pieces, i), _behind(pieces, i + 1)
            told = any(p.is_a(k) for p in (*left, *right) for k in _TOLD)
            if left and right and pieces[i - 1] is left[-1] and _is_tied(pieces, right) and not told:
                yield left, right


def _dealt_behind(pieces: Sequence[Piece], at: int) -> int:
    """How many numbers the 'respectively' behind a place deals out."""
    start = next((i for i in range(at, len(pieces)) if pieces[i].is_a("respectively")), len(pieces))
    end = next((i for i in range(start, len(pieces)) if pieces[i].is_a("semicolon")), len(pieces))
    return sum(p.numeral is not None for p in pieces[start:end])


def _sized(pieces: Sequence[Piece]) -> Iterator[Pair]:
    """'50例X患者及36例Y患者', '51例X患者检出率为27%，81例Y患者为62%，两组比较': each behind a number of people."""
    counted = [i for i, p in enumerate(pieces) if p.numeral is not None and _counts(pieces, i + 1)]
    told = any(p.is_a("every_arm") or p.is_a("both") for p in pieces)
    names = [(i, name) for i in counted if (name := _behind(pieces, i + 2)) and _is_people(pieces, name[-1])]
    for (_, one), (at, other) in pairwise(names):
        if told or pieces[at - 1].is_a("and", "and"):
            yield one, other


def _counts(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].is_a("people")


def _opening(pieces: Sequence[Piece], end: int) -> tuple[Piece, ...]:
    """The name that opens the clause before `end`, or the clause before that goes on with 'and is higher than'."""
    start = _clause(pieces, end)
    if start > 1 and pieces[start - 1].is_a("comma") and all(_goes_on(p) for p in pieces[start:end]):
        start = _clause(pieces, start - 1)
    return _behind(pieces, start)


def _clause(pieces: Sequence[Piece], end: int) -> int:
    """Where the clause before `end` begins: behind its last mark."""
    start = end
    while start > 0 and not any(pieces[start - 1].is_a(k) for k in ("comma", "stop", "semicolon", "colon")):
        start -= 1
    return start


def _goes_on(piece: Piece) -> bool:
    """Whether the piece may stand between a comma and the comparison of a clause without a subject."""
    return any(piece.is_a(k) for k in ("name_stop", "all_cue"))


def _behind(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    """The name that begins there, or behind small words: up to its tie, its people or a mark."""
    while at < len(pieces) and any(pieces[at].is_a(k) for k in _LED) and not pieces[at].is_a("assigned"):
        at += 1
    end = at + 1
    while end < len(pieces) and end - at < _LONGEST and not any(pieces[end].is_a(k) for k in _ENDS):
        if pieces[end].is_a("and", "and") or (pieces[end].is_a("time_anchor") and not _is_people(pieces, pieces[end])):
            break
        end += 1
    return tuple(pieces[at:end])


def _joint(pieces: Sequence[Piece], end: int) -> int:
    """The last 'and' in the clause before `end`, which opens '与X相比'; `end` where there is none."""
    for i in range(end - 1, -1, -1):
        if pieces[i].is_a("and", "and"):
            return i
        if any(pieces[i].is_a(k) for k in ("comma", "stop", "semicolon")):
            break
    return end


def _is_tied(pieces: Sequence[Piece], name: Sequence[Piece]) -> bool:
    """Whether a tie or the word for people follows the name: it owns what is told."""
    last = pieces.index(name[-1])
    return last + 1 < len(pieces) and any(pieces[last + 1].is_a(k) for k in _TIES)


def _is_people(pieces: Sequence[Piece], ending: Piece) -> bool:
    """Whether the word for people follows the piece."""
    last = pieces.index(ending)
    return last + 1 < len(pieces) and (pieces[last + 1].is_a("people") or pieces[last + 1].is_a("stand_in"))


def _core(name: Sequence[Piece]) -> tuple[Piece, ...]:
    """The name without what only says that people were given it: the X of 接受X治疗."""
    start, end = 0, len(name)
    while start < end and (name[start].is_a("assigned") or name[start].is_a("preposition")):
        start += 1
    if start and end > start + 1 and name[end - 1].is_a("alone") and not name[end - 1].is_a("alone", "ending"):
        end -= 1
    kept = tuple(name[start:end])
    return kept if kept and len(phrases.span_of(kept)) > 1 else ()


def _are_alike(pair: Pair, view: str, language: Language) -> bool:
    """Whether the names share at least half of the shorter, and each has something of its own, be it a denial."""
    texts = [phrases.span_of(name).of(view) for name in pair]
    one, other = (frozenset(text) for text in texts)
    if min(len(t) for t in texts) < _SHORTEST or texts[0] == texts[1]:
        return False
    denied = any(name[0].is_a("negation") for name in pair)
    apart = texts[0] not in texts[1] and texts[1] not in texts[0]
    told = key_of(texts[0], language) != key_of(texts[1], language)
    return told and (apart or denied) and len(one & other) * 2 >= min(len(one), len(other))


def _everywhere(name: Sequence[Piece], sentences: Sequence[Sentence], view: str) -> Iterator[ArmName]:
    """The name at each place where the text prints it, the word for people behind it included."""
    text = phrases.span_of(name).of(view)
    for sentence in sentences:
        for i, piece in enumerate(sentence.pieces):
            if not view.startswith(text, piece.span.start):
                continue
            covered = [p for p in sentence.pieces[i:] if p.span.end <= piece.span.start + len(text)]
            if covered and covered[-1].span.end == piece.span.start + len(text):
                one = named(covered, "contrast", sentence.index)
                follow = sentence.pieces[i + len(covered) : i + len(covered) + 1]
                full = phrases.span_of((*covered, *follow)) if follow and follow[0].is_a("people") else one.full
                yield replace(one, full=full)
