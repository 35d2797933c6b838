"""The files that a list of paths stands for: folders are searched, in an order that never changes."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.errors import InputError
from extractor.readers import readers


def files_of(paths: Iterable[str], *, leave_out: frozenset[Path] = frozenset()) -> list[str]:
    """Files as they are given, folders as all files in them that a reader knows by suffix, sorted by path.

    Hidden files and folders are passed over, and so are the resolved paths in `leave_out`.
    """
    given = list(paths)
    found = [file for path in given for file in _files(path) if Path(file).resolve() not in leave_out]
    if not found:
        raise InputError(", ".join(given), "holds no file that a reader knows", "See `bitrial formats`")
    return found


def _files(path: str) -> list[str]:
    if not Path(path).is_dir():
        return [path]
    suffixes = tuple(suffix for reader in readers() for suffix in reader.suffixes)
    return [str(file) for file in sorted(_walk(Path(path))) if file.name.lower().endswith(suffixes)]


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))
