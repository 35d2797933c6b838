"""Bare numbers: what supports one as a result, who becomes a size, and what stays unread."""

import pytest

from extractor import extract

READ = [
    ("Results: There were 160 incident strokes.", [], ["160"]),
    ("Results: 14 patients died.", [], ["14"]),
    ("Results: Events occurred in 19 (13%) women (3 deaths, 7 valve repairs).", [], ["13", "3", "7"]),
    ("Results: The pain score was 4 versus 7.", [], ["4", "7"]),
    ("Results: Of all, 22 patients with average age of 54 came.", ["22"], ["54"]),
    ("Results: Among the 423 patients with asthma, survival was 4.2 months.", ["423"], ["4.2"]),
    ("Results: Thickness in 12 focal points was alike between the 2 treatment groups.", [], []),
    ("Results: Age (18-65) had an effect on pain.", [], []),
    ("Results: Levels of IL-6 fell by 12%.", [], ["12"]),
    ('Results: In group "12-" no patient relapsed, and 15% elsewhere.', [], ["15"]),
]


@pytest.mark.parametrize(("text", "sizes", "estimates"), READ)
def test_support(text: str, sizes: list[str], estimates: list[str]) -> None:
    """A bare number is a result only where something is told of it."""
    found = extract(text).en
    assert found is not None
    facts = [*found.estimates, *found.adverse_events]
    told = sorted((q for f in facts if (q := f.value or f.events) is not None), key=lambda q: q.span)
    assert [s.value.text for s in found.sample_sizes] == sizes
    assert [q.text for q in told] == estimates
