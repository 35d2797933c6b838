"""Counts the numbers of all records of some inputs and those that are not what their place in the text says.

    python benchmarks/grounding.py FILE… [--jobs N]

Prints one line: records, numbers, ungrounded numbers, failures. Exit status 1 where a number is not grounded.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extractor.batch import Failure, documents, lines
from extractor.record.base import Reported
from extractor.record.record import Extraction, Record


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    records = numbers = failures = 0
    bad: list[str] = []
    for line in lines(documents(options.paths), options.jobs):
        if isinstance(line, Failure):
            failures += 1
            continue
        record = Record.model_validate_json(line)
        records += 1
        for half in (record.en, record.zh):
            for number in _numbers(half) if half else ():
                numbers += 1
                if half and half.text[number.span[0] : number.span[1]] != number.text:
                    bad.append(f"{record.id} {number}")
    sys.stdout.write(f"records {records}, numbers {numbers}, ungrounded {len(bad)}, failures {failures}\n")
    sys.stdout.writelines(f"{line}\n" for line in bad[:20])
    return 1 if bad or failures else 0


def _numbers(value: object) -> Iterator[Reported]:
    if isinstance(value, Reported):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _numbers(one)
    elif isinstance(value, Extraction) or hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:  # type: ignore[attr-defined]  # every model has its fields
            yield from _numbers(getattr(value, name))


if __name__ == "__main__":
    sys.exit(main())
