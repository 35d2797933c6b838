"""The statistic named for one figure is that of the figures set against it, and of none that tells something else."""

import pytest

from extractor import extract

HEAD = "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: "

TOLD = [
    ("Median time to relapse was 12 weeks with drug A and 9 with drug B.", ["median", "median"]),
    ("Mean use was 5.1 g with drug A versus 6.2 with drug B.", ["mean", "mean"]),
    ("Mean use was 5.1 g with drug A, and itch was scored 6.2 with drug B.", ["mean", "value"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_statistics_of_contrasts(sentence: str, wanted: list[str]) -> None:
    """The statistics in the order of the text."""
    found = extract(HEAD + sentence).en
    assert found is not None
    told = sorted([*found.estimates, *found.adverse_events], key=lambda e: e.span)
    assert [e.statistic for e in told] == wanted
