"""What the wheel holds, and that it works where no checkout is near."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from extractor.commands.version import VERSION
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def _names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_nothing_but_the_package_stands_at_the_top(wheel: Path) -> None:
    top = {name.split("/", maxsplit=1)[0] for name in _names(wheel)}

    assert top == {"extractor", f"bitrial-{VERSION}.dist-info"}


def test_every_pattern_file_and_module_is_in_it(wheel: Path) -> None:
    names = set(_names(wheel))
    patterns = {f"extractor/_patterns/{p.relative_to(ROOT / 'patterns')}" for p in (ROOT / "patterns").rglob("*.toml")}
    modules = {str(p.relative_to(ROOT)) for p in (ROOT / "extractor").rglob("*.py")}

    assert patterns | modules | {"extractor/py.typed"} <= names


def test_it_works_from_elsewhere(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    text = tmp_path / "text.txt"
    text.write_text("305例患者中，死亡率为5.5%。", encoding="utf-8")
    code = "import extractor, extractor.cli; print(extractor.__file__); extractor.cli.main()"
    result = subprocess.run(
        [sys.executable, "-c", code, "extract", str(text), "--compact"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        check=True,
    )
    where, record = result.stdout.decode("utf-8").splitlines()

    assert where.startswith(str(tmp_path / "site"))
    assert '"text":"5.5"' in record


def test_the_entry_points_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for target in (*project["scripts"].values(), *project["entry-points"]["spacy_factories"].values()):
        module, _, name = target.partition(":")
        source = (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
        assert f"def {name}(" in source
