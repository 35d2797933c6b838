"""Which way the results went: a word of direction in one language against its opposite in the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractor.agreement.comparison import Both
from extractor.agreement.side import Side
from extractor.agreement.words import contrast
from extractor.knowledge import language
from extractor.record.record import Finding
from extractor.spans import Span
from extractor.text.view import view

# The second of two is looked for first: 'not significant' holds 'significant'.
_OPPOSITES: Final = (("direction_up", "direction_down"), ("significant", "not_significant"))
_MOST: Final = 3  # words of direction in one passage: of more, no one can tell which is which


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of direction."""

    kind: str
    span: Span


def direction_findings(both: Both) -> Iterator[Finding]:
    """One finding for each passage in which one word is turned round."""
    for ours, theirs in _passages(both):
        for kinds in _OPPOSITES:
            left = [w for span in ours for w in _words(both.left, span, kinds)]
            right = [w for span in theirs for w in _words(both.right, span, kinds)]
            turned = _turned(left, right)
            if turned is not None:
                yield _finding(*turned, both)


def _turned(left: list[_Word], right: list[_Word]) -> tuple[_Word, _Word] | None:
    """The two words that differ where all others of the passage are the same."""
    if not 0 < len(left) == len(right) <= _MOST:
        return None
    if abs(sum(w.kind == left[0].kind for w in left) - sum(w.kind == left[0].kind for w in right)) != 1:
        return None
    return next(((a, b) for a, b in zip(left, right, strict=True) if a.kind != b.kind), None)


def _words(side: Side, span: Span, kinds: tuple[str, str]) -> list[_Word]:
    """The words of either kind in a stretch, in the order of the text."""
    known = language(side.language)
    shown = view(side.text, known)
    found: list[_Word] = []
    for kind in reversed(kinds):
        for pattern in known.patterns_of(kind):
            for match in pattern.finditer(shown, span.start, span.end):
                word = _Word(kind, Span(*match.span()))
                if not any(word.span.overlaps(other.span) for other in found):
                    found.append(word)
    return sorted(found, key=lambda w: w.span)


def _passages(both: Both) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    """The clauses of both texts that tell the same numbers, put together where they are cut differently."""
    links = {(p.left.clause, p.right.clause) for p in both.tally.same if p.left.written and not p.moved}
    while links:
        left, right = {min(links)[0]}, set[int]()
        grown = True
        while grown:
            size = len(left) + len(right)
            right |= {j for i, j in links if i in left}
            left |= {i for i, j in links if j in right}
            grown = len(left) + len(right) > size
        links = {(i, j) for i, j in links if i not in left}
        yield (
            tuple(both.left.marks.clauses[i] for i in sorted(left)),
            tuple(both.right.marks.clauses[j] for j in sorted(right)),
        )


def _finding(ours: _Word, theirs: _Word, both: Both) -> Finding:
    texts = ours.span.of(both.left.text), theirs.span.of(both.right.text)
    said = contrast("direction", both.left, texts[0], both.right, texts[1])
    return Finding(
        code="direction_mismatch",
        severity="warning",
        message=f"{said}, though both sentences tell the same numbers.",
        facts=(),
        places=(both.left.place(ours.span), both.right.place(theirs.span)),
    )
