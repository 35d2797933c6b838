"""The languages hold the same files, lexicons and codes; what one lacks on purpose stands in gaps.toml."""

import tomllib
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from extractor.knowledge.loader import languages, pattern_folder, read_folder
from extractor.knowledge.models import PatternFile


class Gap(BaseModel):
    """A file, a lexicon or a code that a language does not have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    file: str
    lexicon: str | None = None
    code: str | None = None
    why: str = ""


class Gaps(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gap: tuple[Gap, ...] = ()


def test_what_differs_between_languages_is_listed() -> None:
    listed = Gaps.model_validate(tomllib.loads((pattern_folder() / "gaps.toml").read_text(encoding="utf-8"))).gap
    found = set(_gaps())

    assert all(gap.why for gap in listed)
    assert sorted(found - {_bare(gap) for gap in listed}, key=str) == []
    assert sorted({_bare(gap) for gap in listed} - found, key=str) == [], "no gap any more"


def _bare(gap: Gap) -> Gap:
    return gap.model_copy(update={"why": ""})


def _gaps() -> Iterator[Gap]:
    contents = {one.code: _contents(one.code) for one in languages()}
    everything = {entry for entries in contents.values() for entry in entries}
    for code, entries in contents.items():
        lacking = everything - entries
        for file, lexicon, entry in lacking:
            wider = {(file, None, None), (file, lexicon, None)} - {(file, lexicon, entry)}
            if not wider & lacking:  # a missing file is one gap, not one for each of its codes
                yield Gap(language=code, file=file, lexicon=lexicon, code=entry)


def _contents(code: str) -> set[tuple[str, str | None, str | None]]:
    files = read_folder(pattern_folder() / code)
    return {
        (path.split("/", maxsplit=1)[1], lexicon, entry)
        for path, file in files.items()
        for lexicon, entry in _entries(file)
    }


def _entries(file: PatternFile) -> Iterator[tuple[str | None, str | None]]:
    yield None, None
    for name, codes in file.lexicon.items():
        yield name, None
        yield from ((name, code) for code in codes)
