"""Whether two names mean the same thing: they share words, or in Chinese pairs of characters."""

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import product

import regex

ARM_FLOOR = 0.3
"""Arms are few and unlike: a weak resemblance settles which is which."""
COHORT_FLOOR = 0.4
OUTCOME_FLOOR = 0.5
"""Outcomes resemble each other: anything weaker would take one survival for another."""

_ARTICLES = "a an and at by for from in of on or the to with were was had who"
_PEOPLE = "arm arms group groups participants patient patients subjects"
_STATISTICS = "incidence level levels mean median number percentage proportion rate rates score total value"
_EMPTY = frozenset(f"{_ARTICLES} {_PEOPLE} {_STATISTICS} treated treatment therapy".split())
"""Words that tell no arm from another and no outcome from another."""

_SHORT = 3
"""Letters up to which a final s is no plural ("gas")."""

_EMPTY_HAN = regex.compile("患者|病人|受试者|治疗|组|的|率|发生|水平|评分|中位|平均")
_HAN = regex.compile(r"[\u4e00-\u9fff]")
_WORD = regex.compile(r"[a-z0-9\u4e00-\u9fff.+]+")
_NO_LETTER = regex.compile(r"[\W_]")

Grams = frozenset[str]
NameTable = Mapping[str, Sequence[str]]
"""The names of things by their ids."""


def grams(name: str) -> Grams:
    """The parts of a name that count.

    >>> sorted(grams("the placebo groups")), sorted(grams("安慰剂组"))
    (['placebo'], ['安慰', '慰剂'])
    """
    plain = unicodedata.normalize("NFKC", name).lower()
    return _pairs(plain) if _HAN.search(plain) else _words(plain)


def _words(name: str) -> Grams:
    words = _WORD.findall(name)
    telling = [w for w in words if w not in _EMPTY] or words
    return frozenset(_singular(w) for w in telling)


def _singular(word: str) -> str:
    is_plural = len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if is_plural else word


def _pairs(name: str) -> Grams:
    letters = _NO_LETTER.sub("", _EMPTY_HAN.sub("", name)) or _NO_LETTER.sub("", name)
    return frozenset(letters[i : i + 2] for i in range(max(1, len(letters) - 1)))


def likeness(some: Sequence[str], others: Sequence[str]) -> float:
    """How much the likest two names share, from 0 to 1; a name inside another is at least half like it."""
    pairs = ((grams(a), grams(b)) for a in some for b in others)
    return max((_overlap(a, b) for a, b in pairs), default=0.0)


def _overlap(a: Grams, b: Grams) -> float:
    if not a or not b:
        return 0.0
    common = len(a & b)
    shared = 2 * common / (len(a) + len(b))
    if common == min(len(a), len(b)):
        shared = max(shared, 0.5 + 0.5 * common / max(len(a), len(b)))
    return round(shared, 6)


def one_to_one(answers: NameTable, golds: NameTable, floor: float) -> dict[str, str]:
    """Which gold id each answer's id means: the likest two first, each used once."""
    pairs = product(answers.items(), golds.items())
    scored = ((likeness(names, gold_names), one, gold_id) for (one, names), (gold_id, gold_names) in pairs)
    ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2]))
    meant: dict[str, str] = {}
    for score, one, gold_id in ranked:
        if score >= floor and one not in meant and gold_id not in meant.values():
            meant[one] = gold_id
    return meant


def likest(answers: NameTable, golds: NameTable, floor: float) -> dict[str, frozenset[str]]:
    """The gold ids that each answer's names resemble most; several where gold things share an alias."""
    meant: dict[str, frozenset[str]] = {}
    for one, names in answers.items():
        scores = {gold_id: likeness(names, gold_names) for gold_id, gold_names in golds.items()}
        best = max(scores.values(), default=0.0)
        if best >= floor:
            meant[one] = frozenset(gold_id for gold_id, score in scores.items() if score == best)
    return meant
