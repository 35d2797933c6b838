"""The arms of short texts written for this: one table for each way in which an abstract names its groups."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.document import Abstract
from extractor.pipeline import read

HERE = Path(__file__).parent


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for group in tomllib.loads((HERE / "arms.toml").read_text(encoding="utf-8")).values():
        for code, rows in group.items():
            for text, names in rows:
                yield code, text, names


def arms_of(code: str, text: str, title: str | None = None) -> list[str]:
    """The first name of each arm."""
    return [arm.names[0] for arm in read(Abstract(code, text, title)).arms]


@pytest.mark.parametrize(("code", "text", "names"), list(cases()))
def test_the_arms_of_a_text(code: str, text: str, names: list[str]) -> None:
    listed = [arm.names for arm in read(Abstract(code, text, None)).arms]
    wanted = [n.split(" = ") for n in names]
    assert [n[0] for n in listed] == [n[0] for n in wanted]
    assert [set(w) - set(n) for n, w in zip(listed, wanted, strict=True)] == [set()] * len(wanted)


def test_the_title_tells_what_is_contrasted() -> None:
    text = "Sixty adults took part. Relapse was seen in 12% on docetaxel and in 15% on paclitaxel."
    assert arms_of("en", text) == []
    assert arms_of("en", text, "Docetaxel versus paclitaxel in relapsing disease") == ["docetaxel", "paclitaxel"]
    assert arms_of("en", text, "Docetaxel versus nivolumab in relapsing disease") == []


def test_a_title_may_contrast_what_no_lexicon_knows() -> None:
    text = "Sixty adults took part. Relapse was seen in 12% on Zephol and in 15% on Quambax."
    assert arms_of("en", text) == []
    assert arms_of("en", text, "Zephol versus Quambax in relapsing disease") == ["Zephol", "Quambax"]
    assert arms_of("en", text, "Zephol versus Trimbel in relapsing disease") == []


def test_all_names_of_an_arm_are_its_own() -> None:
    """A bare role and what a group was given are further names of one arm, and none of another."""
    text = (
        "Adults were assigned to nivolumab (n=30) or chemotherapy (n=31). "
        "In all, nivolumab (n=30) or docetaxel or paclitaxel (n=31) was assigned to 61 adults."
    )
    named = [set(arm.names) for arm in read(Abstract("en", text)).arms]
    assert len(named) == 2
    assert not named[0] & named[1]


def test_a_group_named_by_an_event_is_not_the_event() -> None:
    """What befell people is no mention of the group of those whom it befell."""
    told = read(Abstract("zh", "患者分为DVT组和非DVT组。发生DVT 31例，DVT发病率为8%。DVT组费用为4元。"))
    marked = [p.span.of(row.view) for row in told.rows[1:] for p in row.pieces if p.is_a("arm")]
    assert marked == ["DVT组"]
