"""Treatments that an assignment lists: 'randomised to A, B or placebo', with doses where these tell them apart."""

from collections.abc import Sequence

from extractor.entities import phrases
from extractor.entities.arms.alternatives import alternatives, dose_at, joins, sized
from extractor.entities.arms.codes import coded_names
from extractor.entities.arms.enumerations import enumerated
from extractor.entities.arms.levels import without_level
from extractor.entities.arms.name import NAME_PIECES, ArmName, is_generic, name_of
from extractor.pieces import Piece

_MEASURE = 4
_HAD = 3
"""How far before a word for receiving a 'had' tells that it was before the trial, in pieces."""
_LEADING = 4
"""How far behind the beginning of a member the 'to' may stand that leads to its name: 'half to dry care'."""
MOST_LISTED = 6


def assigned(pieces: Sequence[Piece], view: str) -> list[ArmName]:
    """What people are assigned to; where the members have codes, these, and the drugs of a member as a further name."""
    start = _start(pieces)
    names = assigned_names(pieces, view)
    codes = coded_names(pieces, _entrance(pieces, start) + 1, view) if start is not None else []
    if not codes:
        return [name_of(name, "assigned") for name in names]
    called = [name_of(code, "assigned") for code in codes[:MOST_LISTED]]
    if len(names) == len(codes):
        given = [name_of(n, "received", of=c.span) for n, c in zip(names, called, strict=False)]
        told = {n.span.of(view) for n in called}
        called += [n for n in given if n.drugs and n.span.of(view) not in told]
    return called


def _start(pieces: Sequence[Piece]) -> int | None:
    """Where people are assigned, which is no word for the design."""
    places = (i for i, p in enumerate(pieces) if p.is_a("assigned", "assigned"))
    return next((i for i in places if not _is_design(pieces, i)), None)


def assigned_names(pieces: Sequence[Piece], view: str) -> list[tuple[Piece, ...]]:
    """The names of what people are assigned to, at least two; empty where nothing is listed."""
    start = _start(pieces)
    if start is None:
        return []
    pieces = pieces[: next((i for i in range(start, len(pieces)) if pieces[i].is_a("stratified")), len(pieces))]
    entry = _entrance(pieces, start)
    if _only_counts_groups(pieces, start + 1):
        return []
    counted = enumerated(pieces, start + 1, view)
    parts = counted or sized(list(alternatives(pieces, entry + 1)), pieces)
    read = _counted_entry if counted else entry_of
    listed = [entry_ for part in parts if any(entry_ := read(part)) and not _names_nothing(entry_)]
    names = without_level(dosed(listed))
    told = not any(name[-1].is_a("study_noun") and not name[-1].is_a("drug") for name in names)
    return names[:MOST_LISTED] if len(names) >= 2 and told else []


def _names_nothing(entry: tuple[tuple[Piece, ...], tuple[Piece, ...]]) -> bool:
    """Whether a part names no arm: 'to a group that was offered X', 'into two groups', 'in random order'."""
    name, dose = entry
    drugs = any(p.is_a("drug") or p.is_a("arm_word") for p in name)
    return bool(name) and not dose and not drugs and is_generic(name)


def _entrance(pieces: Sequence[Piece], start: int) -> int:
    """The word that leads to the list: the last 'to' or 'either' before its first 'or'; else the start."""
    last = _behind_people(pieces, start) or start
    for i in range(last + 1, len(pieces)):
        joined = joins(pieces[i]) and (last > start or not pieces[i].is_a("and", "and"))
        if _is_treatment(pieces[i]) or joined or pieces[i].is_a("stop"):
            break
        if _leads(pieces, i):
            last = i
    either = _either(pieces, last)
    return last if either is None else either


def _leads(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word leads to a treatment: a 'to' between numbers is of a range."""
    ranged = pieces[at - 1].is_a("number") and at + 1 < len(pieces) and pieces[at + 1].is_a("number")
    return _introduces(pieces[at]) and not ranged


def _behind_people(pieces: Sequence[Piece], start: int) -> int | None:
    """The word that leads to the list behind people who are described: 'assigned adults with X or Y to A or B'."""
    people = next((i for i in range(start + 1, len(pieces)) if pieces[i].is_a("people")), len(pieces))
    if any(_leads(pieces, i) or _is_treatment(pieces[i]) for i in range(start + 1, people)):
        return None
    for i in range(people + 1, len(pieces)):
        past = any(p.is_a("having") for p in pieces[i - _HAD : i])
        if _leads(pieces, i) and not past:
            return i if any(p.is_a("and", "or") or p.is_a("versus") for p in pieces[i:]) else None
    return None


def _either(pieces: Sequence[Piece], start: int) -> int | None:
    """The 'either' before the first 'or' behind the start, where an 'or' follows: 'to A plus either B or C'."""
    first = next((i for i in range(start + 1, len(pieces)) if pieces[i].is_a("and", "or")), start)
    return next((i for i in range(start + 1, first) if pieces[i].is_a("both", "either")), None)


def _only_counts_groups(pieces: Sequence[Piece], at: int) -> bool:
    """Whether how many groups there are is told and no alternatives: 'divided into two groups, and tested'."""
    counted = at < len(pieces) and pieces[at].is_a("every_arm")
    return counted and not any(p.is_a("and", "or") or p.is_a("versus") or p.is_a("colon") for p in pieces[at:])


def _introduces(piece: Piece) -> bool:
    return piece.is_a("to") or piece.is_a("assigned", "received")


def _is_treatment(piece: Piece) -> bool:
    """Whether a treatment begins before any word that leads to one: 'were assigned to' is one piece."""
    return not _introduces(piece) and (piece.is_a("drug") or piece.is_a("arm_role", "placebo"))


def _is_design(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word only describes the trial or dates something: 'a randomized trial', 'from randomization to'."""
    if at and any(pieces[at - 1].is_a(k) for k in ("from", "of", "time_word")):
        return True
    following = [p for p in pieces[at + 1 : at + 4] if not p.is_a("comma")]
    return bool(following) and following[0].is_a("study_noun")


def entry_of(part: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The treatment that a part names, around its first drug or role, else its first words; and its dose."""
    inside = _outside_brackets(part)
    if any(p.is_a("and", "or") for p in inside) and any(p.is_a("size_mark") for p in part):
        start = _first_word(inside)
        named = _unbroken(tuple(inside[start : start + NAME_PIECES]))
        return (named if any(p.is_a("and", "or") for p in named) else ()), ()
    dose = next((d for i in range(len(inside)) if (d := dose_at(inside, i))), ())
    kinds = ("drug", "arm_role", "arm_word")
    known = next((i for i, p in enumerate(inside) if any(p.is_a(k) for k in kinds)), None)
    if known is not None:
        name = _unbroken((*phrases.before(inside, known, NAME_PIECES), *phrases.after(inside, known, NAME_PIECES)))
        return phrases.negated(inside, name) if name else (), dose
    if dose and all(_skippable(p) or p in dose for p in inside[: inside.index(dose[-1]) + 1]):
        follow = inside[inside.index(dose[-1]) + 1 :]
        return phrases.after(follow, 1, NAME_PIECES) if follow and follow[0].is_a("of") else (), dose
    start = _first_word(inside)
    name = phrases.after(inside, start, NAME_PIECES)
    if not name and start + 1 < len(inside) and inside[start].is_a("total_mark"):
        behind = phrases.after(inside, start + 1, NAME_PIECES)
        name = (inside[start], *behind) if behind else ()
    return phrases.negated(inside, name) if name else (), dose


def _counted_entry(part: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The treatment that a counted member opens with, unless it opens with how much of it: '480 g of banana'."""
    inside = _outside_brackets(part)
    start = _first_word(inside)
    name = phrases.after(inside, start, NAME_PIECES)
    behind = inside.index(name[-1]) + 1 if name else len(inside)
    near = next((p for p in inside[behind : behind + _MEASURE] if p.is_a("of") or p.is_a("drug")), None)
    measured = near is not None and near.is_a("of")
    return entry_of(part) if not name or measured else (phrases.negated(inside, name), ())


def _unbroken(name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The name as far as it stands in one stretch, without what follows a bracket except for 'plus B'.

    The plain word for treatment at its end is no part of it: 安慰剂治疗.
    """
    gaps = [i for i in range(1, len(name)) if name[i].span.start > name[i - 1].span.end + 1]
    cut = next((i for i in gaps if not name[i].is_a("and", "plus")), len(name))
    while cut > 1 and name[cut - 1].is_a("alone") and name[cut - 1].is_a("arm_role", "experimental"):
        cut -= 1
    return name[:cut]


def _outside_brackets(part: Sequence[Piece]) -> list[Piece]:
    depth, kept = 0, []
    for piece in part:
        depth += piece.is_a("open")
        if depth <= 0:
            kept.append(piece)
        depth -= piece.is_a("close")
    return kept


def _first_word(part: Sequence[Piece]) -> int:
    """Where the name begins: behind the last 'to' or 'either' ('half to dry care'), articles and counts."""
    behind = [
        i + 1
        for i, p in enumerate(part[:-1])
        if p.is_a("both", "either") or (p.is_a("to") and i < _LEADING and not part[i + 1].is_a("number"))
    ]
    start = behind[-1] if behind else 0
    return next((i for i in range(start, len(part)) if not _skippable(part[i])), len(part))


def _skippable(piece: Piece) -> bool:
    kinds = [
        "article",
        "both",
        "assigned",
        "to",
        "preposition",
        "every_arm",
        "open",
        "close",
        "number",
        "colon",
        "negation",
        "having",
    ]
    return any(piece.is_a(k) for k in (*kinds, "time_unit", "of", "frequency"))


def dosed(listed: Sequence[tuple[tuple[Piece, ...], tuple[Piece, ...]]]) -> list[tuple[Piece, ...]]:
    """The names; with the doses in them where two parts name the same drug or one part is a dose alone.

    Of drugs that no lexicon knows, two with other doses are taken for one drug.
    """
    drugs = [code for name, dose in listed if dose for p in name if (code := p.code("drug"))]
    doses_differ = len({d[0].numeral.value for _, d in listed if d and d[0].numeral is not None}) > 1
    unknown = [name for name, dose in listed if dose and not any(p.is_a("drug") for p in name)]
    if doses_differ and len(unknown) > 1:
        listed = [(() if name in unknown else name, dose) for name, dose in listed]
    by_dose = doses_differ and (len(set(drugs)) < len(drugs) or any(d and not n for n, d in listed))
    if not by_dose:
        return [name for name, _ in listed if name]
    return [_with_dose(name, dose) for name, dose in listed if name or dose]


def _with_dose(name: tuple[Piece, ...], dose: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The drug with the dose right behind it, or the dose alone."""
    if not dose or (name and name[-1].span.end + 1 < dose[0].span.start):
        return name or dose
    return (*name, *dose)
