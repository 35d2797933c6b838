"""The outcomes stand in one order, whatever order a set of mentions happens to have in a process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CODE = """
from extractor.assembly.outcomes import index_outcomes
from extractor.attachment.draft import OutcomeMention
from extractor.spans import Span

raw = "PSA relapse"
span = Span(0, len(raw))
concepts = ("relapse", "prostate_specific_antigen", "recurrence", "progression", None)
mentions = [OutcomeMention(span, concept, adverse=False, modified=True) for concept in concepts]
print([(o.concept, o.name) for o in index_outcomes(mentions, raw, "en").outcomes])
"""


def _outcomes(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", CODE], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


def test_mentions_of_one_place_stand_in_one_order() -> None:
    assert len({_outcomes(seed) for seed in (1, 2, 3, 4)}) == 1
