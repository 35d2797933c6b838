"""Arms that are doses of one drug: '2, 4 or 6 mg of X or placebo', and where a sentence names them again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import Span, cover

Amount = tuple[Decimal, str]
"""A number and the code of its unit."""

_JOINTS = ("comma", "and", "slash", "versus")
_PER_DAY = "/day"
"""What a text may print once and leave out later: 5 mg/day, and 5 mg."""
_NO_STEM = ("dose_unit", "course", "open", "of", "arm_word")
"""What may stand between a drug and its doses: 'naratriptan tablets (2.5 mg, …'."""


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose as a sentence prints it; `bare` where its unit stands only behind a later number: the 2 of '2 or 4 mg'.

    `sized`: the size of its group stands behind it, '10 mg (n = 44)'.
    """

    amount: Amount
    first: int
    last: int
    bare: bool
    sized: bool = False


def amount_at(pieces: Sequence[Piece], at: int) -> tuple[Amount, int] | None:
    """The dose that begins there and the position of its unit: '10 mg', '10-mg'."""
    if not pieces[at].is_a("number") or pieces[at].numeral is None:
        return None
    unit = at + 2 if at + 2 < len(pieces) and pieces[at + 1].is_a("dash") else at + 1
    code = pieces[unit].code("dose_unit") if unit < len(pieces) else None
    numeral = pieces[at].numeral
    return ((numeral.value, code.removesuffix(_PER_DAY)), unit) if code is not None and numeral is not None else None


def dose_runs(pieces: Sequence[Piece]) -> Iterator[list[Dose]]:
    """The lists of doses in a row of pieces; a single dose is a list of one."""
    i = 0
    while i < len(pieces):
        run, behind = _run(pieces, i)
        if run:
            yield run
        i = max(behind, i + 1)


def _run(pieces: Sequence[Piece], start: int) -> tuple[list[Dose], int]:
    """The list that begins there and the position behind it; numbers without a unit take that of the next with one."""
    run: list[Dose] = []
    waiting: list[int] = []
    i, end = start, start
    while i < len(pieces) and pieces[i].is_a("number") and pieces[i].numeral is not None:
        if found := amount_at(pieces, i):
            (_, unit), last = found
            for k in waiting:
                numeral = pieces[k].numeral
                if numeral is not None:
                    run.append(Dose((numeral.value, unit), k, k, bare=True))
            run.append(Dose(found[0], i, last, bare=False, sized=_behind_size(pieces, last + 1) > last + 1))
            waiting, end = [], last + 1
            i = last
        else:
            waiting.append(i)
        i += 1
        if i + 1 < len(pieces) and pieces[i].is_a("dash") and any(pieces[i + 1].is_a(k) for k in _JOINTS):
            i += 1
        while i < len(pieces) and pieces[i].is_a("frequency"):
            i += 1
        i = _behind_size(pieces, i)
        joined = i
        while i < len(pieces) and any(pieces[i].is_a(k) for k in _JOINTS):
            i += 1
        if i == joined:
            break
    return run, end


def _behind_size(pieces: Sequence[Piece], at: int) -> int:
    """The position behind a bracket with the size of a group that begins there: '10 mg (n = 44) or 20 mg'."""
    if at + 2 >= len(pieces) or not pieces[at].is_a("open") or not pieces[at + 1].is_a("size_mark"):
        return at
    return next((i + 1 for i in range(at + 2, len(pieces)) if pieces[i].is_a("close")), at)


@dataclass(frozen=True, slots=True)
class DoseArm:
    """One dose of a trial of doses: where the text prints it, best first, and the drug that it is a dose of."""

    amount: Amount
    spans: tuple[Span, ...]
    sentence: int
    start: int
    stem: str | None


def dose_arms(sentences: Sequence[Sentence], view: str) -> list[DoseArm]:
    """The doses that a randomised trial lists as alternatives and names again; empty where it is no trial of doses."""
    if not any(s.has("assigned", "assigned") for s in sentences):
        return []
    named = [(s, d) for s in sentences for run in dose_runs(s.pieces) for d in run]
    for sentence in sentences:
        if not (sentence.has("arm_role", "placebo") or sentence.has("assigned")):
            continue
        for stem, doses in _by_drug(sentence, view):
            amounts = tuple(dict.fromkeys(d.amount for d in doses))
            again = {d.amount for s, d in named if s.index != sentence.index and d.amount in amounts}
            told = len(again) > 1 or (len(amounts) > 1 and all(d.sized for d in doses))
            if told and len({unit for _, unit in amounts}) == 1:
                return [_arm(amount, named, stem, view) for amount in amounts]
    return []


def _by_drug(sentence: Sentence, view: str) -> list[tuple[str | None, list[Dose]]]:
    """The lists of doses of a sentence, those of one drug as one: 'tramadol 50 mg, tramadol 100 mg or placebo'."""
    out: list[tuple[str | None, list[Dose]]] = []
    for run in dose_runs(sentence.pieces):
        stem = _stem(sentence.pieces, run[0].first, view) or _drug_behind(sentence.pieces, run[-1].last, view)
        same = next((doses for other, doses in out if stem is not None and other == stem), None)
        if same is None:
            out.append((stem, [*run]))
        else:
            same += run
    return out


def _arm(amount: Amount, named: Sequence[tuple[Sentence, Dose]], stem: str | None, view: str) -> DoseArm:
    mine = [(s, d) for s, d in named if d.amount == amount]
    told = [(s, d) for s, d in mine if not d.bare] or mine
    spans = [dose_span(s.pieces, d, frozenset((stem,)) if stem else frozenset(), view) for s, d in told]
    sentence, first = mine[0]
    return DoseArm(amount, tuple(spans), sentence.index, sentence.pieces[first.first].span.start, stem)


def _stem(pieces: Sequence[Piece], first: int, view: str) -> str | None:
    """The word for the drug before a list of its doses."""
    i = first - 1
    while i >= 0 and any(pieces[i].is_a(k) for k in _NO_STEM):
        i -= 1
    if i < 0 or not (pieces[i].is_a("drug") or pieces[i].is_a("word")):
        return None
    return pieces[i].span.of(view).lower()


def _drug_behind(pieces: Sequence[Piece], last: int, view: str) -> str | None:
    """The word for the drug behind a list of its doses: '2 or 4 mg once daily of naratriptan'."""
    i = last + 1
    while i < len(pieces) and pieces[i].is_a("frequency"):
        i += 1
    named = i + 1 < len(pieces) and pieces[i].is_a("of") and (pieces[i + 1].is_a("drug") or pieces[i + 1].is_a("word"))
    return pieces[i + 1].span.of(view).lower() if named else None


def dose_span(pieces: Sequence[Piece], dose: Dose, stems: frozenset[str], view: str) -> Span:
    """The dose with the drug that stands before it or, behind an 'of' too, after it: '50 mg of tramadol'."""
    first, last = dose.first, dose.last
    if first > 0 and _names(pieces[first - 1], stems, view):
        first -= 1
    else:
        behind = last + 1
        if behind < len(pieces) and pieces[behind].is_a("of"):
            behind += 1
        if behind < len(pieces) and _names(pieces[behind], stems, view):
            last = behind
    return cover(p.span for p in pieces[first : last + 1])


def _names(piece: Piece, stems: frozenset[str], view: str) -> bool:
    return piece.span.of(view).lower() in stems
