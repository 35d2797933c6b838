"""Cohorts that stand beside their figures: '12% of patients with diabetes', 'HR 0.5 in those younger than 65 years'."""

from collections.abc import Iterable, Sequence

from extractor.entities.arms.entity import key_of
from extractor.entities.cohorts.name import CohortName
from extractor.entities.cohorts.scopes import told_words, words
from extractor.entities.cohorts.sizes import is_smaller_part, largest_count
from extractor.entities.cohorts.treatments import is_named_by_treatment
from extractor.knowledge import Language
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence
from extractor.spans import cover

_LONGEST = 14
_LEAST_LENGTH = 3
_MOST_LISTED = 5
_GROUP_REACH = 4
_MARKS = (
    *("comma", "semicolon", "colon", "open", "close", "stop", "versus", "respectively", "interval_word", "p_mark"),
    *("size_mark", "measure", "outcome_role", "statistic", "comparing", "comparative"),
)
_NOUNS = ("word", "dash", "unit", "outcome", "adverse_event")
_JOINTS = ("comma", "and", "article", "with_condition", "versus")
_CONTRASTING = 2
_NO_CONDITION = ("grade_word", "time_anchor", "outcome_role", "design_fact", "cohort_head")


def beside_figures(
    sentences: Sequence[Sentence], view: str, language: Language, given: frozenset[str] | None
) -> list[CohortName]:
    """Conditions of people inside sentences of the results, where they are not those of the whole trial.

    What the background tells too, or is an adverse event, tells a part of the people only with a size of its own or
    beside another such condition: '12% of those with retinopathy and 7% of those without retinopathy'.
    """
    if not language.model.qualifier_follows:
        return []
    told = told_words(sentences, view, language)
    largest = largest_count(sentences)
    found: list[CohortName] = []
    for sentence in (s for s in sentences if s.section == "results"):
        doubtful: list[tuple[CohortName, bool]] = []
        for names in _conditions(sentence.pieces):
            spans = [cover(p.span for p in name) for name in names]
            known = all(words(s.of(view), language) <= told for s in spans)
            for name, span in zip(names, spans, strict=True):
                if len(span) < _LEAST_LENGTH or is_named_by_treatment(name, given) or not _is_told(sentence, names[-1]):
                    continue
                one = CohortName(span, key_of(span.of(view), language))
                if known or (len(names) == 1 and any(p.is_a("adverse_event") for p in name)):
                    doubtful.append((one, is_smaller_part(sentence.pieces, name, largest)))
                else:
                    found.append(one)
        contrasting = len({n.key for n, _ in doubtful}) >= _CONTRASTING
        found += [n for n, smaller in doubtful if smaller or contrasting]
    return found


def _conditions(pieces: Sequence[Piece]) -> Iterable[Sequence[Sequence[Piece]]]:
    """Scope word, article and number, people or 'those', the word that opens the condition, condition."""
    for i, piece in enumerate(pieces):
        if not (piece.is_a("scope_word") or piece.is_a("occurring") or _leads_to_number(pieces, i)):
            continue
        people = i + 1
        while people < len(pieces) and _introduces(pieces[people]) and not pieces[people].is_a("people"):
            people += 1
        if people >= len(pieces) or not _counts(pieces, i):
            continue
        start = people + 1 if pieces[people].is_a("people") else people
        if start == people and not pieces[people - 1].is_a("name_stop"):
            continue
        listed = _listed(pieces, start)
        if listed:
            yield listed
        for name in () if listed else _bracketed(pieces, _read(pieces, start)):
            if not any(p.is_a(k) for p in name for k in _NO_CONDITION):
                yield (name,)


def _leads_to_number(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it is the 'to' of 'restricted to 92 patients': a word, 'to', a number of people."""
    behind = pieces[at + 1 : at + 3]
    counted = len(behind) == 2 and behind[0].numeral is not None and behind[1].is_a("people")
    return pieces[at].is_a("to") and counted and at > 0 and pieces[at - 1].is_a("word")


def _counts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the scope word can bind a figure: 'of' only right behind one ('12% of patients with …')."""
    piece = pieces[at]
    if not piece.is_a("of") or piece.is_a("preposition"):
        return True
    before = pieces[at - 1] if at else None
    return before is not None and (before.is_a("percent") or before.numeral is not None or before.is_a("close"))


def _introduces(piece: Piece) -> bool:
    return piece.is_a("article") or piece.is_a("vague") or piece.numeral is not None or piece.is_a("alone")


def _read(pieces: Sequence[Piece], start: int) -> Sequence[Piece]:
    """The condition from its opening word to the first mark, verb, number of a list, or group."""
    first = _first(pieces, start)
    if first is None:
        return ()
    end = first
    while end < len(pieces) and not _ends(pieces, first, end):
        end += 1
    while end > first and any(pieces[end - 1].is_a(k) for k in ("preposition", "and", "article")):
        end -= 1
    fits = 0 < end - first <= _LONGEST and any(not _is_hollow(p) for p in pieces[first:end])
    return pieces[first:end] if fits else ()


def _is_hollow(piece: Piece) -> bool:
    """Words that tell nothing of people by themselves: who, were, not."""
    return piece.is_a("relative") or piece.is_a("negation") or piece.is_a("copula") or piece.is_a("having")


def _first(pieces: Sequence[Piece], start: int) -> int | None:
    """Where the condition begins: behind 'with', at 'who', 'without', 'aged' or a number of years."""
    if start >= len(pieces):
        return None
    opener = pieces[start]
    own = any(opener.is_a(k) for k in ("limit_word", "relation")) or _is_age(pieces, start)
    own = own or opener.is_a("relative", "people")
    if own or (opener.is_a("with_condition") and opener.is_a("negation")):
        return start
    if not opener.is_a("with_condition"):
        return None
    first = min(start + 1, len(pieces) - 1)
    while first < len(pieces) - 1 and pieces[first].is_a("article"):
        first += 1
    timed = pieces[first].numeral is not None and any(p.is_a("time_unit") for p in pieces[first + 1 : first + 2])
    return None if timed else first


def _listed(pieces: Sequence[Piece], start: int) -> Sequence[Sequence[Piece]]:
    """The conditions of a list that a verb closes: 'those with pelvic, distal, and axial lesions were 75%, …'."""
    first = _first(pieces, start)
    if first is None or pieces[start].is_a("relative"):
        return ()
    members: list[list[Piece]] = [[]]
    for at in range(first, len(pieces)):
        piece = pieces[at]
        if piece.is_a("comma") or piece.is_a("and", "and"):
            members += [[]] if members[-1] else []
        elif piece.is_a("copula") and not (piece.is_a("of") or piece.is_a("preposition")):
            break
        elif not any(piece.is_a(k) for k in _NOUNS):
            return ()
        else:
            members[-1].append(piece)
    else:
        return ()
    fits = len(members) > 2 and all(0 < len(m) <= _MOST_LISTED for m in members)
    return members if fits else ()


def _is_age(pieces: Sequence[Piece], at: int) -> bool:
    """A number of years behind people: '65 years of age or older'."""
    if pieces[at].numeral is None or at + 1 == len(pieces):
        return False
    behind = pieces[at + 1]
    return behind.is_a("time_unit", "year") or behind.is_a("unit", "year_of_age") or behind.is_a("limit_tail")


def _ends(pieces: Sequence[Piece], first: int, at: int) -> bool:
    piece = pieces[at]
    if any(piece.is_a(k) for k in _MARKS):
        return not (piece.is_a("statistic") and at > first and pieces[at - 1].is_a("article"))
    if piece.is_a("of"):
        return False
    if piece.is_a("having") or piece.is_a("verb") or (piece.is_a("copula") and not piece.is_a("preposition")):
        return not _opens_clause(pieces, first, at)
    if piece.is_a("and"):
        return not _goes_on(pieces, at)
    return at > first and _leaves(pieces, at)


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the joint stays inside the condition: 'liver and lung lesions', '5 or 6', not 'and 0.43 in'."""
    if at + 1 == len(pieces):
        return False
    behind = pieces[at + 1]
    if behind.numeral is not None:
        return pieces[at].is_a("and", "or") and pieces[at - 1].numeral is not None
    return not any(behind.is_a(k) for k in ("scope_word", "article", "clause", "name_stop"))


def _leaves(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a time or a group is spoken of from here on: 'in patients with gout | in the control group'."""
    piece = pieces[at]
    behind = pieces[at + 1 : at + 1 + _GROUP_REACH]
    if piece.is_a("time_word"):
        return not piece.is_a("scope_word") or bool(behind and behind[0].numeral is not None)
    grouped = any(p.is_a("arm_head", "arm") or p.is_a("drug") or p.is_a("every_arm") for p in behind)
    return grouped and (piece.is_a("preposition") or piece.is_a("scope_word"))


def _bracketed(pieces: Sequence[Piece], first: Sequence[Piece]) -> Iterable[Sequence[Piece]]:
    """The condition and those listed behind it, each with figures in brackets: 'with A (n = 8), B (n = 5)'."""
    name = first
    while name:
        yield name
        at = next(i for i, p in enumerate(pieces) if p is name[-1]) + 1
        close = _closing(pieces, at)
        if close is None:
            return
        start = close + 1
        while start < len(pieces) and any(pieces[start].is_a(k) for k in _JOINTS):
            start += 1
        end = next((i for i in range(start, len(pieces)) if not any(pieces[i].is_a(k) for k in _NOUNS)), start)
        name = pieces[start:end] if close + 1 < start < end <= start + _MOST_LISTED and _closing(pieces, end) else ()


def _closing(pieces: Sequence[Piece], at: int) -> int | None:
    """Where the bracket that opens there closes, if it holds a number."""
    if at >= len(pieces) or not pieces[at].is_a("open"):
        return None
    depth = 0
    for i in range(at, len(pieces)):
        depth += pieces[i].is_a("open") - pieces[i].is_a("close")
        if not depth:
            return i if any(p.numeral is not None for p in pieces[at:i]) else None
    return None


def _opens_clause(pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Whether the verb is the one of a relative clause: nothing but verbs and adverbs since its relative word."""
    relative = next((i for i in range(at - 1, first - 2, -1) if _relates(pieces[i])), None)
    return relative is not None and not any(
        (p.is_a("word") and not p.is_a("name_stop")) or (p.is_a("verb") and not p.is_a("verb", "auxiliary"))
        for p in pieces[relative + 1 : at]
    )


def _relates(piece: Piece) -> bool:
    return piece.is_a("relative") or (piece.is_a("with_condition") and piece.is_a("having"))


def _is_told(sentence: Sentence, name: Sequence[Piece]) -> bool:
    """Whether the sentence prints a number outside the name."""
    start, end = name[0].span.start, name[-1].span.end
    return any(p.numeral is not None for p in sentence.pieces if p.span.end <= start or p.span.start >= end)
