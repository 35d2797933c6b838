"""The output of a batch while it grows: OUT.part, which becomes OUT at the end, or is taken up again."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.document import Document
from extractor.errors import BitrialError, InputError
from extractor.record.record import SourceInfo


class Head(BaseModel):
    """What tells one record of an output from all others."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    source: SourceInfo


def head_of(document: Document) -> Head:
    """The head that the document's record will have."""
    source = document.source
    return Head(id=document.id, source=SourceInfo(name=source.name, format=source.format, index=source.index))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An output that is being written: its file, and what is in it already."""

    part: Path
    done: frozenset[Head]


def part_of(out: Path) -> Path:
    """Where the lines go until all are there."""
    return out.with_name(out.name + ".part")


def begin(out: Path, *, resume: bool) -> Unfinished:
    """A new output, or the one that an earlier run left behind: unfinished, or else finished."""
    if out.exists() and not out.is_file():
        raise BitrialError(f"{out}: is no file. A batch gathers its lines beside its output, so that it needs one")
    part = part_of(out)
    if not resume:
        part.write_bytes(b"")
        return Unfinished(part, frozenset())
    if not part.exists():
        if out.exists():
            shutil.copyfile(out, part)
        else:
            part.write_bytes(b"")
    _drop_torn_line(part)
    return Unfinished(part, frozenset(_heads(part)))


def _heads(part: Path) -> Iterator[Head]:
    with part.open("rb") as lines:
        for index, line in enumerate(lines):
            try:
                yield Head.model_validate_json(line)
            except ValidationError as error:
                advice = "Give the output of an earlier run, or leave out --resume"
                raise InputError(str(part), "is no record", advice, index=index) from error


def _drop_torn_line(part: Path) -> None:
    """Cuts off the line that was being written when the earlier run ended."""
    whole = 0
    with part.open("rb+") as lines:
        for line in lines:
            if line.endswith(b"\n"):
                whole += len(line)
        lines.truncate(whole)
