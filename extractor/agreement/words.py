"""The sentences of the findings: which fact, what each text prints."""

from extractor.agreement.entities import Entity
from extractor.agreement.facts import Fact, Kind
from extractor.agreement.side import Side


def name_of(entities: tuple[Entity, ...], key: str | None) -> str | None:
    """The name of an entity by its id."""
    return next((entity.name for entity in entities if entity.id == key), None)


def described(fact: Fact, side: Side) -> str:
    """The fact in a few words: 'median of progression-free survival, cabozantinib (week 12)'."""
    what = "figure" if fact.what == "value" else fact.what  # "the value of the value of" says nothing
    head = {Kind.SIZE: "number of participants", Kind.TEST: "test"}.get(fact.kind, what or fact.kind.value)
    if fact.kind in (Kind.SIZE, Kind.TEST) and fact.what:
        head = f"{head} ({fact.what})"
    outcomes = " and ".join(n for o in fact.outcomes if (n := name_of(side.outcomes, o)))
    arm, comparator = name_of(side.arms, fact.arm), name_of(side.arms, fact.comparator)
    group = f"{arm} against {comparator}" if arm and comparator else arm
    about = [a for a in (group, name_of(side.cohorts, fact.cohort)) if a]
    time = f" ({fact.timepoint.text})" if fact.timepoint else ""
    return head + (f" of {outcomes}" if outcomes else "") + "".join(f", {a}" for a in about) + time


def quoted(text: str) -> str:
    """A printed text in quotes."""
    return f'"{text}"'


def numbers_quoted(fact: Fact, side: Side) -> str:
    """All numbers of the fact as printed, or its whole stretch."""
    if fact.leaves:
        return ", ".join(quoted(leaf.printed.text) for leaf in fact.leaves)
    return quoted(fact.span.of(side.text))


def contrast(subject: str, left: Side, left_text: str, right: Side, right_text: str) -> str:
    """What each text prints: 'The <subject> is "8.4" in the English text but "84" in the Chinese text'."""
    return (
        f"The {subject} is {quoted(left_text)} in the {left.title} text "
        f"but {quoted(right_text)} in the {right.title} text"
    )
