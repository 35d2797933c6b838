"""The README cannot lie: its commands and its Python are run, and give what it shows."""

import doctest
import shlex
import tomllib
from dataclasses import dataclass

import pytest
import regex

from extractor.knowledge.loader import compile_language, language, pattern_folder, read_folder
from extractor.knowledge.models import PatternFile
from tests.conftest import ROOT, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
_ENTRY = regex.compile(r"(?P<indent>  )?(?P<names>(?:\S+(?:/|\.py)(?: |$))+)")
_BLOCK = regex.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", regex.MULTILINE | regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A command of the README and the output shown below it."""

    command: str
    output: str


def _blocks(kind: str) -> list[str]:
    return [match["body"] for match in _BLOCK.finditer(README) if match["kind"] == kind]


def _commands() -> list[Shown]:
    """The `$ bitrial …` lines of the console blocks, each with the lines up to the next."""
    shown = []
    for body in _blocks("console"):
        for part in body.split("$ bitrial ")[1:]:
            command, _, output = part.partition("\n")
            shown.append(Shown(command, output))
    return shown


@pytest.mark.parametrize("shown", [pytest.param(s, id=s.command) for s in _commands()])
def test_a_command_gives_what_is_shown(run: Run, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*shlex.split(shown.command))

    assert doctest.OutputChecker().check_output(shown.output, result.output, doctest.ELLIPSIS), result.output


@pytest.mark.parametrize("body", [pytest.param(b, id=b.splitlines()[0]) for b in _blocks("python")])
def test_python_gives_what_is_shown(body: str) -> None:
    example = doctest.DocTestParser().get_doctest(body, {}, "README", "README.md", 0)
    failures: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=failures.append)

    assert results.attempted > 0
    assert failures == []


def test_the_pattern_shown_is_one() -> None:
    (body,) = _blocks("toml")
    shown = PatternFile.model_validate(tomllib.loads(body))
    files = {**read_folder(pattern_folder() / "en"), "README.md": shown}
    (pattern,) = compile_language(read_folder(pattern_folder() / "common"), files, "en").patterns_of("example")

    for example in pattern.examples:
        match = next(pattern.finditer(example.text))
        assert {slot: match[slot] for slot in example.slots} == example.slots
    assert [text for text in pattern.rejects if pattern.regex.search(text)] == []
    for code, terms in shown.lexicon["measure"].items():
        for term in terms:
            found = language("en").lexicon.match(term, 0)
            assert found is not None
            assert code in {sense.code for sense in found.senses}


def test_every_path_of_the_layout_exists() -> None:
    layout = README.partition("## Layout")[2].partition("\n```\n")[2].partition("\n```")[0]
    entries = [match for line in layout.splitlines() if (match := _ENTRY.match(line))]

    assert len(entries) > 10
    for entry in entries:
        folder = ROOT / "extractor" if entry["indent"] else ROOT
        assert [name for name in entry["names"].split() if not (folder / name).exists()] == []


def test_setting_up_is_what_the_checks_do() -> None:
    commands = next(body for body in _blocks("sh") if "-m venv" in body)
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert "pip install -e '.[dev]'" in commands
    assert "-e '.[dev]'" in checks
