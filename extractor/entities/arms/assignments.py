"""Treatments that an assignment lists: 'randomised to A, B or placebo', with doses where these tell them apart."""

from collections.abc import Iterator, Sequence

from extractor.entities import phrases
from extractor.entities.arms.codes import coded_names
from extractor.entities.arms.enumerations import enumerated
from extractor.entities.arms.levels import without_level
from extractor.entities.arms.name import ArmName, is_generic, name_of
from extractor.pieces import Piece

NAME_PIECES = 10
_MEASURE = 4
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
    parts = counted or _sized(list(alternatives(pieces, entry + 1)), pieces)
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
    """The word that leads to the list: the last before its first 'or', which is no 'to' of a range; else the start."""
    last = start
    for i in range(start + 1, len(pieces)):
        joined = _joins(pieces[i]) and (last > start or not pieces[i].is_a("and", "and"))
        if _is_treatment(pieces[i]) or joined or pieces[i].is_a("stop"):
            break
        ranged = pieces[i - 1].is_a("number") and i + 1 < len(pieces) and pieces[i + 1].is_a("number")
        if _introduces(pieces[i]) and not ranged:
            last = i
    return last


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


def alternatives(pieces: Sequence[Piece], start: int) -> Iterator[Sequence[Piece]]:
    """The parts between `or`, `and`, `versus`, and the commas of the list, outside brackets, to the end of the list."""
    depth, begin, joined = 0, start, False
    for i in range(start, len(pieces)):
        piece = pieces[i]
        depth += piece.is_a("open") - piece.is_a("close")
        if piece.is_a("stop") or (piece.is_a("semicolon") and depth == 0):
            yield pieces[begin:i]
            return
        if depth != 0 or not (_joins(piece) or piece.is_a("comma")):
            continue
        if piece.is_a("comma") and not opens_treatment(pieces, i + 1):
            if joined and not _leads_to_joint(pieces, i + 1) and not _goes_on(pieces, i + 1):
                yield pieces[begin:i]
                return
            if not _is_serial(pieces, i):
                continue
        joined = joined or _joins(piece)
        yield pieces[begin:i]
        begin = i + 1
    yield pieces[begin:]


def _joins(piece: Piece) -> bool:
    return piece.is_a("and", "or") or piece.is_a("and", "and") or piece.is_a("versus")


def _leads_to_joint(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and _joins(pieces[at])


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a further list is led to: 'to A or B and, separately, to C or D'."""
    return any(p.is_a("to") for p in pieces[at : at + 3])


def _is_serial(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the comma is one of a list whose last member stands behind ', or': 'A, B, or C'."""
    depth, width = 0, 0
    for i in range(at + 1, len(pieces)):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if depth == 0 and pieces[i].is_a("comma"):
            if _leads_to_joint(pieces, i + 1):
                return 0 < width <= NAME_PIECES
            width = 0
        elif pieces[i].is_a("stop") or _joins(pieces[i]) or pieces[i].is_a("copula"):
            return False
        elif depth == 0:
            width += 1
    return False


def _sized(parts: Sequence[Sequence[Piece]], pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """The parts, one without a size joined to the next where the others have one: 'A (n=30) or B or C (n=31)'."""
    sizes = [any(p.is_a("size_mark") for p in part) for part in parts]
    out: list[Sequence[Piece]] = []
    begin: Piece | None = None
    for part, sized in zip(parts, sizes, strict=True):
        first = begin or (part[0] if part else None)
        if sum(sizes) >= 2 and not sized and part and part is not parts[-1]:
            begin = first
            continue
        whole = begin is not None and part
        out.append(pieces[pieces.index(first) : pieces.index(part[-1]) + 1] if whole and first else part)
        begin = None
    return out


def opens_treatment(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a treatment, or a dose that stands for one, begins there: not the dose behind 'X, 50 mg'."""
    dosed = at > 1 and pieces[at - 2].is_a("drug")
    while at < len(pieces) and (pieces[at].is_a("article") or pieces[at].is_a("to")):
        at += 1
    if at >= len(pieces):
        return False
    return pieces[at].is_a("drug") or pieces[at].is_a("arm_role", "placebo") or (not dosed and bool(_dose(pieces, at)))


def _dose(pieces: Sequence[Piece], at: int) -> tuple[Piece, ...]:
    follow = pieces[at + 1 : at + 2]
    return (pieces[at], follow[0]) if pieces[at].is_a("number") and follow and follow[0].is_a("dose_unit") else ()


def entry_of(part: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The treatment that a part names, around its first drug or role, else its first words; and its dose."""
    inside = _outside_brackets(part)
    if any(p.is_a("and", "or") for p in inside) and any(p.is_a("size_mark") for p in part):
        start = _first_word(inside)
        named = _unbroken(tuple(inside[start : start + NAME_PIECES]))
        return (named if any(p.is_a("and", "or") for p in named) else ()), ()
    dose = next((d for i in range(len(inside)) if (d := _dose(inside, i))), ())
    kinds = ("drug", "arm_role", "arm_word")
    known = next((i for i, p in enumerate(inside) if any(p.is_a(k) for k in kinds)), None)
    if known is not None:
        name = _unbroken((*phrases.before(inside, known, NAME_PIECES), *phrases.after(inside, known, NAME_PIECES)))
        return phrases.negated(inside, name) if name else (), dose
    if dose and all(_skippable(p) or p in dose for p in inside[: inside.index(dose[-1]) + 1]):
        return (), dose
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
        if p.is_a("both", "either") or (p.is_a("to") and not part[i + 1].is_a("number"))
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
    """The names; with the doses in them where two parts name the same drug or one part is a dose alone."""
    drugs = [code for name, dose in listed if dose for p in name if (code := p.code("drug"))]
    doses_differ = len({d[0].numeral.value for _, d in listed if d and d[0].numeral is not None}) > 1
    by_dose = doses_differ and (len(set(drugs)) < len(drugs) or any(d and not n for n, d in listed))
    if not by_dose:
        return [name for name, _ in listed if name]
    return [_with_dose(name, dose) for name, dose in listed if name or dose]


def _with_dose(name: tuple[Piece, ...], dose: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The drug with the dose right behind it, or the dose alone."""
    if not dose or (name and name[-1].span.end + 1 < dose[0].span.start):
        return name or dose
    return (*name, *dose)
