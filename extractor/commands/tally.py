"""What came of a run over several inputs, and the exit status that follows."""

from extractor.batch import Failure
from extractor.commands.console import Status, fail


class Tally:
    """Counts records and failures, and reports each failure when it comes."""

    def __init__(self) -> None:
        self.written = 0
        self.failed = 0
        self.unreadable = 0
        self.failures: list[str] = []

    def count(self) -> None:
        """One more record."""
        self.written += 1

    def report(self, failure: Failure) -> None:
        """One more failure, told at once."""
        self.failed += 1
        self.failures.append(failure.message)
        self.unreadable += failure.is_whole_input
        fail(failure.message)

    @property
    def is_empty(self) -> bool:
        """Whether the inputs as a whole could not be read, and nothing came of them."""
        return self.written == 0 and self.failed > 0 and self.failed == self.unreadable

    @property
    def status(self) -> Status:
        """Clean, unusable input, or some records failed."""
        if self.is_empty:
            return Status.UNUSABLE
        return Status.SOME_FAILED if self.failed else Status.CLEAN
