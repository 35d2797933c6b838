"""Which study a sentence speaks of, where several are reported: until another is named, and not for what all share."""

from dataclasses import replace

from extractor.attachment.draft import Draft, Kind
from extractor.attachment.row import Row

_OF_ALL = ("every_arm", "both", "all_cue", "total_mark")
_ALL_REACH = 3


def speak_of_study(row: Row) -> Row:
    """The row with the one study that it names, or that was spoken of last, given to what has no cohort yet."""
    study = study_spoken_of(row)
    if study is None:
        return row

    def told(draft: Draft) -> Draft:
        if draft.kind in (Kind.OPEN, Kind.ACCOUNTED) or draft.subject.cohort:
            return draft
        return replace(draft, subject=replace(draft.subject, cohort=study))

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
