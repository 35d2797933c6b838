"""Which study or part of the people a sentence speaks of, where one was named before it."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_OF_ALL = ("every_arm", "both", "all_cue", "total_mark")
_ALL_REACH = 3
_FRONT = 4
_OTHERS = ("adverse_event", "population", "people", "analysis_set", "clause", "comparative")
"""What turns a sentence to other people than those of the sentence before, or to all of them."""


def speak_of_study(row: Row) -> Row:
    """The row with the one study that it names, or that was spoken of last, given to what has no cohort yet.

    So with the people that the sentence before opened with, where this one goes on about them.
    """
    named = study_spoken_of(row) or people_spoken_of(row)
    if named is None:
        return row

    def told(draft: Draft) -> Draft:
        if draft.kind in (Kind.OPEN, Kind.ACCOUNTED) or draft.subject.cohort:
            return draft
        return replace(draft, subject=replace(draft.subject, cohort=named))

    return row.mapped(told)


def study_spoken_of(row: Row) -> str | None:
    """The only study that the row names; where it names none, the one before, unless it speaks of all studies."""
    named = {p.entity for p in row.pieces if p.is_a("cohort", "study")}
    if named:
        return named.pop() if len(named) == 1 else None
    return None if _speaks_of_all(row) else row.carried.cohort


def _speaks_of_all(row: Row) -> bool:
    """Whether a word for all stands before a word for studies: 'in both trials', 'across all studies'."""
    return any(
        piece.is_a("study_part") and any(p.is_a(k) for p in row.pieces[max(0, i - _ALL_REACH) : i] for k in _OF_ALL)
        for i, piece in enumerate(row.pieces)
    )


def people_spoken_of(row: Row) -> str | None:
    """The people that the sentence opens with; where it names none and only tells a figure more, those before it.

    'In patients with asthma, survival was 80%. The median duration of response was 6 months.'
    """
    named = row.positions("cohort")
    if named:
        alone = len({row.pieces[i].entity for i in named}) == 1 and not _is_analysis(row, named[0])
        return row.pieces[named[0]].entity if alone and _opens(row, named[0]) else None
    return row.carried.people if row.carried.people is not None and _goes_on(row) else None


def _is_analysis(row: Row, at: int) -> bool:
    """Whether the cohort is a set of analysis: of it only its own sentence speaks."""
    text = row.text(row.pieces[at]).lower().replace("-", " ")
    return any(term in text for term in row.language.spellings("analysis_set"))


def _opens(row: Row, at: int) -> bool:
    """Whether the cohort there is the scope at the front of the sentence: every figure behind it, a comma closes it."""
    front = next((i for i, p in enumerate(row.pieces) if p.is_a("scope_word")), None)
    if front is None or front > _FRONT or front > at or any(d.is_result and d.position < at for d in row.drafts):
        return False
    first = min((d.position for d in row.drafts if d.is_result), default=len(row.pieces))
    return any(p.is_a("comma") for p in row.between(at, first))


def _goes_on(row: Row) -> bool:
    """Whether nothing but an outcome or its statistic, without a comma, leads to the first figure."""
    first = min((d.position for d in row.drafts if d.is_result), default=0)
    lead = row.pieces[:first]
    opener = next((p for p in lead if not p.is_a("article")), None)
    if opener is None or not any(opener.is_a(k) for k in ("statistic", "outcome", "arm")):
        return False
    told = any(p.is_a("statistic") or p.is_a("outcome") for p in lead)
    told = told and any(p.is_a("copula") and not (p.is_a("of") or p.is_a("preposition")) for p in lead)
    return told and not any(p.is_a("comma") or any(p.is_a(k) for k in _OTHERS) for p in lead)
