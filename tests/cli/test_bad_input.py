"""Whatever cannot be read gives one clear line and the status 2, never a traceback."""

import os
from pathlib import Path

import pytest

from tests.conftest import Run

COMMANDS = ("extract", "check", "explain")
BINARY = bytes(range(256)) * 40


@pytest.fixture(params=COMMANDS)
def command(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _refused(run: Run, *arguments: object) -> str:
    result = run(*arguments)
    words = [line for line in result.stderr.splitlines() if line.startswith("bitrial: ")]
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert len(words) == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return words[0]


@pytest.mark.parametrize("name", ["empty.txt", "empty.jsonl", "empty.json", "empty.xml", "empty"])
def test_an_empty_file(run: Run, command: str, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")

    assert name in _refused(run, command, tmp_path / name)


@pytest.mark.parametrize("name", ["binary.txt", "binary"])
def test_a_binary_file(run: Run, command: str, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00" + BINARY)

    assert name in _refused(run, command, tmp_path / name)


def test_a_missing_file(run: Run, command: str, tmp_path: Path) -> None:
    assert "missing.txt" in _refused(run, command, tmp_path / "missing.txt")


def test_a_folder(run: Run, command: str, tmp_path: Path) -> None:
    assert str(tmp_path) in _refused(run, command, tmp_path)


def test_a_name_that_is_no_text(run: Run, command: str, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff.txt")
    path.write_text("Of 12 patients, 5% died.", encoding="utf-8")

    assert "Rename it" in _refused(run, command, path)


def test_the_wrong_encoding(run: Run, abstract: Path) -> None:
    assert "ascii" in _refused(run, "extract", abstract, "--encoding", "ascii")


def test_an_encoding_that_does_not_exist(run: Run, abstract: Path) -> None:
    assert "utf-99" in _refused(run, "extract", abstract, "--encoding", "utf-99")


def test_a_format_that_does_not_exist(run: Run, abstract: Path) -> None:
    assert "telepathy" in _refused(run, "extract", abstract, "--format", "telepathy")


@pytest.mark.parametrize("unit", ["x", "7", "(", "Of 12 patients, 5% died (95% CI, 1 to 9). 12例患者。"])
def test_a_text_of_five_megabytes_ends_in_time(run: Run, tmp_path: Path, unit: str) -> None:
    """One unbroken word, number or row of brackets; and a hundredth as much of sentences."""
    path = tmp_path / "long.txt"
    path.write_text(unit * (5_000_000 if len(unit) == 1 else 1_000), encoding="utf-8")

    assert run("extract", path).exit_code in (0, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("frobnicate",), id="unknown command"),
        pytest.param(("extract", "--frobnicate"), id="unknown option"),
        pytest.param(("batch", "x.txt"), id="batch without an output"),
        pytest.param(("batch", "x.txt", "-o", "y", "--jobs", "0"), id="no jobs"),
        pytest.param(("check", "x.txt", "--only", "nonsense"), id="unknown finding"),
        pytest.param(("check", "x.txt", "--format", "nonsense"), id="unknown output format"),
        pytest.param(("evaluate",), id="evaluate without gold"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage:" in result.stderr
