"""The grammar over typed pieces: rules written as regular expressions whose letters are kinds of pieces.

A piece can mean several things at once ("mortality" is an outcome and an adverse event), so each set of senses that the
lexicon can give becomes one private character, and a kind in a rule becomes the class of all characters whose set holds
it. Matching a rule is then one regex search over a string with one character a piece.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from extractor.knowledge.lexicon import Sense
from extractor.knowledge.models import RuleModel

_KIND = r"[A-Z][A-Z_0-9]*(?:\.[a-z_0-9]+)?"
_WORD = regex.compile(
    rf"(?:(?P<slot>[a-z][a-z_0-9]*):)?(?:(?P<kind>{_KIND})|\{{(?P<kinds>{_KIND}(?:\|{_KIND})*)\}})|(?P<other>\s+|.)"
)
_CODED = regex.compile(r"([A-Z][A-Z_0-9]*)\.([a-z_0-9]+)")
_FIRST = 0xF0000  # a private plane: no text can hold these characters by chance, and no text is ever matched here


class Symbols:
    """Gives each set of kinds its character, and each kind the class of characters that hold it.

    Codes count only where some rule asks for them (`coded`: kind and code), so a few hundred characters serve for
    thousands of terms.
    """

    def __init__(self, coded: frozenset[Sense]) -> None:
        self._coded = coded
        self._by_kinds: dict[frozenset[Sense], str] = {}
        self._chars: dict[tuple[Sense, ...], str] = {}
        self._of_kind: dict[str, list[str]] = {}
        self._of_code: dict[Sense, list[str]] = {}

    def char(self, senses: tuple[Sense, ...]) -> str:
        """The character of a set of senses; new sets get the next one."""
        known = self._chars.get(senses)
        if known is None:
            kinds = frozenset(s if s in self._coded else Sense(s.lexicon, "") for s in senses)
            known = self._by_kinds.get(kinds) or self._new(kinds)
            self._chars[senses] = known
        return known

    def _new(self, kinds: frozenset[Sense]) -> str:
        char = self._by_kinds[kinds] = chr(_FIRST + len(self._by_kinds))
        for lexicon in {s.lexicon for s in kinds}:
            self._of_kind.setdefault(lexicon, []).append(char)
        for sense in kinds:
            self._of_code.setdefault(sense, []).append(char)
        return char

    def of_kind(self, kind: str, code: str | None) -> list[str]:
        """All characters whose set holds the kind (and the code, where one is given)."""
        if code is None:
            return self._of_kind.get(kind.lower(), [])
        return self._of_code.get(Sense(kind.lower(), code), [])


def coded_kinds(models: Iterable[RuleModel], fragments: Iterable[str] = ()) -> frozenset[Sense]:
    """The kinds that the rules, or the fragments that they name, ask for together with a code."""
    texts = (t for m in models for t in (m.pieces, m.not_before or "", m.not_after or ""))
    return frozenset(Sense(m[1].lower(), m[2]) for t in (*texts, *fragments) for m in _CODED.finditer(t))


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule."""

    model: RuleModel
    file: str
    regex: regex.Pattern[str]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """Where a rule matched in a row of pieces, and which pieces its slots hold (index from, to)."""

    rule: Rule
    start: int
    end: int
    slots: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of all stages, in the order in which the stages run."""

    symbols: Symbols
    stages: tuple[tuple[str, tuple[Rule, ...]], ...]
    kinds: frozenset[str] = field(default=frozenset())

    def encode(self, senses: Iterable[tuple[Sense, ...]]) -> str:
        """The row of pieces as a string, one character a piece."""
        return "".join(self.symbols.char(s) for s in senses)


def matches(rules: Iterable[Rule], row: str) -> Iterator[RuleMatch]:
    """The matches of a stage in a row: leftmost first, of those the longest, of those the rule that stands first."""
    found: list[RuleMatch] = []
    for rule in rules:
        for m in rule.regex.finditer(row):
            if m.end() == m.start():
                continue
            slots = tuple((name, *span) for name in rule.slots for span in m.spans(name))
            found.append(RuleMatch(rule, m.start(), m.end(), slots))
    end = 0
    for match in sorted(found, key=lambda m: (m.start, -m.end)):
        if match.start >= end:
            end = match.end
            yield match


def compile_rule(model: RuleModel, file: str, symbols: Symbols, known: frozenset[str]) -> Rule:
    """The rule ready to match; ValueError for a kind that no lexicon, numeral or rule makes.

    `model.pieces` has its fragments expanded already.
    """
    source, slots = _translate(model.pieces, symbols, known)
    after = f"(?<!{_translate(model.not_after, symbols, known)[0]})" if model.not_after else ""
    before = f"(?!{_translate(model.not_before, symbols, known)[0]})" if model.not_before else ""
    return Rule(model, file, regex.compile(after + source + before), tuple(dict.fromkeys(slots)))


def _translate(pieces: str, symbols: Symbols, known: frozenset[str]) -> tuple[str, list[str]]:
    out: list[str] = []
    slots: list[str] = []
    for m in _WORD.finditer(pieces):
        if m["kind"] or m["kinds"]:
            body = _class((m["kind"] or m["kinds"]).split("|"), symbols, known)
            if m["slot"]:
                slots.append(m["slot"])
                body = f"(?P<{m['slot']}>{body})"
            out.append(body)
        elif not m["other"].isspace():
            out.append(m["other"])
    return "".join(out), slots


def _class(names: list[str], symbols: Symbols, known: frozenset[str]) -> str:
    chars: list[str] = []
    for name in names:
        kind, _, code = name.partition(".")
        if kind.lower() not in known:
            raise ValueError(f"unknown kind of piece {kind!r}")
        chars += symbols.of_kind(kind, code or None)
    return "[" + "".join(dict.fromkeys(chars)) + "]" if chars else "(?!)"
