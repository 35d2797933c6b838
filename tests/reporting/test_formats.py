"""The findings of `bitrial check` in each of its formats: valid, complete, and at the right place."""

import json
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote, urlparse

import jsonschema
import pytest

from extractor.record.record import FindingCode
from extractor.reporting.meanings import MEANINGS
from extractor.reporting.notices import Notice, NoticePlace, notices_schema
from extractor.reporting.sarif import show as show_sarif
from tests.conftest import Run
from tests.reporting.published import sarif_schema

EN = "Of 305 patients, 154 received the drug. The hazard ratio for death was 0.60 (95% CI, 0.41 to 0.89)."
ZH = "305例患者中154例接受该药。死亡的风险比为0.60（95% CI，0.41～0.98）。"


@pytest.fixture
def differing(tmp_path: Path) -> Path:
    path = tmp_path / "a pair, 1.txt"
    path.write_text(f"A title\n\n{EN}\n\n{ZH}\n", encoding="utf-8")
    return path


def _sarif(text: str) -> Any:
    log = json.loads(text)
    jsonschema.Draft7Validator(sarif_schema()).validate(log)
    return log


def _words(path: Path, region: Any) -> str:
    assert region["startLine"] == region["endLine"]
    line = path.read_text(encoding="utf-8").split("\n")[region["startLine"] - 1]
    start, end = int(region["startColumn"]), int(region["endColumn"])
    return str(line[start - 1 : end - 1])


def test_every_code_has_a_meaning() -> None:
    assert set(MEANINGS) == set(get_args(FindingCode))


def test_json_is_what_its_schema_says(run: Run, differing: Path) -> None:
    schema = json.loads(run("schema", "--of", "findings").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    found = json.loads(run("check", differing, "--format", "json").stdout)

    assert schema == notices_schema()
    assert found
    jsonschema.Draft202012Validator(schema).validate(found)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate([{**found[0], "code": "no such code"}])


def test_sarif_is_valid_and_points_at_the_words(run: Run, differing: Path) -> None:
    result = run("check", differing, "--format", "sarif", "--only", "interval_mismatch")
    (ran,) = _sarif(result.stdout)["runs"]
    (found,) = ran["results"]

    assert result.exit_code == 1
    assert (found["ruleId"], found["level"]) == ("interval_mismatch", "error")
    assert ran["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == "interval_mismatch"
    assert ran["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    for place in found["relatedLocations"]:
        physical = place["physicalLocation"]
        assert Path(unquote(urlparse(physical["artifactLocation"]["uri"]).path)) == differing
        assert _words(differing, physical["region"]) == place["message"]["text"]
    assert found["locations"] == found["relatedLocations"][:1]
    assert {p["message"]["text"] for p in found["relatedLocations"]} >= {"0.89", "0.98"}


def test_sarif_of_a_text_that_its_file_escapes_names_the_record(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps({"id": "a", "en": EN, "zh": ZH}) + "\n", encoding="utf-8")
    (ran,) = _sarif(run("check", path, "--format", "sarif", "--only", "interval_mismatch").stdout)["runs"]
    places = {p["properties"]["language"]: p for p in ran["results"][0]["relatedLocations"]}

    assert "region" not in places["zh"]["physicalLocation"]
    assert places["zh"]["logicalLocations"][0]["fullyQualifiedName"] == "a/zh"
    start, end = places["zh"]["properties"]["span"]
    assert ZH[start:end] == "0.98"


def test_sarif_of_standard_input_has_no_file(run: Run) -> None:
    result = run("check", "-", "--format", "sarif", "--only", "interval_mismatch", input=f"{EN}\n\n{ZH}\n")
    (found,) = _sarif(result.stdout)["runs"][0]["results"]

    assert all("physicalLocation" not in place for place in found["relatedLocations"])


def test_sarif_tells_what_could_not_be_read(run: Run, differing: Path, tmp_path: Path) -> None:
    result = run("check", differing, tmp_path / "missing.txt", "--format", "sarif")
    (invocation,) = _sarif(result.stdout)["runs"][0]["invocations"]

    assert result.exit_code == 3
    assert not invocation["executionSuccessful"]
    assert "missing.txt" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_without_findings_is_valid(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Patients did well.", encoding="utf-8")
    result = run("check", path, "--format", "sarif")

    assert (result.exit_code, _sarif(result.stdout)["runs"][0]["results"]) == (0, [])


def test_brackets_in_a_message_make_no_link(capsys: pytest.CaptureFixture[str]) -> None:
    import sys  # noqa: PLC0415 - the stream that capsys put there

    place = NoticePlace(
        language="en", span=(0, 3), quote="[1]", file="x", line=1, column=1, end_line=1, end_column=4, in_file=False
    )
    notice = Notice(
        record="r", source="x", code="p_mismatch", severity="info", message="[a](b)", facts=(), places=(place,)
    )
    show_sarif([notice], [], "0", sys.stdout)
    (found,) = _sarif(capsys.readouterr().out)["runs"][0]["results"]

    assert found["message"]["text"] == "\\[a\\](b)\n[en: \\[1\\]](1)"
    assert found["level"] == "note"


def test_github_annotates_the_line(run: Run, differing: Path) -> None:
    result = run("check", differing, "--format", "github", "--only", "interval_mismatch")
    (line,) = result.stdout.splitlines()
    command, _, message = line.removeprefix("::").partition("::")
    kind, _, properties = command.partition(" ")
    told = dict(p.split("=", maxsplit=1) for p in properties.split(","))
    text = differing.read_text(encoding="utf-8").split("\n")[int(told["line"]) - 1]

    assert kind == "error"
    assert told["file"] == str(differing).replace(",", "%2C")
    assert text[int(told["col"]) - 1 : int(told["endColumn"])] in {"0.89", "0.98"}
    assert "0.89" in message
    assert "95%25" in message or "%0A" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("colour", "is_coloured"), [({"FORCE_COLOR": "1"}, True), ({}, False), ({"NO_COLOR": "1"}, False)]
)
def test_colour_is_for_terminals(
    run: Run, differing: Path, monkeypatch: pytest.MonkeyPatch, colour: dict[str, str], *, is_coloured: bool
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in colour.items():
        monkeypatch.setenv(name, value)

    shown = run("check", differing).stdout

    assert ("\x1b[" in shown) == is_coloured
    assert "interval_mismatch" in shown
