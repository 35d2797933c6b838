"""What a count counts: people, who took part, or people to whom something happened."""

from extractor.attachment.draft import Draft
from extractor.attachment.row import Row
from extractor.entities.people import tells_sex

COUNTED_UNITS = frozenset({"case", "eye", "ear", "tooth", "lesion", "sample", "hip", "knee", "limb"})
"""Units of observation other than people."""

_PEOPLE_REACH = 9
_COHORT_NEAR = 2
_COHORT_REACH = 16
_MOST_WORDS = 4
_ASIDE = 10
_AFTER_COUNT = (
    *("to", "preposition", "article", "arm", "people", "every_arm", "both", "comma", "stop", "semicolon", "and"),
    *("population", "assigned", "copula", "of_them", "having", "arm_head", "open"),
)
_BEFORE_VERB = ("copula", "people", "cohort", "article", "and", "open", "close", "to", "total_mark", "dash")
_BARE = ("figure", "people_counted", "figure_bracketed_number")
_ENDS_COUNT = (
    *("comma", "stop", "semicolon", "open", "close", "figure", "copula", "of", "and", "versus", "having"),
    *("occurring", "preposition", "percent", "relation", "measure", "negation", "quote"),
)


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
        if piece.is_a("people") or piece.is_a("control_people") or (piece.is_a("cohort") and i == draft.position + 1):
            return True
        joined = piece.is_a("having") and row.view[piece.span.start - 1] == "-"  # 'drug-experienced patients'
        joined = joined or (piece.is_a("and") and _joins_adjectives(row, i))
        if i - draft.position > _PEOPLE_REACH or (not joined and any(piece.is_a(k) for k in _ENDS_COUNT)):
            return False
    return False


def _joins_adjectives(row: Row, at: int) -> bool:
    """'86 young and older adults', 'ASA I or II patients': a word or a class stands on either side."""
    before, behind = row.pieces[at - 1], row.pieces[at + 1 : at + 3]
    if not any(before.is_a(kind) for kind in ("word", "roman")) or not behind:
        return False
    if behind[0].is_a("people"):
        return len(row.text(behind[0]).split()) > 1
    return any(behind[0].is_a(kind) for kind in ("word", "roman")) and len(behind) > 1 and behind[1].is_a("people")


def is_counted_by_verb(row: Row, draft: Draft) -> bool:
    """A bare count with a verb of participation right behind: 'were randomized', 'assigned to', 'completed'."""
    figure = draft.figure
    if figure is None or figure.rule not in _BARE or (figure.unit and figure.unit_kind != "unit"):
        return False
    if figure.unit and _shares_unit(row, draft, figure.unit):
        return True
    at = _verb_behind(row, draft.position)
    if at is None or (figure.unit and row.pieces[at].is_a("population", "treated")):
        return False
    behind = row.pieces[at + 1 : at + 2]
    return not (behind and behind[0].is_a("people"))


def _shares_unit(row: Row, draft: Draft, unit: str) -> bool:
    """'117 warts were allocated to A and 115 warts to B': the verb of the first is the second's too."""
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    if not behind or not behind[0].is_a("to") or draft.position < _COHORT_NEAR:
        return False
    listed = row.pieces[draft.position - 1].is_a("and") or row.pieces[draft.position - 1].is_a("comma")
    alike = [d for d in row.drafts if d.position < draft.position and d.figure is not None and d.figure.unit == unit]
    return listed and any(row.pieces[d.position + 1].is_a("assigned") for d in alike)


def _verb_behind(row: Row, position: int) -> int | None:
    """The word of participation that the count leads to over brackets, a list and a few words for those counted."""
    words = bracketed = 0
    for i in row.rightwards(position):
        piece = row.pieces[i]
        bracketed += piece.is_a("open") - piece.is_a("close")
        if bracketed > 0 or (bracketed == 0 and (piece.is_a("close") or _is_listed(row, i))):
            continue
        if bracketed == 0 and (piece.is_a("population") or piece.is_a("assigned")):
            led = row.pieces[i - 1].is_a("copula") or row.pieces[i - 1].is_a("people")
            return i if led or not words else None
        if bracketed == 0 and piece.is_a("comma") and (behind := _past_aside(row, position, i)) is not None:
            return behind
        if bracketed == 0 and words < _MOST_WORDS and piece.is_a("word"):
            words += 1
        elif bracketed < 0 or not _may_lead(row, i):
            return None
    return None


def _past_aside(row: Row, position: int, comma: int) -> int | None:
    """The verb behind an aside between two commas: '871 people, including 106 black people, were randomized'."""
    if row.pieces[position].part("people") is None:
        return None
    for i in range(comma + 1, min(comma + 1 + _ASIDE, len(row.pieces) - 2)):
        piece = row.pieces[i]
        if piece.is_a("comma"):
            at = i + 1 + row.pieces[i + 1].is_a("copula")
            verb = row.pieces[at].is_a("population") or row.pieces[at].is_a("assigned")
            return at if verb and i > comma + 1 else None
        if any(piece.is_a(kind) for kind in ("copula", "having", "stop", "semicolon", "and")):
            return None
    return None


def _is_listed(row: Row, at: int) -> bool:
    before = row.pieces[at - 1]
    return row.at(at) is not None and (before.is_a("and") or before.is_a("comma"))


def _may_lead(row: Row, at: int) -> bool:
    """Whether the piece may stand between a count and its verb; an 'and' only before another number."""
    piece = row.pieces[at]
    if piece.is_a("comma"):
        return row.pieces[at - 1].is_a("total_mark")
    if piece.is_a("and") and row.at(at + 1) is None:
        return False
    return any(piece.is_a(kind) for kind in _BEFORE_VERB)


def is_of_sex(row: Row, draft: Draft) -> bool:
    """Whether the count is one of men or women: '22 men', '男14例'."""
    piece = row.pieces[draft.position]
    own = piece.part("people")
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    near = [own, *before, *row.pieces[draft.position + 1 : draft.position + 2]]
    return any(p is not None and tells_sex(p) for p in near)


def is_share_of_sex(row: Row, draft: Draft) -> bool:
    """Whether the count is of one sex among others counted: '22 men' of 60 patients, not the 287 women of a trial.

    Nor is either of two groups of women a share of the other.
    """
    if not is_of_sex(row, draft):
        return False
    others = [d for d in row.drafts if d.position != draft.position and d.figure is not None]
    counted = [d for d in others if d.figure is not None and (d.figure.people or is_of_sex(row, d))]
    if counted and all(_is_part_of(row, d, draft) for d in counted):
        return False
    kinds = {people_counted(row, d) for d in (draft, *counted)}
    dealt = row.sentence.has("assigned", "assigned") or row.sentence.has("population", "completed")
    own = row.pieces[draft.position].part("people")
    alike = dealt and len(kinds) == 1 and own is not None and tells_sex(own)
    return bool(counted) and not alike


def _is_part_of(row: Row, part: Draft, whole: Draft) -> bool:
    """Whether the count is of no sex and smaller: '3216 men were enrolled (X group, 1065 patients)'."""
    one = part.figure.value if part.figure is not None else None
    other = whole.figure.value if whole.figure is not None else None
    return one is not None and other is not None and one.value < other.value and not is_of_sex(row, part)


def people_counted(row: Row, draft: Draft) -> tuple[str, ...]:
    """What the word for people in the figure can mean."""
    people = row.pieces[draft.position].part("people")
    return people.codes("people") if people is not None else ()


def is_enrolled_list(row: Row, draft: Draft) -> bool:
    """'enrolled 18 and 23 subjects', 'recruited 30 pregnant and 45 lactating women': the verb before the list."""
    figure = draft.figure
    if figure is None or figure.rule not in _BARE or figure.unit or figure.relation or draft.position == 0:
        return False
    lists = row.groups([d.position for d in row.drafts if d.figure], ("word",))
    group = next((g for g in lists if draft.position in g), [])
    last = row.at(group[-1]) if len(group) > 1 else None
    led = row.pieces[group[0] - 1].is_a("population") if group and group[0] else False
    return led and last is not None and counts_people(row, last)


def is_rated(row: Row, draft: Draft) -> bool:
    """'优15例、良2例': a rating of one word stands right before the count, or behind it."""
    beside = (
        *row.pieces[max(0, draft.position - 1) : draft.position],
        *row.pieces[draft.position + 1 : draft.position + 2],
    )
    patterns = row.language.patterns_of("outcome_rating")
    return any(pattern.regex.search(row.text(piece)) for piece in beside for pattern in patterns)


def beside_arm(row: Row, draft: Draft) -> bool:
    """Whether an arm, or a word for every arm, stands near."""
    near = row.pieces[max(0, draft.position - 3) : draft.position + 4]
    return any(p.is_a("arm") or p.is_a("every_arm") or p.is_a("both") for p in near)


def beside_arm_behind(row: Row, draft: Draft) -> bool:
    """Whether an arm stands behind the count, a bracket of its own passed over."""
    at = after_brackets(row, draft.position)
    return any(p.is_a("arm") for p in row.pieces[at : at + 3])


def follows_cohort_word(row: Row, draft: Draft) -> bool:
    """Whether the count belongs to a word for cohorts: before it, or behind in the same phrase."""
    near = row.pieces[max(0, draft.position - 3) : draft.position]
    if any(p.is_a("cohort_head") for p in near):
        return True
    bracketed = 0
    for i in row.rightwards(draft.position):
        piece = row.pieces[i]
        bracketed += piece.is_a("open") - piece.is_a("close")
        if bracketed > 0:
            continue
        near_it = i - draft.position <= _COHORT_NEAR or _forms(row, draft.position, i)
        if piece.is_a("cohort_head") or (piece.is_a("cohort") and near_it):
            return True
        if i - draft.position > _COHORT_REACH or any(piece.is_a(k) for k in ("comma", "stop", "figure", "having")):
            return False
    return False


def _forms(row: Row, position: int, cohort: int) -> bool:
    """'60 of them (30 per arm) formed the subset': those counted, a bracket, a verb, and the cohort itself."""
    at = position + 1
    if at >= len(row.pieces) or not row.pieces[at].is_a("of_them"):
        return False
    between = row.pieces[after_brackets(row, at) : cohort]
    return 0 < len(between) <= _MOST_WORDS and all(p.is_a("word") or p.is_a("article") for p in between)


def near_population(row: Row, draft: Draft) -> bool:
    """Whether a word of participation stands near, brackets behind the count passed over."""
    start = max(0, draft.position - 4)
    start = next((i + 1 for i in range(draft.position - 1, start - 1, -1) if row.pieces[i].is_a("semicolon")), start)
    behind = after_brackets(row, draft.position)
    near = [*range(start, draft.position), *range(behind, min(behind + 5, len(row.pieces)))]
    return any(row.pieces[i].is_a("population") and not _is_attribute(row, i, draft.position) for i in near)


def _is_attribute(row: Row, at: int, count: int) -> bool:
    """Whether the word of participation only tells who they are: '8 vaccinated participants', not '共观察病例100例'."""
    if at + 1 >= len(row.pieces) or at + 2 == count:
        return False
    return row.pieces[at + 1].is_a("people") and not row.pieces[at].is_a("assigned")


def stands_alone(row: Row, draft: Draft) -> bool:
    """Whether the number is no part of a dose, a list mark or a unit unknown: '75/600 mg', '2)', '5 x 5 Gy'."""
    behind = row.pieces[draft.position + 1 : draft.position + 2]
    before = row.pieces[max(0, draft.position - 1) : draft.position]
    if before and (before[0].is_a("slash") or before[0].is_a("word")):
        return False
    if not behind or any(behind[0].is_a(k) for k in _AFTER_COUNT):
        return True
    return behind[0].is_a("close") and sum(p.is_a("open") - p.is_a("close") for p in row.pieces[: draft.position]) > 0


def after_brackets(row: Row, position: int) -> int:
    """The position behind the one given, or behind the brackets that open there."""
    at = position + 1
    if at >= len(row.pieces) or not row.pieces[at].is_a("open"):
        return at
    for i in range(at + 1, len(row.pieces)):
        if row.pieces[i].is_a("close"):
            return i + 1
    return at
