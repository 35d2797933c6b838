"""`bitrial batch`: order, isolation of failures, any number of jobs, resume."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.batch import Failure, Item, documents, lines
from extractor.commands.files import files_of
from extractor.document import Document
from extractor.errors import InputError
from extractor.pipeline import extract_document
from extractor.record.record import Record
from tests.conftest import Run

LINE = '{"id": "r%d", "en": "Of %d patients, 5%% died."}\n'


class Deadly(Document):
    """Ends the process that is given it."""

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (9,)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Fifty records in three files, one of them deeper, and things to be passed over."""
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    parts = {"b.jsonl": range(20), "a.jsonl": range(20, 40), "deep/c.jsonl": range(40, 50)}
    for name, numbers in parts.items():
        (folder / name).write_text("".join(LINE % (n, n + 10) for n in numbers), encoding="utf-8")
    (folder / ".hidden" / "d.jsonl").write_text(LINE % (99, 99), encoding="utf-8")
    (folder / "notes.unknown").write_text("not for us", encoding="utf-8")
    return folder


def _ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()]


IN_ORDER = [f"r{n}" for n in (*range(20, 40), *range(20), *range(40, 50))]


def test_folders_are_read_to_the_bottom_in_order(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("batch", folder, "-o", out, "--jobs", 1)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{out}: 50 records written, 0 failed\n"
    assert _ids(out) == IN_ORDER


def test_jobs_change_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    run("batch", folder, "-o", one, "--jobs", 1)
    result = run("batch", folder, "-o", two, "--jobs", 2, "--quiet")

    assert (result.exit_code, result.output) == (0, "")
    assert one.read_bytes() == two.read_bytes()


def test_an_output_among_the_inputs_is_not_read(run: Run, folder: Path) -> None:
    out = folder / "out.jsonl"
    run("batch", folder, "-o", out, "--jobs", 1)
    again = run("batch", folder, "-o", out, "--jobs", 1)

    assert again.exit_code == 0
    assert _ids(out) == IN_ORDER


def test_a_failure_is_reported_with_file_and_record(run: Run, folder: Path, tmp_path: Path) -> None:
    bad = folder / "a.jsonl"
    bad.write_text(LINE % (1, 1) + "{broken\n" + LINE % (2, 2), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    out = tmp_path / "out.jsonl"
    result = run("batch", folder, "-o", out, "--jobs", 1)

    assert result.exit_code == 3
    assert f"bitrial: {bad}, record 2: " in result.stderr
    assert f"bitrial: {folder / 'empty.txt'}: " in result.stderr
    assert len(_ids(out)) == 32


def test_nothing_readable_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "out.jsonl"

    assert run("batch", tmp_path / "empty.txt", "-o", out, "--jobs", 1).exit_code == 2
    assert run("batch", tmp_path / "missing", "-o", out, "--jobs", 1).exit_code == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty.txt"]


def test_a_folder_without_anything_for_us_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file"):
        files_of([str(tmp_path)])


@pytest.mark.parametrize("torn", [b"", b'{"schema_version": "1.0", "id'])
def test_resume_goes_on_where_an_earlier_run_ended(run: Run, folder: Path, tmp_path: Path, torn: bytes) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run("batch", folder, "-o", whole, "--jobs", 1)
    written = whole.read_bytes().splitlines(keepends=True)
    part = tmp_path / "out.jsonl.part"
    part.write_bytes(b"".join(written[:17]) + torn)
    result = run("batch", folder, "-o", out, "--jobs", 1, "--resume")

    assert result.stderr == f"{out}: 33 records written, 0 failed, 17 were there before\n"
    assert out.read_bytes() == whole.read_bytes()
    assert not part.exists()


def test_resume_of_a_finished_run_reads_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("batch", folder, "-o", out, "--jobs", 1)
    before = out.read_bytes()
    result = run("batch", folder, "-o", out, "--jobs", 1, "--resume")

    assert (result.exit_code, out.read_bytes()) == (0, before)
    assert "0 records written" in result.stderr


def test_resume_refuses_what_no_run_has_written(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "diary.txt"
    out.write_text("Dear diary\n", encoding="utf-8")
    result = run("batch", folder, "-o", out, "--jobs", 1, "--resume")

    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "Dear diary\n"


def test_a_device_is_no_place_for_a_batch(run: Run, folder: Path) -> None:
    assert run("batch", folder, "-o", "/dev/null", "--jobs", 1).exit_code == 2
    assert Path("/dev/null").is_char_device()


def test_a_fault_of_ours_is_one_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items: list[Item] = list(documents([str(folder / "b.jsonl")]))
    faulty = items[3]

    def extract_or_fail(document: Document) -> Record:
        if document is faulty:
            raise KeyError("slot")
        return extract_document(document)

    monkeypatch.setattr("extractor.batch.extract_document", extract_or_fail)
    results = list(lines(items, jobs=1))

    assert [isinstance(result, Failure) for result in results] == [n == 3 for n in range(20)]
    assert "a fault of bitrial (KeyError: 'slot')" in getattr(results[3], "message", "")


def test_a_lost_process_is_one_failure(folder: Path) -> None:
    items: list[Item] = list(documents([str(folder / "b.jsonl")]))
    fifth = items[4]
    assert isinstance(fifth, Document)
    items[4] = Deadly(fifth.id, fifth.source, fifth.abstracts)
    results = list(lines(items, jobs=2))

    assert [isinstance(result, Failure) for result in results] == [n == 4 for n in range(20)]
    assert "b.jsonl, record 5: the process that read it was ended" in getattr(results[4], "message", "")
