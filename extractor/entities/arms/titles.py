"""Treatments that the title contrasts: 'A versus B for …', found again where the abstract names them."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.entities.arms.contrasts import by_contrast
from extractor.entities.arms.name import ArmName
from extractor.entities.arms.sides import contrasted
from extractor.knowledge import Language
from extractor.pieces import scan_pieces
from extractor.pieces.sentence import Sentence
from extractor.spans import Span
from extractor.text.view import view as view_of


def by_title(title: str | None, sentences: Sequence[Sentence], view: str, language: Language) -> list[ArmName]:
    """The two sides of the title's contrast at their first places in the abstract; empty where one is not named."""
    if not title:
        return []
    shown = view_of(title, language)
    whole = Span(0, len(shown))
    line = Sentence(-1, whole, "title", tuple(scan_pieces(shown, whole, language, title)))
    sides = (contrasted(line, i) for i, piece in enumerate(line.pieces) if piece.is_a("versus"))
    names = by_contrast(line) or list(next((s for s in sides if s), ()))
    found = [_placed(name, name.span.of(shown), sentences, view) for name in names]
    placed = [n for n in found if n is not None]
    return placed if len(placed) == len(found) else []


def _placed(name: ArmName, text: str, sentences: Sequence[Sentence], view: str) -> ArmName | None:
    """The name where the abstract first prints it, or its one drug under any of its spellings."""
    for sentence in sentences:
        at = sentence.span.of(view).lower().find(text.lower())
        if at >= 0:
            span = Span(sentence.span.start + at, sentence.span.start + at + len(text))
            return replace(name, span=span, full=span, sentence=sentence.index)
    if len(name.drugs) != 1:
        return None
    for sentence in sentences:
        for piece in sentence.pieces:
            if piece.is_a("drug", name.drugs[0]):
                return replace(name, span=piece.span, full=piece.span, sentence=sentence.index)
    return None
