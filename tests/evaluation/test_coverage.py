"""`bitrial evaluate --coverage`: what became of the numbers of texts without annotations."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

TEXT = (
    "Methods: Adults took 40 mg daily. Results: Of 120 patients, 12 (10%) died. The zorp was 3 to 7 zaps after 8 blips."
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.jsonl"
    path.write_text(json.dumps({"id": "a", "en": TEXT}) + "\n", encoding="utf-8")
    return path


def test_every_number_is_counted_once(run: Run, text: Path) -> None:
    result = run("evaluate", "--coverage", text, "--format", "json")
    rows = {row["section"]: row for row in json.loads(result.stdout)["coverage"]}

    assert result.exit_code == 0
    assert list(rows) == ["results", "all"]
    assert rows["all"]["numbers"] == rows["results"]["numbers"] + 1
    for row in rows.values():
        assert row["facts"] + row["other"] + row["unread"] == pytest.approx(1, abs=0.001)
    assert rows["results"]["facts"] > rows["all"]["facts"]


def test_a_table_and_the_numbers_not_read(run: Run, text: Path) -> None:
    plain = run("evaluate", "--coverage", text).stdout
    told = run("evaluate", "--coverage", text, "--errors", "9").stdout

    assert plain.splitlines()[0].split() == ["numbers", "facts", "other", "unread"]
    assert told.startswith(plain)
    assert all(line.startswith("a en: not read ") for line in told[len(plain) :].splitlines())


def test_standard_input_and_several_files(run: Run, text: Path) -> None:
    from_input = run("evaluate", "--coverage", "-", input=text.read_bytes())
    twice = run("evaluate", "--coverage", text, text, "--format", "json")

    assert from_input.exit_code == twice.exit_code == 0
    once = json.loads(run("evaluate", "--coverage", text, "--format", "json").stdout)["coverage"]
    assert [row["numbers"] for row in json.loads(twice.stdout)["coverage"]] == [2 * row["numbers"] for row in once]


def test_what_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", "--coverage", tmp_path / "none.jsonl")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "none.jsonl" in result.stderr


def test_a_corpus_shows_its_coverage_below_the_scores(run: Run, corpus: Path) -> None:
    rows = json.loads(run("evaluate", corpus, "--format", "json").stdout)["coverage"]

    assert {(row["language"], row["section"]) for row in rows} == {
        (language, section) for language in ("en", "zh") for section in ("results", "all")
    }
    assert all(row["unread"] < 0.02 for row in rows)
