"""Every grammar rule reads its own examples, with the slots they give, and leaves its near misses alone."""

from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from extractor.knowledge import Language, language, languages
from extractor.knowledge.grammar import Rule
from extractor.knowledge.models import Example
from extractor.pieces import Piece, scan_pieces
from extractor.pieces.reduce import reduce_stage
from extractor.spans import Span
from extractor.text.view import view


def _cases(kind: str) -> list[ParameterSet]:
    return list(_each_case(kind))


def _each_case(kind: str) -> Iterator[ParameterSet]:
    for _, rules in languages()[0].grammar.stages:
        for rule in rules:
            for i, example in enumerate(getattr(rule.model, kind)):
                yield pytest.param(rule.model.id, example, id=f"{rule.model.id}-{i}")


def _read(example: Example, rule_id: str) -> tuple[str, list[Piece]]:
    """The view of the example, and its pieces after the stage that the rule belongs to."""
    known = language(example.language or "")
    shown = view(example.text, known)
    row = scan_pieces(shown, Span(0, len(shown)), known)
    for _, rules in known.grammar.stages:
        row = reduce_stage(row, rules, known)
        if any(rule.model.id == rule_id for rule in rules):
            break
    return shown, row


@pytest.mark.parametrize(("rule_id", "example"), _cases("examples"))
def test_a_rule_reads_its_examples(rule_id: str, example: Example) -> None:
    shown, row = _read(example, rule_id)
    made = [piece for piece in row if piece.rule == rule_id]
    assert made, [(p.span.of(shown), p.rule) for p in row]
    read = {slot: part.span.of(example.text) for slot in example.slots if (part := made[0].part(slot))}
    assert read == example.slots


@pytest.mark.parametrize(("rule_id", "example"), _cases("rejects"))
def test_a_rule_leaves_its_near_misses(rule_id: str, example: Example) -> None:
    _, row = _read(example, rule_id)
    assert rule_id not in [piece.rule for piece in row]


def _rules(known: Language) -> dict[str, Rule]:
    return {rule.model.id: rule for _, rules in known.grammar.stages for rule in rules}


def test_rule_ids_are_unique() -> None:
    known = languages()[0]
    assert len(_rules(known)) == sum(len(rules) for _, rules in known.grammar.stages)


def test_every_example_names_its_language() -> None:
    codes = {known.code for known in languages()}
    for rule in _rules(languages()[0]).values():
        for example in (*rule.model.examples, *rule.model.rejects):
            assert example.language in codes, rule.model.id
