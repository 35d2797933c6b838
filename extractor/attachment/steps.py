"""The order of the steps, and what one sentence hands on to the next."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from extractor.attachment.accounts import account
from extractor.attachment.draft import Draft, Kind
from extractor.attachment.cohorts import scope_cohorts
from extractor.attachment.drafting import draft_numbers
from extractor.attachment.effects import bind_intervals, bind_p, inherit_measures, link_measures
from extractor.attachment.estimates import find_statistics
from extractor.attachment.outcomes import find_outcomes
from extractor.attachment.parts import split_sizes
from extractor.attachment.row import Carried, Row
from extractor.attachment.sharing import share
from extractor.attachment.sizes import find_sizes
from extractor.attachment.subjects import find_subjects
from extractor.attachment.tails import tests_of_tails
from extractor.attachment.timepoints import find_timepoints, handed_plans, handed_time
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence

STEPS: tuple[Callable[[Row], Row], ...] = (
    draft_numbers,
    bind_intervals,
    account,
    link_measures,
    inherit_measures,
    bind_p,
    find_sizes,
    split_sizes,
    find_statistics,
    tests_of_tails,
    find_subjects,
    scope_cohorts,
    find_outcomes,
    find_timepoints,
    share,
)
"""What a sentence goes through, in order."""


def attach(
    sentences: Iterable[Sentence], view: str, language: Language, arms: Sequence[str], controls: frozenset[str]
) -> tuple[Row, ...]:
    """One row of finished drafts for each sentence."""
    rows: list[Row] = []
    carried = Carried()
    section = None
    for sentence in sentences:
        if sentence.section != section:
            carried, section = replace(carried, outcomes=(), timepoint=None, effect=None), sentence.section
        row = Row(sentence, view, language, tuple(arms), controls, carried=carried)
        for step in STEPS:
            row = step(row)
        rows.append(row)
        carried = _handed_on(carried, row)
    return tuple(rows)


def _handed_on(carried: Carried, row: Row) -> Carried:
    drafts: Sequence[Draft] = row.drafts
    outcomes = next((d.outcomes for d in reversed(drafts) if d.is_result and d.outcomes), carried.outcomes)
    population = next((d.population for d in reversed(drafts) if d.kind is Kind.SIZE), carried.population)
    named = tuple(dict.fromkeys(e for i in row.positions("arm") if (e := row.pieces[i].entity)))
    arms = named if len(named) == len(row.arms) else carried.arms
    effect = next((d for d in reversed(drafts) if d.kind is Kind.EFFECT), carried.effect)
    times = handed_time(row), handed_plans(row)
    carried = replace(carried, outcomes=outcomes, population=population, arms=arms, effect=effect)
    return replace(carried, timepoint=times[0], planned=times[1])
