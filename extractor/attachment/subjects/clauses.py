"""The clause that a list of figures stands in: what it speaks of before its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.attachment.brackets import bracket_around, closed_between
from extractor.attachment.row import Row

_ADJOINING = 2
_ENDS = ("comma", "close")
_TOLD = ("outcome", "adverse_event", "time_anchor", "timepoint")


@dataclass(frozen=True, slots=True)
class Clause:
    """The figures of a list, the words before them back to the list before or a full stop, and the arms named there."""

    figures: tuple[int, ...]
    start: int
    arms: tuple[int, ...]

    def lists_things(self, row: Row) -> bool:
        """Whether the figures go with a list of other things than arms: 'X and Y were 5% and 9%, respectively'.

        Not where the list is of arms ('A and controls') or said of every arm ('X and Y in the two groups').
        """
        if self.says_every(row):
            return False
        joints = [i for i in range(self.start, self.figures[0]) if self._joins(row, i)]
        if not self.arms:
            joints += self._joints_behind(row)
        if self._lists_times(row) and len(self.arms) == 1:
            return True
        named = [*self.arms, *row.positions("drug"), *row.positions("dose")]
        beside = any(_adjoin(row, i, at) for i in joints for at in named)
        return bool(joints) and len(self.arms) < len(self.figures) and not beside

    def _lists_times(self, row: Row) -> bool:
        """Whether one place names as many times as there are figures: 1年、3年."""
        ahead = row.pieces[self.start : self.figures[0]]
        times = [sum(part.slot == "value" for part in p.parts) for p in ahead if p.is_a("timepoint")]
        return len(self.figures) > 1 and len(self.figures) in times

    def _joins(self, row: Row, i: int) -> bool:
        """Whether the piece joins two things of the clause, and not the clause to the one before."""
        ahead = row.pieces[self.start : i]
        joins = row.pieces[i].is_a("and") or row.pieces[i].is_a("comma", "enumeration") or _joins_times(row, i)
        return joins and bool(ahead) and not ahead[-1].is_a("comma") and not ahead[-1].is_a("close")

    def is_of_every_arm(self, row: Row) -> bool:
        """Whether it says 'the two groups' and has a figure for each arm."""
        return not self.arms and self.says_every(row) and len(self.figures) == len(row.arms)

    def fills_bracket(self, row: Row, figures: Sequence[int]) -> bool:
        """Whether a bracket holds all its figures, and of all the sentence's figures no others."""
        around = bracket_around(row, self.figures[0])
        return tuple(i for i in figures if i in around) == self.figures

    def goes_on(self, row: Row) -> bool:
        """Whether more figures of the same list follow."""
        behind = row.pieces[self.figures[-1] + 1 : self.figures[-1] + 3]
        return any(piece.is_a("figure") for piece in behind)

    def says_every(self, row: Row) -> bool:
        """Whether it speaks of every arm before its figures."""
        return self.tells(row, "every_arm", "every")

    def says_all(self, row: Row) -> bool:
        """Whether it says 'all', 均 before its figures, be it as part of a verb (均为)."""
        spellings = row.language.spellings("all_cue")
        verbs = [row.text(p) for p in row.pieces[self.start : self.figures[0]] if p.is_a("copula")]
        return self.tells(row, "all_cue") or any(text.startswith(tuple(spellings)) for text in verbs)

    def tells(self, row: Row, kind: str, code: str | None = None) -> bool:
        """Whether a piece of that kind stands before its figures."""
        return any(piece.is_a(kind, code) for piece in row.pieces[self.start : self.figures[0]])

    def _joints_behind(self, row: Row) -> list[int]:
        """Where things are joined between the figures and the 'respectively' behind them."""
        joints: list[int] = []
        for i in row.rightwards(self.figures[-1]):
            piece = row.pieces[i]
            if piece.is_a("respectively"):
                return joints
            if piece.is_a("arm") or piece.is_a("figure") or piece.is_a("stop") or piece.is_a("semicolon"):
                return []
            if piece.is_a("and"):
                joints.append(i)
        return []


def _joins_times(row: Row, at: int) -> bool:
    """Whether the word for later stands right behind a time before: 治疗前后."""
    return row.pieces[at].is_a("time_word", "behind") and row.pieces[at - 1].is_a("time_anchor", "baseline")


def _adjoin(row: Row, joint: int, at: int) -> bool:
    """Whether a joint stands beside what is named there, with no outcome and no time between."""
    start, end = sorted((joint, at))
    told = any(p.is_a(k) for p in row.between(start, end) for k in _TOLD)
    return end - start <= _ADJOINING and not told


def clause_of(row: Row, figures: Sequence[int]) -> Clause:
    """The clause of those figures."""
    start = _start(row, figures[0])
    arms = [i for i in row.positions("arm") if start <= i < figures[0] and not closed_between(row, i, figures[0])]
    return Clause(tuple(figures), start, tuple(arms))


def _start(row: Row, position: int) -> int:
    """Where the clause begins: behind a stop or a colon, or where the words that belong to a figure before end."""
    for i in row.leftwards(position):
        piece = row.pieces[i]
        if piece.is_a("stop") or piece.is_a("semicolon") or piece.is_a("colon"):
            return i + 1
        draft = row.at(i)
        if draft is not None and draft.is_fact:
            ends = (j for j in range(i + 1, position) if any(row.pieces[j].is_a(k) for k in _ENDS))
            return next(ends, position)
    return 0
