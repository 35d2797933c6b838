"""'10% versus 6%': which arm each side of a contrast belongs to, by who is the subject and who only compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row
from extractor.attachment.subjects.clauses import Clause, clause_of
from extractor.attachment.subjects.directions import is_turned
from extractor.attachment.subjects.marks import given
from extractor.attachment.subjects.mentions import arms_spoken_of, is_led, other_arm
from extractor.attachment.subjects.series import series_of, unowned

_PEOPLE_REACH = 5
"""How far behind a 'than' its people stand at most."""

_BESIDE = ("preposition", "people", "with_condition", "arm_head", "cohort_head")
"""What may stand between cohorts that are listed side by side, besides the connectors of every list."""


def contrast_in_order(row: Row) -> Row:
    """'10% versus 6%' with no arm at either figure: the subject of the sentence first, whom it is compared with last.

    Where the sentence names no arm, in the order last spoken of, else in the order of the trial. So the one figure of
    '8 (7%) versus none'.
    """
    out = {d.position: d for d in row.drafts if d.figure is not None}
    for kind in (Kind.ESTIMATE, Kind.SIZE):
        figures = [d.position for d in row.drafts if d.kind is kind and d.figure is not None]
        for group in series_of(row, figures):
            if (turn := _turn_of(row, figures, group)) is not None:
                out |= {i: given(out[i], "arm", turn) for i in group if not out[i].subject.arm}
                continue
            for part in (*unowned(out, group), *_runs(row, group)):
                if len(part) < 2 or any(out[i].subject.arm for i in part):
                    continue
                clause = clause_of(row, part)
                dealt = _dealt_before(out, figures, part[0], len(part))
                told = _is_contrasted(row, clause, kind) or (dealt and clause.fills_bracket(row, figures))
                order = _order(row, clause, dealt, len(part)) if told else ()
                order = order[::-1] if is_turned(row, clause, order) else order
                if len(order) == len(part):
                    for position, arm in zip(part, order, strict=True):
                        out[position] = given(out[position], "arm", arm)
        for position in figures:
            side = _side_of_none(row, position)
            if side is not None and not out[position].subject.arm:
                order = _order(row, clause_of(row, (position,)), _contrasted_before(row, out, figures, position), 2)
                out[position] = given(out[position], "arm", order[side]) if order else out[position]
    return replace(row, drafts=tuple(out[d.position] if d.figure else d for d in row.drafts))


def _turn_of(row: Row, figures: Sequence[int], group: Sequence[int]) -> str | None:
    """The arm whose list it is, as many figures before being another's: 'A组耳鸣、眩晕为5%、9%，B组分别为1%、4%'."""
    own = clause_of(row, group)
    if len(group) < 2 or len(own.arms) != 1:
        return None
    first = own.arms[0]
    if not first or not (row.sentence.has("respectively") or row.pieces[first - 1].is_a("versus", "than")):
        return None
    if any(p.is_a("versus") for a, b in pairwise(group) for p in row.between(a, b)):
        return None
    arm = row.pieces[first].entity
    places = [i for i in row.positions("arm") if i < first]
    if not places or row.pieces[places[-1]].entity == arm:
        return None
    return arm if sum(places[-1] < i < first for i in figures) == len(group) else None


def _side_of_none(row: Row, position: int) -> int | None:
    """Which side of a contrast the figure is where the other is nobody: '8 (7%) vs none', 'none vs 8 (7%)'."""
    ahead = row.pieces[max(0, position - 2) : position]
    behind = [p for p in row.pieces[position + 1 : position + 4] if not p.is_a("people")]
    if len(behind) > 1 and behind[0].is_a("versus") and behind[1].is_a("nobody"):
        return 0
    return 1 if len(ahead) == 2 and ahead[0].is_a("nobody") and ahead[1].is_a("versus") else None


def _runs(row: Row, group: Sequence[int]) -> list[list[int]]:
    """The figures of a list that are contrasted among themselves: '98% vs 81% and 97% vs 83%' are two runs."""
    runs: list[list[int]] = []
    for position in group:
        if runs and any(p.is_a("versus") for p in row.between(runs[-1][-1], position)):
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs if len(runs) < len(group) else []


def _is_contrasted(row: Row, clause: Clause, kind: Kind) -> bool:
    """Whether the figures are those of several arms, and not of several outcomes or of several cohorts."""
    group = clause.figures
    if any(p.is_a("versus") for a, b in pairwise(group) for p in row.between(a, b)):
        return True
    listed = any(len(names) >= len(group) for names in row.groups(row.positions("cohort"), _BESIDE))
    if listed or clause.lists_things(row) or (group[0] and row.pieces[group[0] - 1].is_a("to")):
        return False
    if row.sentence.has("respectively"):
        return True
    if kind is Kind.SIZE or not _are_alike(row, group):
        return False
    return _is_compared(row, clause) or clause.is_of_every_arm(row) or _are_counted(row, clause)


def _are_alike(row: Row, group: Sequence[int]) -> bool:
    """Whether the figures are joined as equals, in one unit."""
    figures = [draft.figure for i in group if (draft := row.at(i)) is not None and draft.figure is not None]
    apart = any(p.is_a("semicolon") for a, b in pairwise(group) for p in row.between(a, b))
    return not apart and len({figure.unit for figure in figures if figure.unit is not None}) <= 1


def _are_counted(row: Row, clause: Clause) -> bool:
    """'was seen in 102 (26%) and 97 (24%) patients': counts and shares for each of the arms last spoken of."""
    if len(clause.figures) != len(row.carried.arms) or row.positions("arm"):
        return False
    figures = [draft.figure for i in clause.figures if (draft := row.at(i)) is not None]
    return all(figure is not None and figure.events is not None and figure.value is not None for figure in figures)


def _is_compared(row: Row, clause: Clause) -> bool:
    """'were 12% and 9% (difference …)': as many figures as arms, a comparison right behind, no arm in the sentence."""
    group = clause.figures
    joined = any(p.is_a("and") for p in row.between(group[-2], group[-1]))
    if not joined or len(group) != len(row.carried.arms or row.arms) or row.positions("arm"):
        return False
    last = row.at(group[-1])
    if last is not None and last.figure is not None and last.figure.p is not None:
        return True
    behind = range(group[-1] + 1, group[-1] + 5)
    return any(d.kind in (Kind.EFFECT, Kind.TEST) and d.position in behind for d in row.drafts)


def _contrasted_before(row: Row, drafts: Mapping[int, Draft], figures: Sequence[int], start: int) -> tuple[str, ...]:
    """The arms of the last two figures before that stand against each other."""
    for one, other in reversed(list(pairwise(i for i in figures if i < start))):
        if any(p.is_a("versus") for p in row.between(one, other)):
            arms = _dealt_before(drafts, (one, other), start, 2)
            if arms:
                return arms
    return ()


def _dealt_before(drafts: Mapping[int, Draft], figures: Sequence[int], start: int, size: int) -> tuple[str, ...]:
    """The arms of as many figures right before, each of another: 'rash (5% with A and 7% with B), itch (3% and 4%)'."""
    ahead = [i for i in figures if i < start][-size:]
    arms = tuple(arm for i in ahead if (arm := drafts[i].subject.arm))
    return arms if len(set(arms)) == size else ()


def _order(row: Row, clause: Clause, dealt: tuple[str, ...], size: int) -> tuple[str, ...]:
    """The arms in the order of the sides of a contrast, of which the clause has the figures."""
    group = clause.figures
    before = [i for i in row.positions("arm") if i < group[0]]
    behind = [i for i in row.positions("arm") if i > group[-1]]
    every = not clause.arms and clause.says_every(row)
    if dealt and not clause.arms:
        return dealt
    for named in (clause.arms, before, behind):
        order = arms_spoken_of(row, named)
        if len(order) > size:
            order = order[:size] if named is behind else order[-size:]
        if len(order) == size:
            return order
        if every and set(order) <= row.controls:
            continue
        if size == 2 and len(order) == 1:
            other = other_arm(row, order[0])
            led = all(is_led(row, i) for i in named)
            return () if other is None else (other, order[0]) if led else (order[0], other)
    carried = row.carried.arms if len(row.carried.arms) == size else _in_trial(row)
    others = _are_of_others(row, clause)
    return carried if every or (not before and not behind and not others) else ()


def _are_of_others(row: Row, clause: Clause) -> bool:
    """Whether the clause compares people told apart by what they are: 'smokers … than those without (5% vs 3%)'."""
    led = [i for i in range(clause.figures[0]) if any(row.pieces[i].is_a(k) for k in ("than", "versus"))]
    people = any(_leads_to_people(row, i, clause.figures[0]) for i in led)
    return people and not clause.says_every(row)


def _leads_to_people(row: Row, at: int, end: int) -> bool:
    """Whether people who are not told by what they were given stand right behind: 'than in men', 'than the younger'."""
    for i in range(at + 1, min(at + 1 + _PEOPLE_REACH, end)):
        piece = row.pieces[i]
        if piece.is_a("cohort"):
            return True
        if piece.is_a("people") or piece.is_a("relative", "people"):
            following = row.pieces[i + 1 : i + 3]
            return not any(p.is_a("assigned") or p.is_a("arm") or p.is_a("drug") for p in following)
        if not (piece.is_a("preposition") or piece.is_a("article") or piece.is_a("word")):
            return False
    return False


def _in_trial(row: Row) -> tuple[str, ...]:
    """The trial's arms, the controls last."""
    return tuple(sorted(row.arms, key=lambda arm: arm in row.controls))
