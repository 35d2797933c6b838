"""Why the record says what it says: the numbers of each sentence, the rule that read each, what it was taken for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.assembly.extraction import Reading
from extractor.assembly.ledger import LedgerEntry, ledger
from extractor.attachment import Draft, Kind
from extractor.attachment.row import Row
from extractor.document import Document
from extractor.pipeline import read

QUOTE = 70
"""Characters of a sentence that its heading shows."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was read in each language of one document."""

    id: str
    readings: tuple[Reading, ...]

    def lines(self) -> Iterator[str]:
        """The explanation as text, a line for each number and a heading for each sentence that has one."""
        for reading in self.readings:
            yield f"# {self.id} {reading.language}"
            for arm in reading.arms:
                yield f"arm {arm.id}: {' | '.join(s.of(reading.raw) for s in arm.name_spans)}"
            for cohort in reading.cohorts:
                yield f"cohort {cohort.id}: {cohort.name}"
            entries = ledger(reading)
            for row in reading.rows:
                yield from _sentence(row, reading, entries)


def explain_document(document: Document) -> Explanation:
    """What was read in each language of a document, ready to be printed."""
    return Explanation(document.id, tuple(read(abstract) for abstract in document.abstracts.values()))


def _sentence(row: Row, reading: Reading, entries: Sequence[LedgerEntry]) -> Iterator[str]:
    own = [e for e in entries if row.sentence.span.contains(e.span)]
    if not own and not row.drafts:
        return
    quote = row.sentence.span.of(reading.raw)
    yield f"[{row.sentence.section}] {quote[:QUOTE]}{'…' if len(quote) > QUOTE else ''}"
    for draft in row.drafts:
        if draft.is_fact:
            yield f"  {_place(draft)} {draft.span.of(reading.raw)!r}: {_meaning(draft, reading)}"
    for entry in own:
        if not entry.facts:
            rule = f" (rule {entry.rule})" if entry.rule else ""
            yield f"  {entry.span.start}:{entry.span.end} {entry.span.of(reading.raw)!r}: {entry.account}{rule}"


def _place(draft: Draft) -> str:
    return f"{draft.span.start}:{draft.span.end}"


def _meaning(draft: Draft, reading: Reading) -> str:
    what = {
        Kind.SIZE: draft.population,
        Kind.ESTIMATE: draft.statistic,
        Kind.EFFECT: draft.measure,
        Kind.TEST: draft.test.test if draft.test else None,
    }.get(draft.kind)
    parts = [draft.kind.value, what or ""]
    if draft.outcomes:
        parts.append("of " + ", ".join(repr(o.span.of(reading.raw)) for o in draft.outcomes))
    if draft.timepoint:
        parts.append(f"at {draft.timepoint.span.of(reading.raw)!r}")
    subject = draft.subject
    parts += [f"arm {subject.arm}"] if subject.arm else []
    parts += [f"against {subject.comparator}"] if subject.comparator else []
    parts += [f"cohort {subject.cohort}"] if subject.cohort else []
    rule = draft.figure.rule if draft.figure else None
    return " ".join(p for p in parts if p) + (f" (rule {rule})" if rule else "")
