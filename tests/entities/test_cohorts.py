"""The parts of a population in short texts written for this, and the figures that are of them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.document import Abstract
from extractor.pipeline import read

HERE = Path(__file__).parent


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for group in tomllib.loads((HERE / "cohorts.toml").read_text(encoding="utf-8")).values():
        for code, rows in group.items():
            for text, figures in rows:
                yield code, text, figures


@pytest.mark.parametrize(("code", "text", "figures"), list(cases()))
def test_the_cohorts_of_figures(code: str, text: str, figures: list[str]) -> None:
    """Each figure that has a cohort, with the cohort's name, in text order."""
    reading = read(Abstract(code, text, None))
    names = {c.id: c.name for c in reading.cohorts}
    drafts = [
        (d.span.of(text), names[d.subject.cohort]) for row in reading.rows for d in row.drafts if d.subject.cohort
    ]
    assert [f"{printed} = {name}" for printed, name in drafts] == figures
