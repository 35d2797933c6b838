"""The outcomes of one abstract: mentions of the same concept, or of the same words, are one outcome."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extractor.attachment import OutcomeMention
from extractor.record.entities import Outcome
from extractor.record.base import place

_BLANK = regex.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class OutcomeIndex:
    """The outcomes in order of first mention, and the id of each mention's outcome."""

    outcomes: tuple[Outcome, ...]
    ids: tuple[tuple[OutcomeMention, str], ...]

    def id_of(self, mention: OutcomeMention) -> str | None:
        """The id of the outcome that the mention names."""
        return next((identity for known, identity in self.ids if known == mention), None)


def index_outcomes(mentions: Iterable[OutcomeMention], raw: str, prefix: str) -> OutcomeIndex:
    """All outcomes that facts speak of."""
    grouped: dict[str, list[OutcomeMention]] = {}
    for mention in sorted(set(mentions), key=lambda m: (m.span, m.adverse)):
        grouped.setdefault(_key(mention, raw), []).append(mention)
    outcomes: list[Outcome] = []
    ids: list[tuple[OutcomeMention, str]] = []
    for i, group in enumerate(grouped.values(), 1):
        names = list(dict.fromkeys(m.span.of(raw) for m in group))
        identity = f"{prefix}.o{i}"
        outcomes.append(
            Outcome(
                id=identity,
                name=names[0],
                aliases=tuple(names[1:]),
                concept=group[0].concept,
                spans=tuple(dict.fromkeys(place(m.span) for m in group)),
            )
        )
        ids += [(m, identity) for m in group]
    return OutcomeIndex(tuple(outcomes), tuple(ids))


def _key(mention: OutcomeMention, raw: str) -> str:
    if mention.concept and not mention.modified:
        return mention.concept
    return _BLANK.sub(" ", mention.span.of(raw)).lower()
