"""`bitrial extract`: what is written where, and what the exit status says."""

import json
from pathlib import Path

import jsonschema
import pytest

from extractor.record.record import Record, json_schema
from tests.conftest import Run

PAIR = '{"id": "%s", "en": "Of %d patients, 5%% died.", "zh": "%d例患者中死亡率为5%%。"}\n'


@pytest.fixture
def several(tmp_path: Path) -> Path:
    path = tmp_path / "several.jsonl"
    path.write_text("".join(PAIR % (f"r{n}", n, n) for n in (20, 30, 40)), encoding="utf-8")
    return path


def test_one_record_is_indented_json(run: Run, abstract: Path) -> None:
    result = run("extract", abstract)

    assert result.exit_code == 0
    assert result.stdout.startswith('{\n  "schema_version"')
    assert result.stderr == ""
    jsonschema.validate(json.loads(result.stdout), json_schema())


def test_compact_is_one_line(run: Run, abstract: Path) -> None:
    result = run("extract", abstract, "--compact")

    assert result.stdout.count("\n") == 1
    assert Record.model_validate_json(result.stdout).en is not None


def test_several_records_are_json_lines(run: Run, several: Path) -> None:
    result = run("extract", several)

    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["r20", "r30", "r40"]


def test_several_inputs_are_json_lines_in_their_order(run: Run, several: Path, abstract: Path) -> None:
    result = run("extract", abstract, several)

    sources = [json.loads(line)["source"] for line in result.stdout.splitlines()]
    assert [(Path(s["name"]).name, s["index"]) for s in sources] == [
        (abstract.name, 0),
        (several.name, 0),
        (several.name, 1),
        (several.name, 2),
    ]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(run: Run, abstract: Path, arguments: tuple[str, ...]) -> None:
    result = run("extract", *arguments, input=abstract.read_bytes())

    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["name"] == "-"


def test_every_number_is_where_it_is_said_to_be(run: Run, abstract: Path) -> None:
    record = Record.model_validate_json(run("extract", abstract).stdout)

    assert record.en is not None
    assert record.zh is not None
    for extraction in (record.en, record.zh):
        numbers = [e.value for e in extraction.effects if e.value is not None]
        assert numbers
        for number in numbers:
            assert extraction.text[slice(*number.span)] == number.text


def test_the_same_input_gives_the_same_bytes(run: Run, abstract: Path) -> None:
    assert run("extract", abstract).stdout_bytes == run("extract", abstract).stdout_bytes


def test_a_bad_record_is_reported_and_the_others_are_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_text(PAIR % ("a", 20, 20) + "not json\n" + PAIR % ("b", 30, 30), encoding="utf-8")
    result = run("extract", path)

    assert result.exit_code == 3
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b"]
    assert result.stderr.startswith(f"bitrial: {path}, record 2: ")
    assert result.stderr.count("\n") == 1


def test_a_missing_input_among_others_leaves_the_others(run: Run, abstract: Path, tmp_path: Path) -> None:
    result = run("extract", tmp_path / "missing.txt", abstract)

    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1 or result.stdout.startswith("{")
    assert "missing.txt" in result.stderr


def test_the_output_file_is_written_whole(run: Run, abstract: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    out.write_text("old", encoding="utf-8")
    result = run("extract", abstract, "-o", out)

    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes() == run("extract", abstract).stdout_bytes
    assert list(tmp_path.iterdir()) == [out]


def test_an_output_file_stays_as_it_was_when_nothing_can_be_read(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    out.write_text("old", encoding="utf-8")
    result = run("extract", tmp_path / "missing.txt", "-o", out)

    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_device_is_written_to_and_not_replaced(run: Run, abstract: Path) -> None:
    result = run("extract", abstract, "-o", "/dev/null")

    assert result.exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("place", ["no/such/folder/out.json", "."])
def test_an_output_that_cannot_be_written_is_refused(run: Run, abstract: Path, tmp_path: Path, place: str) -> None:
    result = run("extract", abstract, "-o", tmp_path / place)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("bitrial: ")


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        pytest.param("Of 40 patients, 12 (30%) responded.", {"en"}, id="english alone"),
        pytest.param("40例患者中，12例（30%）缓解。", {"zh"}, id="chinese alone"),
        pytest.param("Patients did well.", {"en"}, id="no numbers"),
    ],
)
def test_what_an_abstract_may_lack(run: Run, tmp_path: Path, text: str, languages: set[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    result = run("extract", path)
    record = json.loads(result.stdout)

    assert result.exit_code == 0
    assert {code for code in ("en", "zh") if record[code] is not None} == languages
    assert record["agreement"] is None
