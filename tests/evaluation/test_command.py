"""`bitrial evaluate`: a corpus, a file of records, a table, JSON."""

import json
from pathlib import Path

from tests.conftest import Run


def test_a_corpus_is_read_on_the_spot(run: Run, corpus: Path) -> None:
    result = run("evaluate", corpus, "--format", "json")
    scores = json.loads(result.stdout)

    assert result.exit_code == 0
    assert scores["absent"] == 0
    assert {(row["language"], row["facts"]) for row in scores["rows"]} >= {
        ("en", "all"),
        ("zh", "n"),
        ("all", "all"),
    }
    for row in scores["rows"]:
        assert row["found"]["f1"] >= row["numeric"]["f1"] >= row["complete"]["f1"]


def test_records_from_a_file_and_from_standard_input(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.jsonl"
    text.write_text('{"id": "a", "en": "Of 120 patients, 12 (10%) died."}\n', encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "lang": "en", "n": [{"n": "120", "kind": "enrolled"}]}\n', encoding="utf-8")
    records = tmp_path / "records.json"
    run("extract", text, "-o", records)
    from_file = run("evaluate", gold, records)
    from_input = run("evaluate", gold, "-", input=records.read_bytes())

    assert from_file.exit_code == 0
    assert "en  n" in from_file.stdout
    assert from_file.stdout == from_input.stdout


def test_errors_are_shown_on_demand(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.jsonl"
    text.write_text('{"id": "a", "en": "Of 120 patients, 12 (10%) died."}\n', encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "lang": "en", "n": [{"n": "999", "kind": "enrolled"}]}\n', encoding="utf-8")
    records = tmp_path / "records.json"
    run("extract", text, "-o", records)

    assert "a en n: missed value=999" in run("evaluate", gold, records, "--errors", "1").stdout
    assert "missed" not in run("evaluate", gold, records).stdout


def test_annotations_alone_have_no_texts(run: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "lang": "en"}\n', encoding="utf-8")
    result = run("evaluate", gold)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Give RECORDS too" in result.stderr


def test_what_is_no_record_is_refused(run: Run, corpus: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text('{"id": "a"}\n', encoding="utf-8")
    result = run("evaluate", corpus, records)

    assert result.exit_code == 2
    assert f"{records}, record 1: is no record (source: " in result.stderr
