"""Runs the grammar: stage by stage, each match of a rule becomes one composite piece."""

from collections.abc import Sequence

from extractor.knowledge import Language
from extractor.knowledge.grammar import Rule, RuleMatch, matches
from extractor.knowledge.lexicon import Sense
from extractor.pieces.piece import Part, Piece
from extractor.spans import Span

HEAD = "head"
"""The slot whose meaning the composite takes over; a rule without it makes a piece of its own kind."""


def reduce_pieces(pieces: Sequence[Piece], language: Language) -> list[Piece]:
    """The pieces after all stages of the grammar."""
    row = list(pieces)
    for _, rules in language.grammar.stages:
        row = reduce_stage(row, rules, language)
    return row


def reduce_stage(row: Sequence[Piece], rules: Sequence[Rule], language: Language) -> list[Piece]:
    """The pieces after one stage: each match of one of its rules has become one piece."""
    encoded = language.grammar.encode(p.senses for p in row)
    reduced: list[Piece] = []
    position = 0
    for match in matches(rules, encoded):
        reduced += row[position : match.start]
        reduced.append(_compose(row, match))
        position = match.end
    return reduced + list(row[position:])


def _compose(row: Sequence[Piece], match: RuleMatch) -> Piece:
    parts = tuple(Part(slot, row[i]) for slot, start, end in match.slots for i in range(start, end))
    head = next((p.piece for p in parts if p.slot == HEAD), None)
    made = Sense(match.rule.model.makes.lower(), "")
    senses = head.senses if head is not None and any(s.lexicon == made.lexicon for s in head.senses) else (made,)
    return Piece(
        Span(row[match.start].span.start, row[match.end - 1].span.end),
        senses,
        parts=parts,
        rule=match.rule.model.id,
    )
