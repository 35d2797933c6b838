"""Groups of people by what they have, beside arms by what was given: 'in the EGFR-negative group'."""

from collections.abc import Sequence

from extractor.entities.arms.entity import ArmEntity, key_of
from extractor.entities.arms.names import arm_names
from extractor.entities.cohorts.name import CohortName
from extractor.knowledge import Language
from extractor.pieces.sentence import Sentence

_LEAST = 2


def stratified(
    sentences: Sequence[Sentence], arms: Sequence[ArmEntity], view: str, language: Language
) -> list[CohortName]:
    """The groups with a head word that tell what their people have, two or more, where others are the arms."""
    taken = [s for a in arms for s in a.spans]
    names = [n for n in arm_names(sentences, view) if n.state and n.origin == "head"] if arms else []
    found = [CohortName(n.full, key_of(n.span.of(view), language)) for n in names]
    found = [n for n in found if not any(n.span.overlaps(s) for s in taken)]
    return found if len({n.key for n in found}) >= _LEAST else []
