"""How a command speaks: words to standard error, an exit status that means something, never a traceback."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

import typer

from extractor.errors import BitrialError

P = ParamSpec("P")


class Status(IntEnum):
    """What the exit status says."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2
    SOME_FAILED = 3
    INTERRUPTED = 130
    """Stopped from the keyboard; what a shell gives for the signal INT."""
    CUT_OFF = 141
    """The reader of our output went away; what a shell gives a program that the signal PIPE has ended."""


def say(message: str) -> None:
    """One line of words."""
    typer.echo(message, err=True)


def fail(message: str) -> None:
    """One line about what went wrong."""
    say(f"bitrial: {message}")


def command(run: Callable[P, Status]) -> Callable[P, None]:
    """`run` as a command: its status becomes the exit status, an expected error becomes one clear line."""

    @wraps(run)
    def wrapped(*args: P.args, **options: P.kwargs) -> None:
        try:
            status = run(*args, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            _forget_output()
            status = Status.CUT_OFF
        except BitrialError as error:
            fail(str(error))
            status = Status.UNUSABLE
        except OSError as error:
            fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
            status = Status.UNUSABLE
        if status:
            raise typer.Exit(status)

    return wrapped


def _forget_output() -> None:
    """Whatever is still unwritten at the end goes nowhere, instead of complaining about the closed pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
