"""What a count counts: people, who took part, or people to whom something happened."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row

COUNTED_UNITS = frozenset({"case", "eye", "ear", "tooth", "lesion", "sample", "hip", "knee", "limb"})
"""Units of observation other than people."""

_PEOPLE_REACH = 9
_COHORT_REACH = 16
_MOST_WORDS = 4
_BARE = ("figure", "people_counted", "figure_bracketed_number")
_ENDS_COUNT = (
    "comma stop open close figure copula of and versus having occurring preposition semicolon percent relation measure"
).split()
_SEXES = frozenset("man woman boy girl male_patient female_patient".split())


def counts_people(row: Row, draft: Draft) -> bool:
    """A number of people: the word for them follows, with at most a few words between ('22 stable adult patients')."""
    figure = draft.figure
    if figure is None or figure.rule not in _BARE:
        return False
    if figure.people or figure.unit in COUNTED_UNITS:
        return True
    if figure.unit is not None or figure.relation is not None:
        return False
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("people"):
            return True
        if i - draft.position > _PEOPLE_REACH or any(piece.is_a(k) for k in _ENDS_COUNT):
            return False
    return False


def is_counted_by_verb(row: Row, draft: Draft) -> bool:
    """A bare count with a verb of participation right behind: 'were randomized', 'assigned to', 'completed'."""
    figure = draft.figure
    if figure is None or figure.rule not in _BARE or figure.unit:
        return False
    words = 0
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("population") or piece.is_a("assigned"):
            behind = row.pieces[i + 1 : i + 2]
            return not (behind and behind[0].is_a("people")) and (not words or row.pieces[i - 1].is_a("copula"))
        if words < _MOST_WORDS and piece.is_a("word"):
            words += 1
            continue
        if not any(piece.is_a(k) for k in ("copula", "people", "article", "and", "open", "close", "to")):
            return False
        if piece.is_a("and") and row.at(i + 1) is None:
            return False
    return False


def is_of_sex(row: Row, draft: Draft) -> bool:
    """Whether the count is one of men or women: '22 men', '男14例'."""
    piece = row.pieces[draft.position]
    own = piece.part("people")
    near = [own, *row.pieces[max(0, draft.position - 1) : draft.position], *row.pieces[draft.position + 1 : draft.position + 2]]
    return any(p is not None and any(c in _SEXES for c in p.codes("people")) for p in near)


def beside_arm(row: Row, draft: Draft) -> bool:
    near = row.pieces[max(0, draft.position - 3) : draft.position + 4]
    return any(p.is_a("arm") or p.is_a("every_arm") or p.is_a("both") for p in near)


def follows_cohort_word(row: Row, draft: Draft) -> bool:
    near = row.pieces[max(0, draft.position - 3) : draft.position]
    if any(p.is_a("cohort_head") for p in near):
        return True
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        if piece.is_a("cohort_head"):
            return True
        if i - draft.position > _COHORT_REACH or any(piece.is_a(k) for k in ("comma", "stop", "figure", "having")):
            return False
    return False


def near_population(row: Row, draft: Draft) -> bool:
    """Whether a word of participation stands near, brackets behind the count passed over."""
    start = max(0, draft.position - 4)
    behind = after_brackets(row, draft.position)
    near = [*row.pieces[start : draft.position], *row.pieces[behind : behind + 5]]
    for piece in near:
        if piece.is_a("figure") or piece.is_a("stop"):
            continue
        if piece.is_a("population"):
            return True
    return False


def after_brackets(row: Row, position: int) -> int:
    """The position behind the one given, or behind the brackets that open there."""
    at = position + 1
    if at >= len(row.pieces) or not row.pieces[at].is_a("open"):
        return at
    for i in range(at + 1, len(row.pieces)):
        if row.pieces[i].is_a("close"):
            return i + 1
    return at


def has_event(row: Row, draft: Draft) -> bool:
    """Whether what is counted had something happen: an adverse event behind the number that is not who they are."""
    for i in range(draft.position + 1, min(draft.position + 3, len(row.pieces))):
        piece = row.pieces[i]
        if piece.is_a("occurring"):
            return True
        if piece.is_a("adverse_event"):
            return not any(p.is_a("people") or p.is_a("arm_head") for p in row.pieces[i + 1 : i + 4])
    return False
