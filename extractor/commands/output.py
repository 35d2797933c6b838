"""Where a command's data goes: standard output, or a file that is either written whole or left as it was."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from extractor.commands.options import STANDARD
from extractor.errors import BitrialError


@contextmanager
def output(path: str) -> Iterator[TextIO]:
    """A stream for the data; a file takes its new content only when the block ends well."""
    if path == STANDARD:
        yield sys.stdout
        return
    target = writable(path)
    if target.exists() and not target.is_file():
        # A device or a pipe: written to, never replaced.
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
    else:
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            put(part, target)
        finally:
            part.unlink(missing_ok=True)


def writable(path: str) -> Path:
    """The file that `path` leads to; a clear complaint where no file can be written."""
    target = Path(path).resolve()
    if target.is_dir():
        raise BitrialError(f"{path}: is a folder. Name a file in it")
    if not target.parent.is_dir():
        raise BitrialError(f"{path}: its folder does not exist. Make it first")
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        raise BitrialError(f"{path}: may not be written. Choose another place")
    return target


def put(part: Path, target: Path) -> None:
    """`part` in the place of `target`, in one step, with the rights that `target` had."""
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)
