"""Where cohorts are named that figures may be of, and how each is named."""

from extractor.attachment.row import Row
from extractor.attachment.subjects.mentions import is_led

_LEADS = ("people", "with_condition", "article", "relative")
"""What may lead from the word that speaks of the people to their condition."""


def people_named(row: Row) -> list[int]:
    """Where people are named that figures may be of: not 'without X', not 'the proportion of those with X'."""
    return [i for i in row.positions("cohort") if not _is_denied(row, i) and not _is_measured(row, i)]


def _is_denied(row: Row, at: int) -> bool:
    return at > 0 and row.pieces[at - 1].is_a("negation") and row.language.model.qualifier_follows


def _is_measured(row: Row, at: int) -> bool:
    """Whether being in the cohort is what is counted: 'the proportion of patients with X was 4%'."""
    before = next((i for i in row.leftwards(at) if not any(row.pieces[i].is_a(k) for k in _LEADS)), None)
    if not before or not row.pieces[before].is_a("of") or row.pieces[before].is_a("preposition"):
        return False
    return row.pieces[before - 1].is_a("word")


def is_scoped(row: Row, at: int) -> bool:
    """Whether a word that tells of whom leads to the cohort, past articles and people: 'in the', 'of those with'."""
    before = next((row.pieces[i] for i in row.leftwards(at) if not any(row.pieces[i].is_a(k) for k in _LEADS)), None)
    led = before if before is not None else row.pieces[at - 1]
    return any(p.is_a("scope_word") for p in (led, row.pieces[at - 1]))


def is_compared(row: Row, at: int) -> bool:
    """Whether the cohort there is set against another that has no figure of its own: 'than those without'."""
    return any(
        row.pieces[i].entity != row.pieces[at].entity and is_led(row, i) and not _has_own_figure(row, i)
        for i in people_named(row)
        if i > at
    )


def _has_own_figure(row: Row, at: int) -> bool:
    """Whether a bracket with a figure opens behind the cohort: 'than in men (HR 0.8)'."""
    behind = row.pieces[at + 1 : at + 2]
    close = next((i for i in row.rightwards(at) if row.pieces[i].is_a("close")), at)
    return bool(behind and behind[0].is_a("open")) and any(at < d.position < close for d in row.drafts if d.is_result)
