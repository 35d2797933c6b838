"""The border to the record: the only place that knows which of the two sides is which language."""

from dataclasses import dataclass
from typing import Literal

from extractor.record.record import Agreement, Extraction, FindingCode, Pair

Language = Literal["en", "zh"]
Status = Literal["consistent", "inconsistent", "incomplete"]


@dataclass(frozen=True, slots=True)
class IdPair:
    """The ids of one fact, on the left and on the right."""

    left: str
    right: str


def check_sides(left: Extraction, right: Extraction) -> None:
    """Refuse two extractions of the same language."""
    if left.language == right.language:
        raise ValueError(f"cannot compare {left.language} with itself: two languages are needed")


def missing_code(absent_from: Language) -> FindingCode:
    """The code of a finding about something that `absent_from` does not state."""
    return "missing_in_en" if absent_from == "en" else "missing_in_zh"


def is_missing(code: FindingCode) -> bool:
    """Whether a finding is about something that one language does not state."""
    return code in ("missing_in_en", "missing_in_zh")


def language_name(language: Language) -> str:
    """How a message calls the language."""
    return "English" if language == "en" else "Chinese"


def as_agreement(
    left_language: Language,
    status: Status,
    pairs: tuple[IdPair, ...],
    left_only: tuple[str, ...],
    right_only: tuple[str, ...],
) -> Agreement:
    """The agreement in the record's own terms."""
    if left_language == "en":
        listed = tuple(Pair(en=pair.left, zh=pair.right) for pair in pairs)
        return Agreement(status=status, pairs=listed, en_only=left_only, zh_only=right_only)
    listed = tuple(Pair(en=pair.right, zh=pair.left) for pair in pairs)
    return Agreement(status=status, pairs=listed, en_only=right_only, zh_only=left_only)
