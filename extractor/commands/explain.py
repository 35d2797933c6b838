"""`bitrial explain`: which pattern read what, and what every unread number was taken for."""

from extractor.batch import Failure, documents
from extractor.commands.console import Status
from extractor.commands.options import STANDARD, Encoding, Format, Out, Paths
from extractor.commands.output import output
from extractor.commands.tally import Tally
from extractor.explanation import explain_document


def explain(
    paths: Paths = None,
    format: Format = None,
    encoding: Encoding = None,
    out: Out = STANDARD,
) -> Status:
    """Show which pattern read what, where, and what every unread number was taken for."""
    tally = Tally()
    with output(out) as stream:
        for item in documents(paths or [], format=format, encoding=encoding):
            if isinstance(item, Failure):
                tally.report(item)
                continue
            tally.count()
            stream.writelines(line + "\n" for line in explain_document(item).lines())
    return tally.status
