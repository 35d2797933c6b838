"""`bitrial check`: the findings, where they can be opened, and the exit status."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

EN = "Of 305 patients, 154 received the drug. The hazard ratio for death was 0.60 (95% CI, 0.41 to 0.89)."
ZH = "305例患者中154例接受该药。死亡的风险比为0.60（95% CI，0.41～0.98）。"


@pytest.fixture
def differing(tmp_path: Path) -> Path:
    path = tmp_path / "differing.txt"
    path.write_text(f"A title\n\n{EN}\n\n{ZH}\n", encoding="utf-8")
    return path


def test_a_finding_is_shown_with_its_words_and_a_place_to_open(run: Run, differing: Path) -> None:
    result = run("check", differing, "--only", "interval_mismatch")
    lines = result.stdout.splitlines()
    column = ZH.index("0.41") + 1 if "0.41" in lines[0] else None

    assert result.exit_code == 1
    assert lines[0].startswith(f"{differing}:3:") or lines[0].startswith(f"{differing}:5:{column}")
    assert ": error interval_mismatch: " in lines[0]
    assert any(line.startswith("  en | ") and "0.89" in line for line in lines)
    assert any(line.startswith("  zh | ") and "0.98" in line for line in lines)
    assert sum("^" in line for line in lines) == 2
    assert "1 error in 1 record" in result.stderr


def test_json_gives_the_same_as_data(run: Run, differing: Path) -> None:
    (found,) = json.loads(run("check", differing, "--only", "interval_mismatch", "--format", "json").stdout)

    assert (found["code"], found["severity"]) == ("interval_mismatch", "error")
    lines = differing.read_text(encoding="utf-8").split("\n")
    for place in found["places"]:
        line = lines[place["line"] - 1]
        assert line[place["column"] - 1 :].startswith(place["quote"])


def test_json_lines_gives_one_finding_a_line(run: Run, differing: Path) -> None:
    result = run("check", differing, differing, "--only", "interval_mismatch", "--format", "jsonl")

    assert [json.loads(line)["code"] for line in result.stdout.splitlines()] == ["interval_mismatch"] * 2


def test_what_is_left_out_does_not_count(run: Run, differing: Path) -> None:
    codes = {f["code"] for f in json.loads(run("check", differing, "--format", "json").stdout)}
    ignored = [argument for code in codes for argument in ("--ignore", code)]
    result = run("check", differing, *ignored)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no findings in 1 record\n"


def test_no_findings_as_json_is_an_empty_list(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Patients did well.", encoding="utf-8")
    result = run("check", path, "--format", "json")

    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_information_alone_is_no_reason_to_stop(run: Run, differing: Path) -> None:
    every = json.loads(run("check", differing, "--format", "json").stdout)
    kept = json.loads(run("check", differing, "--format", "json", "--min-severity", "error").stdout)

    assert kept == [finding for finding in every if finding["severity"] == "error"]


def test_a_failed_record_outweighs_the_findings(run: Run, differing: Path, tmp_path: Path) -> None:
    assert run("check", differing, tmp_path / "missing.txt").exit_code == 3


def test_a_place_in_json_lines_is_a_place_in_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps({"id": "a", "en": EN, "zh": ZH}, ensure_ascii=False) + "\n", encoding="utf-8")
    (found,) = json.loads(run("check", path, "--only", "interval_mismatch", "--format", "json").stdout)

    assert [(p["file"], p["line"]) for p in found["places"]] == [(str(path), 1)] * 2


def test_a_place_in_an_escaped_text_is_a_place_in_the_abstract(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps({"id": "a", "en": EN, "zh": ZH}) + "\n", encoding="utf-8")
    (found,) = json.loads(run("check", path, "--only", "interval_mismatch", "--format", "json").stdout)

    assert {p["file"] for p in found["places"] if p["language"] == "zh"} == {f"{path} (record 1, zh)"}
