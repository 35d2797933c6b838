"""What became of the numbers of texts that nobody annotated: facts, something else that has a name, or not read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractor.assembly.extraction import Reading
from extractor.assembly.ledger import FACT, UNREAD, ledger
from extractor.document import Document
from extractor.pipeline import read
from extractor.spans import Span

ALL, RESULTS = "all", "results"
_CONTEXT = 50


@dataclass(frozen=True, slots=True)
class Unread:
    """One number that nothing accounts for, with the words around it."""

    id: str
    language: str
    text: str


@dataclass(slots=True)
class Coverage:
    """The numbers of the results, or of whole texts, in one language."""

    language: str
    section: str
    numbers: int = 0
    facts: int = 0
    unread: int = 0

    @property
    def accounted(self) -> int:
        """The numbers that are no facts but known for what they are: doses, dates, limits, names."""
        return self.numbers - self.facts - self.unread

    def share(self, part: int) -> float:
        """The share of all numbers; 0 where there is none."""
        return part / self.numbers if self.numbers else 0.0


@dataclass(slots=True)
class Covered:
    """The counts by language and section, and the numbers not read."""

    rows: dict[tuple[str, str], Coverage] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Counts the numbers of one more document."""
        for abstract in document.abstracts.values():
            self._add(document.id, read(abstract))

    def _add(self, id: str, reading: Reading) -> None:
        results = [row.sentence.span for row in reading.rows if row.sentence.section == RESULTS]
        for entry in ledger(reading):
            sections = (ALL, RESULTS) if any(s.contains(entry.span) for s in results) else (ALL,)
            for section in sections:
                row = self.rows.setdefault((reading.language, section), Coverage(reading.language, section))
                row.numbers += 1
                row.facts += entry.account == FACT
                row.unread += entry.account == UNREAD
            if entry.account == UNREAD:
                self.unread.append(Unread(id, reading.language, _quoted(reading.raw, entry.span)))

    @property
    def sorted_rows(self) -> list[Coverage]:
        """The rows, the results of each language before its whole texts."""
        return [self.rows[key] for key in sorted(self.rows, key=lambda k: (k[0], k[1] == ALL))]


def coverage(documents: Iterable[Document]) -> Covered:
    """What became of the numbers of the documents."""
    covered = Covered()
    for document in documents:
        covered.add(document)
    return covered


def coverage_table(covered: Covered) -> Iterator[str]:
    """The lines of a table: how many numbers, and which share of them is what."""
    yield f"{'':16}{'numbers':>8}{'facts':>8}{'other':>8}{'unread':>8}"
    for row in covered.sorted_rows:
        shares = "".join(f"{row.share(part):8.3f}" for part in (row.facts, row.accounted, row.unread))
        yield f"{row.language:4}{row.section:12}{row.numbers:8}{shares}"


def unread_line(unread: Unread) -> str:
    """One number that was not read, on one line."""
    return f"{unread.id} {unread.language}: not read {unread.text}"


def _quoted(raw: str, span: Span) -> str:
    before = raw[max(0, span.start - _CONTEXT) : span.start]
    behind = raw[span.end : span.end + _CONTEXT]
    return " ".join(f"{before}[{span.of(raw)}]{behind}".split())
