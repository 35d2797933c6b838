"""A name found for a part of the population, before it is known which names mean the same part."""

from dataclasses import dataclass

from extractor.spans import Span


@dataclass(frozen=True, slots=True)
class CohortName:
    """Where a name stands, the tokens that tell it from others, its shorter forms, and the name that it glosses.

    `is_study`: the people of one study or part of a study, of which whole paragraphs speak.
    """

    span: Span
    key: frozenset[str]
    shorts: tuple[str, ...] = ()
    gloss_of: Span | None = None
    is_study: bool = False


def same_place(one: CohortName, other: CohortName) -> bool:
    """Whether one of the names glosses the other: 'pretreated cohort (cohort B)'."""
    return one.gloss_of == other.span or other.gloss_of == one.span
