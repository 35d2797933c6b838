"""What a pattern file may say: pydantic models that refuse anything else."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

NonEmpty = Annotated[str, StringConstraints(min_length=1)]
Spellings = Annotated[list[NonEmpty], Field(min_length=1)]


class FileModel(BaseModel):
    """Frozen, and strict about unknown keys: a misspelt key is an error, not a silent default."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Example(FileModel):
    """A text that must match, and what its named slots then hold."""

    text: NonEmpty
    language: str | None = None
    slots: dict[str, str] = {}


class PatternModel(FileModel):
    """A regular expression over characters. `(?&name)` is replaced by the fragment of that name."""

    id: NonEmpty
    why: NonEmpty
    kind: NonEmpty
    regex: NonEmpty
    examples: Annotated[list[Example], Field(min_length=1)]
    rejects: list[NonEmpty] = []


class RuleModel(FileModel):
    """A grammar rule over typed pieces: what it makes, and the sequence of pieces it reads.

    `pieces` is a regular expression whose words are kinds (`NUMBER`, `UNIT`) or kind and code (`BOUND.not_estimable`),
    each optionally named (`low:NUMBER`).
    """

    id: NonEmpty
    why: NonEmpty
    makes: NonEmpty
    pieces: NonEmpty
    not_before: str | None = None
    not_after: str | None = None
    examples: Annotated[list[Example], Field(min_length=1)]
    rejects: list[Example] = []


class LanguageModel(FileModel):
    """What is true of a language as a whole."""

    code: NonEmpty
    name: NonEmpty
    script: NonEmpty
    script_weight: int
    fold: str
    plural: str
    singular: list[tuple[str, str]]
    word: NonEmpty
    stem_lead: NonEmpty
    stem_tail: str
    qualifier_follows: bool
    count_follows: bool
    topic_first: bool
    words_parted: bool


class NumeralModel(FileModel):
    """How a language writes numbers in words: value of a word; what a multiplier multiplies; what may stand between."""

    digits: dict[str, Spellings]  # value -> words below a multiplier; the first spelling is the plain one
    multipliers: dict[str, Spellings]  # value -> words that multiply what stands before them inside a group
    scales: dict[str, Spellings]  # value -> words that close a group, and may follow a number in figures
    bare: list[str]  # multipliers that mean one of themselves where nothing stands before them
    joiners: list[str]  # may stand between a multiplier or a scale and what it leaves over
    gap: str  # regex between two words; empty: words are written without one
    elides: bool  # a last word after a multiplier counts its next lower place
    strings: int  # from how many digit words on a row is read digit by digit (fewer with a zero); 0: never
    point: list[str]
    half: list[str]  # after a number: and a half
    fraction: str  # between denominator and numerator
    denominators: dict[str, Spellings]  # after a numerator: first spelling for one, the others for several
    ordinals: list[str]  # hyphened to a number they make it an ordinal
    ordinal_suffixes: list[str]  # glued to figures they make them an ordinal
    percent_prefix: dict[str, Spellings]  # unit -> words before its number
    vague_before: list[str]  # before a number in words: inexact, no numeral
    vague_before_bare: list[str]  # the same, but only before a bare multiplier
    vague_after: list[str]
    needs_after: list[str]  # where not empty, a number of one word is one only before these
    links: list[str]  # between two numbers of one word of which the second has its word after it
    not_after: list[str]  # after these no number in words begins
    not_numerals: list[str]  # words that begin like a number and are none
    sign_after: list[str]  # words after which a glued minus is a sign although it follows a letter
    negative: list[str]  # words before figures that make them negative


class PatternFile(FileModel):
    """One TOML file."""

    language: LanguageModel | None = None
    numeral: NumeralModel | None = None
    characters: dict[str, str] = {}
    lexicon: dict[str, dict[str, Spellings]] = {}
    fragments: dict[str, NonEmpty] = {}
    pattern: list[PatternModel] = []
    rule: list[RuleModel] = []
