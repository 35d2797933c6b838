"""Bounds behind a comma, with no label and no brackets of their own: only those that enclose the number before them."""

import pytest

from extractor import extract

HEAD = "Methods: 120 patients were randomised to drug A (n=60) or drug B (n=60). Results: "

BOUNDS = [
    ("Median survival was 25.3 months, 20.6 to 33.9; the hazard ratio was not told.", [("25.3", "20.6", "33.9")]),
    ("Median survival was shorter with drug B (17.2 months, 15.7-21.1; in all).", [("17.2", "15.7", "21.1")]),
    ("Median survival was 25.3 months, 30.6 to 33.9 in the rest.", [(n, None, None) for n in ("25.3", "30.6", "33.9")]),
    (
        "Median survival was 5.1, 6.3, 4.2 to 7.1 months in all.",
        [(n, None, None) for n in ("5.1", "6.3", "4.2")],
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), BOUNDS)
def test_bounds_that_enclose(sentence: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    """The number and its bounds, whether they are read as an interval or as a range."""
    found = extract(HEAD + sentence).en
    assert found is not None
    told = []
    for estimate in sorted(found.estimates, key=lambda e: e.span):
        around = estimate.interval or estimate.spread
        low, high = (around.low, around.high) if around else (None, None)
        value = estimate.value.text if estimate.value else ""
        told.append((value, low.text if low else None, high.text if high else None))
    assert told == wanted
