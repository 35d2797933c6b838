"""All commands: help, version, formats, schema, explain; and the process as a user starts it."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from extractor.commands.version import VERSION
from extractor.readers import readers
from tests.conftest import ROOT, Run

COMMANDS = ("extract", "batch", "check", "explain", "evaluate", "schema", "formats")
START = [sys.executable, "-m", "extractor"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_and_stands_in_the_readme(run: Run, command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert f"bitrial {command}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in run("--help").stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"bitrial {VERSION}\n"


def test_no_command_shows_the_help_and_is_wrong_usage(run: Run) -> None:
    result = run()

    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_formats_lists_every_reader(run: Run) -> None:
    result = run("formats")

    assert result.exit_code == 0
    for reader in readers():
        assert f"  {reader.name} " in result.stdout


def test_schema_is_a_valid_schema(run: Run) -> None:
    schema = json.loads(run("schema").stdout)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_explain_says_something(run: Run, abstract: Path) -> None:
    result = run("explain", abstract)

    assert result.exit_code == 0
    assert "0.60" in result.stdout


@pytest.mark.parametrize("start", [START, [sys.executable, str(ROOT / "cli.py")]], ids=["module", "checkout"])
def test_both_ways_to_start_it(start: list[str], tmp_path: Path) -> None:
    cwd = tmp_path if start[-1].endswith("cli.py") else ROOT
    result = subprocess.run([*start, "--version"], cwd=cwd, capture_output=True, text=True, check=True)

    assert result.stdout == f"bitrial {VERSION}\n"


def test_a_closed_pipe_is_no_reason_to_complain(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    line = '{"id": "a", "en": "Of 40 patients, 5% died. ' + "They were well. " * 200 + '"}\n'
    many.write_text(line * 40, encoding="utf-8")
    with subprocess.Popen(
        [*START, "extract", str(many)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        words = process.stderr.read()

    assert (process.returncode, words) == (141, b"")


def test_output_is_utf_8_whatever_the_terminal_says(abstract: Path) -> None:
    result = subprocess.run(
        [*START, "extract", str(abstract), "--compact"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )

    assert json.loads(result.stdout.decode("utf-8"))["zh"]["language"] == "zh"


def test_no_command_loads_spacy() -> None:
    code = "import sys, extractor.cli; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
