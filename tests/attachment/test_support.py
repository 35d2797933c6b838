"""Bare numbers: what supports one as a result, who becomes a size, and what stays unread."""

import pytest

from extractor import extract

READ = [
    ("count of an event", "Results: There were 160 incident strokes.", [], ["160"]),
    ("people whose outcome is told", "Results: 14 patients died.", [], ["14"]),
    ("listed in a bracket", "Results: Events occurred in 19 (13%) women (3 deaths, 7 valve repairs).", [], ["13", "3", "7"]),
    ("score", "Results: The pain score was 4 versus 7.", [], ["4", "7"]),
    ("people of whom nothing is told", "Results: Of all, 22 patients with average age of 54 came.", ["22"], ["54"]),
    ("people of whom nothing is told, named", "Results: Among the 423 patients with a score of 5% or more, survival was 4.2 months.", ["423"], ["4.2"]),
    ("number of things", "Results: Mean thickness in 12 focal points was alike between the 2 treatment groups.", [], []),
    ("part of a name", "Results: Levels of IL-6 fell by 12%.", [], ["12"]),
    ("part of a quoted name", 'Results: In group "12-" no patient relapsed, and 15% elsewhere.', [], ["15"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "sizes", "estimates"), READ, ids=[r[0] for r in READ])
def test_support(name: str, text: str, sizes: list[str], estimates: list[str]) -> None:
    """A bare number is a result only where something is told of it."""
    found = extract(text).en
    assert found is not None
    facts = [*found.estimates, *found.adverse_events]
    told = sorted(((f.value or f.events) for f in facts if f.value or f.events), key=lambda q: q.span)
    assert [s.value.text for s in found.sample_sizes] == sizes
    assert [q.text for q in told] == estimates
