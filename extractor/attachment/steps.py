"""The order of the steps, and what one sentence hands on to the next."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.drafting import draft_numbers
from extractor.attachment.effects.bare import bare_intervals
from extractor.attachment.effects.bracket_p import take_bracket_p
from extractor.attachment.effects.comparatives import link_comparatives
from extractor.attachment.effects.following import follow_cohorts
from extractor.attachment.effects.intervals import bind_intervals, deal_intervals, late_intervals
from extractor.attachment.effects.labels import inherit_measures, link_measures
from extractor.attachment.effects.pvalues import bind_p, join_statistics
from extractor.attachment.effects.tails import correlations, tests_of_tails
from extractor.attachment.effects.within import mark_tests
from extractor.attachment.nonfacts.accounts import account
from extractor.attachment.nonfacts.animals import without_animals
from extractor.attachment.nonfacts.described import strengths_told
from extractor.attachment.nonfacts.heterogeneity import without_heterogeneity
from extractor.attachment.numbers.alike import share_statistics
from extractor.attachment.numbers.bounds import bounds_of_levels, bounds_of_shares, scatters
from extractor.attachment.numbers.declared import declared_spread
from extractor.attachment.numbers.parts import split_sizes
from extractor.attachment.numbers.statistics import find_statistics
from extractor.attachment.numbers.support import weigh_support
from extractor.attachment.outcomes.steps import find_outcomes
from extractor.attachment.row import Carried, Row
from extractor.attachment.sizes.populations import only_assigned
from extractor.attachment.sizes.rules import find_sizes
from extractor.attachment.sizes.shares import sizes_of_shares
from extractor.attachment.sizes.sums import sums_of_arms
from extractor.attachment.sizes.totals import give_totals
from extractor.attachment.subjects.cohorts import scope_cohorts
from extractor.attachment.subjects.mentions import arms_spoken_of
from extractor.attachment.subjects.sharing import share
from extractor.attachment.subjects.steps import find_subjects
from extractor.attachment.subjects.studies import people_spoken_of, speak_of_study, study_spoken_of
from extractor.attachment.times.timepoints import find_timepoints, handed_plans, handed_time
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence

STEPS: tuple[Callable[[Row], Row], ...] = (
    draft_numbers,
    bind_intervals,
    account,
    link_comparatives,
    link_measures,
    inherit_measures,
    deal_intervals,
    late_intervals,
    bare_intervals,
    without_heterogeneity,
    bind_p,
    take_bracket_p,
    join_statistics,
    find_sizes,
    split_sizes,
    find_statistics,
    share_statistics,
    bounds_of_shares,
    give_totals,
    find_subjects,
    scope_cohorts,
    follow_cohorts,
    speak_of_study,
    find_outcomes,
    bounds_of_levels,
    find_timepoints,
    correlations,
    tests_of_tails,
    mark_tests,
    share,
    sums_of_arms,
    weigh_support,
    sizes_of_shares,
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
            carried = replace(carried, outcomes=(), timepoint=None, effect=None, cohort=None, people=None)
            section = sentence.section
        row = Row(sentence, view, language, tuple(arms), controls, carried=carried)
        for step in STEPS:
            row = step(row)
        rows.append(row)
        carried = _handed_on(carried, row)
    return only_assigned(without_animals(tuple(rows)))


def _handed_on(carried: Carried, row: Row) -> Carried:
    drafts: Sequence[Draft] = row.drafts
    outcomes = next((d.outcomes for d in reversed(drafts) if d.is_result and d.outcomes), carried.outcomes)
    population = next((d.population for d in reversed(drafts) if d.kind is Kind.SIZE), carried.population)
    named = arms_spoken_of(row, row.positions("arm"))
    arms = named if len(named) == len(row.arms) else carried.arms
    effect = next((d for d in reversed(drafts) if d.kind is Kind.EFFECT), carried.effect)
    time, held = handed_time(row)
    levels = [d.interval.level for d in drafts if d.interval is not None and d.interval.level is not None]
    level = next((one for one in reversed(levels) if one.percent is not None), carried.level)
    carried = replace(carried, outcomes=outcomes, population=population, arms=arms, effect=effect, level=level)
    counted = (d.figure.value.value for d in drafts if d.kind is Kind.SIZE and d.figure and d.figure.value)
    scattered = carried.scattered or any(scatters(d) for d in drafts if d.is_fact)
    carried = replace(carried, spread=carried.spread or declared_spread(row), scattered=scattered)
    strengths = carried.strengths | strengths_told(row)
    carried = replace(carried, sizes=carried.sizes | set(counted), strengths=strengths)
    spoken_of = study_spoken_of(row), people_spoken_of(row)
    return replace(
        carried, timepoint=time, held=held, planned=handed_plans(row), cohort=spoken_of[0], people=spoken_of[1]
    )
