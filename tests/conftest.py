"""What all tests share: where the corpus lies, and a command line to run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from typer.testing import CliRunner, Result

ROOT = Path(__file__).parents[1]

# Two tests at a time on two cores are slow at times: that is no fault of what they show.
settings.register_profile("bitrial", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bitrial")

Run = Callable[..., Result]


@pytest.fixture
def corpus() -> Path:
    return ROOT / "corpus"


@pytest.fixture
def abstract(corpus: Path) -> Path:
    return corpus / "texts" / "onc-lung-survival.txt"


@pytest.fixture
def run() -> Run:
    """The command line in this process: `run("extract", path, input="…")`."""
    from extractor.cli import app  # noqa: PLC0415 - a broken command must not stop the tests of the other layers

    def invoke(*arguments: object, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=input)

    return invoke
