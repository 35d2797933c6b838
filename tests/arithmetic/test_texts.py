"""Abstracts that contradict themselves, and such as only seem to, read from their text."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor import Record
from extractor.document import Abstract, Document, Source
from extractor.pipeline import extract_document
from extractor.record.record import Finding
from tests.conftest import Run

CODES = frozenset(
    (
        "estimate_outside_interval",
        "interval_reversed",
        "interval_asymmetric",
        "p_contradicts_interval",
        "p_contradicts_statistic",
        "percent_contradicts_counts",
        "arms_exceed_total",
        "percent_above_100",
        "impossible_value",
    )
)


@dataclass(frozen=True, slots=True)
class Case:
    """Texts by language, what must be found in them, and in which languages' texts the places stand."""

    why: str
    texts: tuple[tuple[str, str], ...]
    findings: tuple[str, ...]
    places: tuple[str, ...]


def _cases() -> list[Case]:
    table = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
    return [
        Case(
            entry["why"],
            tuple((code, entry[code]) for code in ("en", "zh") if code in entry),
            tuple(entry["findings"]),
            tuple(entry.get("places", ())),
        )
        for entry in table["case"]
    ]


def read(*texts: tuple[str, str]) -> Record:
    abstracts = {code: Abstract(code, text, None) for code, text in texts}
    return extract_document(Document("case", Source("case", "text"), abstracts))


def statistical(record: Record) -> list[Finding]:
    return [finding for finding in record.findings if finding.code in CODES]


@pytest.mark.parametrize("case", [pytest.param(c, id=c.why) for c in _cases()])
def test_a_text_gives_the_findings_it_must(case: Case) -> None:
    found = statistical(read(*case.texts))

    assert sorted(f"{f.severity} {f.code}" for f in found) == sorted(case.findings), [f.message for f in found]
    if case.places:
        assert tuple(place.language for f in found for place in f.places) == case.places


def test_a_message_tells_what_is_printed_and_what_follows_from_it() -> None:
    (found,) = statistical(read(("en", "The hazard ratio for death was 0.82 (95% CI, 0.60 to 1.12; P=0.03).")))

    assert found.message.startswith("P = 0.03, but HR 0.82 (95% CI 0.60 to 1.12) gives P between 0.19 and 0.24")


def test_the_places_are_the_numbers() -> None:
    text = "Response was seen in 37 of 40 patients (91%)."
    (found,) = statistical(read(("en", text)))

    assert [text[slice(*place.span)] for place in found.places] == ["37", "40", "91"]


def test_both_languages_share_one_finding() -> None:
    en = "The hazard ratio for death was 0.82 (95% CI, 0.60 to 1.12; P=0.03)."
    zh = "死亡的风险比为0.82（95%CI：0.60～1.12；P=0.03）。"
    (found,) = statistical(read(("zh", zh), ("en", en)))

    assert [place.language for place in found.places] == ["en"] * 4 + ["zh"] * 4
    assert found.facts == ("en.eff1", "zh.eff1")
    assert found.message.endswith("(in both texts).")


def test_the_check_command_shows_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "trial.txt"
    path.write_text("Response was seen in 37 of 40 patients (91%).", encoding="utf-8")
    result = run("check", path)

    assert result.exit_code == 1
    assert "error percent_contradicts_counts: 37 of 40 is 92.5%, not 91%; " in result.stdout
    assert "^" in result.stdout
