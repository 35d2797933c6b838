"""One family of errors: each names the file, record or place it is about, and says what to do next."""


class BitrialError(Exception):
    """Anything the project raises on purpose; its text is fit to be shown to a user as it stands."""


class InputError(BitrialError):
    """An input that cannot be read: missing, a directory, not text, not the format it was said to be."""

    def __init__(self, source: str, problem: str, advice: str, *, index: int | None = None) -> None:
        self.source = source
        self.index = index
        self.problem = problem
        where = source if index is None else f"{source}, record {index + 1}"
        self.advice = advice
        super().__init__(f"{where}: {problem}. {advice}")

    def __reduce__(self) -> tuple[object, ...]:
        """How to rebuild the error in another process."""
        return _rebuild_input_error, (self.source, self.problem, self.advice, self.index)


def _rebuild_input_error(source: str, problem: str, advice: str, index: int | None) -> InputError:
    return InputError(source, problem, advice, index=index)


class PatternError(BitrialError):
    """A pattern file that cannot be used; names the file and the entry."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        self.file, self.entry, self.problem = file, entry, problem
        super().__init__(f"{file}, {entry}: {problem}")

    def __reduce__(self) -> tuple[object, ...]:
        """How to rebuild the error in another process."""
        return type(self), (self.file, self.entry, self.problem)


class GoldError(BitrialError):
    """A gold annotation that cannot be used; names the file and the record."""

    def __init__(self, file: str, record: str, problem: str) -> None:
        self.file, self.record, self.problem = file, record, problem
        super().__init__(f"{file}, record {record}: {problem}")

    def __reduce__(self) -> tuple[object, ...]:
        """How to rebuild the error in another process."""
        return type(self), (self.file, self.record, self.problem)
