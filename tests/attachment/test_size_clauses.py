"""Sizes told by the clause that a count heads, and the first people that an abstract counts."""

import pytest

from extractor import extract

SIZES = [
    ("Results: 44 in the tea group and 41 in the milk group were analyzed.", ["44", "41"]),
    ("Results: A total of 90 adults who had had gout were later screened.", ["90"]),
    ("Results: In the two trials, a total of 92 and 74 patients, respectively, were screened.", ["92", "74"]),
    ("Results: 64 women were fed rice for a week. Pain fell in 20 women.", ["64"]),
    ("Results: Of 90 people, pain was seen in 30 women at rest.", ["90"]),
    (
        "Methods: We enrolled 90 eligible adults (49 with gout, 30 with asthma, and 11 with mumps).",
        ["90", "49", "30", "11"],
    ),
    (
        "Results: 30 women were enrolled: 8 in the north, 12 in the south and 10 in the west.",
        ["30", "8", "12", "10"],
    ),
    ("Results: 90 adults were enrolled: 50 had pain and 40 had nausea.", ["90"]),
    ("Results: Two patients treated with aspirin and three patients treated with tea developed a rash.", []),
    ("Results: During follow-up 90 patients died (50 with tea and 40 with milk).", []),
    ("Results: 47 patients treated with aspirin achieved a response rate of 61.7%.", ["47"]),
    ("Methods: Thirty consecutive hypertensive patients who needed tea were enrolled.", ["Thirty"]),
    ("Methods: The study involved 900 men of any age, with a core group of 700 men.", ["900"]),
    ("Methods: We ran a 3 × 2 randomized trial.", []),
    ("Results: Pain fell in 12 and 8 patients at rest.", []),
    ("Results: 52 of the 61 patients with gout were analyzed.", ["52", "61"]),
    ("Results: Pain was seen in 52 of the 61 patients who were analyzed.", []),
    ("Results: We enrolled 64 adults in the north trial and 46 in the south trial.", ["64", "46"]),
    ("Results: We enrolled 64 adults in the north trial and pain fell in 46 in the south trial.", ["64"]),
    ("Methods: Two villages (n = 165 and 54, respectively) were randomized.", ["165", "54"]),
    ("Methods: A trial was performed in 86 young and older adults with gout.", ["86"]),
    ("Methods: A trial was performed over 86 days and adults were seen.", []),
    ("Methods: After exclusions 68 adults (I = 37, B = 31) were included.", ["68", "37", "31"]),
]


@pytest.mark.parametrize(("text", "wanted"), SIZES)
def test_sizes_of_clauses(text: str, wanted: list[str]) -> None:
    """A verb of participation behind the phrase makes its counts sizes; people of a result are none."""
    found = extract(text).en
    assert found is not None
    assert [s.value.text for s in sorted(found.sample_sizes, key=lambda s: s.value.span)] == wanted
