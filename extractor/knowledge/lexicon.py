"""Terms and their codes: matcher and lookup come from the same table, so that neither knows what the other does not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex
from opencc import OpenCC

_GAP = regex.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True, order=True)
class Sense:
    """What a term can mean: the lexicon it stands in and its neutral code there."""

    lexicon: str
    code: str


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text: where it ends, and everything it can mean."""

    end: int
    senses: tuple[Sense, ...]


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def fold(text: str, config: str) -> str:
    """`text` in the language's plain script, character for character; `config` "" leaves it alone.

    The conversion never changes the length; where a phrase rule would, the characters are converted one by one.
    """
    if not config:
        return text
    converter = _converter(config)
    folded: str = converter.convert(text)
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one := converter.convert(c)) == 1 else c for c in text)


def _key(term: str) -> str:
    return _GAP.sub(" ", term.strip())


def _is_cased(term: str) -> bool:
    return term.upper() == term and term.lower() != term and term.isascii()


class _Node:
    """A place in the tree of terms: what may follow, and what the term that ends here means.

    It grows where a text leads: most branches are never walked, and building them all would take most of the loading.
    """

    __slots__ = ("_children", "_depth", "_rest", "senses")

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._rest: list[tuple[str, tuple[Sense, ...]]] = []
        self._children: dict[str, _Node] | None = None
        self.senses: tuple[Sense, ...] = ()

    def add(self, key: str, senses: tuple[Sense, ...]) -> None:
        """Takes a term in that leads here."""
        if len(key) == self._depth:
            self.senses = senses
        else:
            self._rest.append((key, senses))

    def child(self, char: str) -> "_Node | None":
        """The place that the character leads to."""
        if self._children is None:
            self._children = {}
            for key, senses in self._rest:
                char_there = key[self._depth]
                if char_there not in self._children:
                    self._children[char_there] = _Node(self._depth + 1)
                self._children[char_there].add(key, senses)
            self._rest = []
        return self._children.get(char)


class Lexicon:
    """All terms of a language, to be matched at a position of a view.

    Upper-case spellings ("OR", "OS") match as they are, all others in any case; a space or hyphen of a term stands for
    any run of up to three of them. A Latin letter beside a term's Latin edge forbids the match in every language; a Han
    neighbour never does.
    """

    def __init__(self, terms: Iterable[tuple[str, Sense]], *, plural: str, folding: str) -> None:
        self.exact: dict[str, tuple[Sense, ...]] = {}
        self.loose: dict[str, tuple[Sense, ...]] = {}
        for term, sense in terms:
            folded = _key(fold(term, folding))
            table, key = (self.exact, folded) if _is_cased(folded) else (self.loose, folded.lower())
            table[key] = tuple(sorted({*table.get(key, ()), sense}))
        self._plural = regex.compile(plural) if plural else None
        self._exact_tree, self._loose_tree = _tree(self.exact), _tree(self.loose)

    def match(self, view: str, position: int) -> TermMatch | None:
        """The longest term that begins at `position`, or None; all that can mean there, where several end together."""
        if position and _is_letter(view[position]) and _is_letter(view[position - 1]):
            return None
        found = [*self._ends(self._loose_tree, view, position, lower=True)]
        found += self._ends(self._exact_tree, view, position, lower=False)
        if not found:
            return None
        end = max(e for e, _ in found)
        return TermMatch(end, tuple(sorted({s for e, senses in found if e == end for s in senses})))

    def senses(self) -> Mapping[str, tuple[Sense, ...]]:
        """Every key with what it can mean."""
        return {**self.loose, **self.exact}

    def sense_sets(self) -> Iterator[tuple[Sense, ...]]:
        """Every set of senses that `match` can give: a plural may mean what its singular means, and more."""
        for key, senses in self.senses().items():
            yield senses
            others = {*self.loose.get(key.lower(), ()), *self._singular(key)}
            if others - set(senses):
                yield tuple(sorted({*senses, *others}))

    def _singular(self, key: str) -> tuple[Sense, ...]:
        """What the key means without its plural mark, where that is a term too."""
        if self._plural is None:
            return ()
        for cut in (1, 2):
            if self._plural.fullmatch(key[-cut:]) and (base := key[:-cut]) in self.loose:
                return self.loose[base]
        return ()

    def _ends(self, tree: _Node, view: str, position: int, *, lower: bool) -> Iterator[tuple[int, tuple[Sense, ...]]]:
        node = tree
        at, size = position, len(view)
        while at < size:
            char = view[at]
            if char in _GAPS:
                follow = node.child(" ")
                if follow is None and _is_torn(view, at):
                    at += 1
                    continue
                at += 1
                while at < size and view[at] in _GAPS and at - position < LONGEST_TERM:
                    at += 1
            else:
                follow = node.child(char.lower() if lower else char)
                at += 1
            if follow is None:
                return
            node = follow
            if node.senses:
                yield from self._closed(view, at, node.senses)

    def _closed(self, view: str, end: int, senses: tuple[Sense, ...]) -> Iterator[tuple[int, tuple[Sense, ...]]]:
        """The term's end, and its end with the plural mark, where no letter runs on."""
        if end >= len(view) or not _is_letter(view[end]) or not _is_letter(view[end - 1]):
            yield end, senses
        elif (
            self._plural
            and (mark := self._plural.match(view, end))
            and (mark.end() >= len(view) or not _is_letter(view[mark.end()]))
        ):
            yield mark.end(), senses


LONGEST_TERM = 200
"""No term is longer; a run of blanks beyond it is no gap of a term."""

_GAPS = frozenset(" -\n\t\r")


def _is_torn(view: str, at: int) -> bool:
    """Whether a blank stands between two letters of a script that puts none there: '发 病 率'."""
    before, behind = view[at - 1 : at], view[at + 1 : at + 2]
    return view[at] == " " and _is_unspaced(before) and _is_unspaced(behind)


def _is_unspaced(char: str) -> bool:
    """Whether the letter is neither large nor small, as in scripts that leave no blanks between words."""
    return char.isalpha() and not char.isupper() and not char.islower()


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _tree(table: Mapping[str, tuple[Sense, ...]]) -> _Node:
    root = _Node(0)
    for key, senses in table.items():
        root.add(key, senses)
    return root
