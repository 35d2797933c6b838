"""Every corpus text gives the facts of its gold, no more and no fewer, in both languages.

What is known to fail stands in `known_failures.toml` with its reason, and must fail: a repair has to be entered there.
"""

import tomllib
from pathlib import Path

import pytest

from extractor import extract
from extractor.evaluation.facts import Comparison, Fact, Figure, Judgement
from extractor.evaluation.gold import Annotation
from extractor.evaluation.loader import read_gold
from extractor.evaluation.scores import Miss, score

CORPUS = Path(__file__).parents[2] / "corpus"
KNOWN = Path(__file__).with_name("known_failures.toml")
GOLD = [pytest.param(annotation, id=f"{annotation.id}-{annotation.lang}") for annotation in read_gold(CORPUS)]


def _known(annotation: Annotation) -> list[str]:
    entries = tomllib.loads(KNOWN.read_text(encoding="utf-8")).get("failure", [])
    mine = [e for e in entries if (e["text"], e["language"]) == (annotation.id, annotation.lang)]
    assert all(e["reason"] for e in mine)
    return sorted(e["what"] for e in mine)


def _told(miss: Miss) -> str:
    """One miss in words: 'estimates 23.9: wrong outcome', 'n 4212: missed', 'tests 0.001: extra'."""
    fact = miss.gold if miss.gold is not None else miss.answer
    assert fact is not None
    how = f"wrong {', '.join(miss.wrong)}" if miss.wrong else "missed" if miss.gold is not None else "extra"
    return f"{miss.fact_class} {_number(fact)}: {how}"


def _number(fact: Fact) -> str:
    match fact:
        case Judgement(p=p, statistic=statistic):
            return f"{p[0]}{p[1]}" if p else str(statistic)
        case Figure(value=None, events=events):
            return f"{events} events"
        case Comparison(value=value) | Figure(value=value):
            return str(value)
        case _:
            return str(fact.value)


@pytest.mark.parametrize("annotation", GOLD)
def test_a_text_gives_its_gold(annotation: Annotation) -> None:
    text = (CORPUS / "texts" / f"{annotation.id}.txt").read_text(encoding="utf-8")
    scores = score([annotation], {annotation.id: extract(text, id=annotation.id)})
    assert scores.absent == 0
    assert sorted(map(_told, scores.misses)) == _known(annotation)
