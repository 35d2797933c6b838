"""A pattern file that cannot be used is refused, and the complaint names the file and the entry."""

import shutil
from pathlib import Path

import pytest

from extractor.errors import PatternError
from extractor.knowledge.language import Language
from extractor.knowledge.loader import COMMON, compile_language, pattern_folder, read_folder

PATTERN = """
[[pattern]]
id = "test.entry"
kind = "test"
why = "For the test."
regex = '{regex}'
[[pattern.examples]]
text = "x"
{more}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the patterns, to be spoilt."""
    return Path(shutil.copytree(pattern_folder(), tmp_path / "patterns"))


def _compile(folder: Path) -> Language:
    return compile_language(read_folder(folder / COMMON), read_folder(folder / "en"), "en")


@pytest.mark.parametrize(
    ("content", "names"),
    [
        pytest.param(PATTERN.format(regex="(?&nowhere)", more=""), ["test.entry", "nowhere"], id="unknown fragment"),
        pytest.param(PATTERN.format(regex="(unclosed", more=""), ["test.entry"], id="broken regex"),
        pytest.param(PATTERN.format(regex="x", more="slot = 1"), ["pattern.0.examples.0.slot"], id="unknown key"),
        pytest.param("[unknown]\na = 1", ["unknown"], id="unknown table"),
        pytest.param("[lexicon.measure]\nHR = []", ["lexicon.measure.HR"], id="code without a term"),
        pytest.param("[lexicon.measure\n", ["whole file"], id="no TOML"),
        pytest.param('[[pattern]]\nid = "test.entry"', ["pattern.0"], id="pattern without a why"),
    ],
)
def test_a_fault_is_named(folder: Path, content: str, names: list[str]) -> None:
    (folder / "en" / "spoilt.toml").write_text(content, encoding="utf-8")

    with pytest.raises(PatternError) as caught:
        _compile(folder)

    assert "en/spoilt.toml" in str(caught.value)
    for name in names:
        assert name in str(caught.value)


def test_a_fragment_defined_twice_is_refused(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / "en" / f"{name}.toml").write_text("[fragments]\nsame_name = 'x'", encoding="utf-8")

    with pytest.raises(PatternError, match=r"en/two\.toml, same_name"):
        _compile(folder)


def test_a_file_that_is_no_text_is_refused(folder: Path) -> None:
    (folder / "en" / "spoilt.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(PatternError, match=r"en/spoilt\.toml"):
        _compile(folder)


def test_a_language_needs_its_own_table(folder: Path) -> None:
    (folder / "en" / "language.toml").unlink()

    with pytest.raises(PatternError, match="en, language"):
        _compile(folder)


def test_the_untouched_copy_compiles(folder: Path) -> None:
    assert _compile(folder).code == "en"
