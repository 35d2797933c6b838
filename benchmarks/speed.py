"""Measures how long the texts of a JSON Lines file take, and strings made to be slow.

    python benchmarks/speed.py FILE… [--slowest N]

Prints the median, the 99th percentile and the longest time of a text in milliseconds, the N slowest texts, and the
seconds that each hostile string takes. No test: the figures depend on the machine.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extractor import extract
from extractor.batch import Failure, documents
from extractor.pipeline import extract_document

HOSTILE = {
    "10,000 digits": "1" * 10_000,
    "10,000 brackets": "(" * 5_000 + ")" * 5_000,
    "10,000 brackets opened": "(" * 10_000,
    "brackets of three kinds": "([{" * 3_000,
    "95% CI, 2,000 times": "95% CI " * 2_000,
    "5,000 numbers": "5 " * 5_000,
    "5,000 numbers in a list": "5, " * 5_000,
    "5,000 points": "1." * 5_000,
    "5,000 dashes": "1-" * 5_000,
    "2,000 shares": "5% (3/4), " * 2_000,
    "2,500 contrasts": "5% vs " * 2_500,
    "2,000 sizes": "n = 5, " * 2_000,
    "2,000 groups": "group A (n=5), " * 2_000,
    "2,000 P values": "P<0.05 " * 2_000,
    "3,000 number words": "one hundred " * 3_000,
    "10,000 Chinese numerals": "三百" * 5_000,
    "4,000 Chinese percent signs": "百分之" * 4_000,
    "1,500 Chinese groups": "A组5例；" * 1_500,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--slowest", type=int, default=3, metavar="N")
    options = parser.parse_args()
    extract("Results: 5 patients died. 结果：5例死亡。")  # loads the patterns, which is no part of the time
    if options.paths:
        _print_texts(options.paths, options.slowest)
    for name, text in HOSTILE.items():
        start = time.perf_counter()
        extract("Results: " + text)
        sys.stdout.write(f"{time.perf_counter() - start:8.2f} s   {name}\n")
    return 0


def _print_texts(paths: list[str], slowest: int) -> None:
    times: list[tuple[float, str]] = []
    for item in documents(paths):
        if not isinstance(item, Failure):
            start = time.perf_counter()
            extract_document(item)
            times.append((1000 * (time.perf_counter() - start), str(item.id)))
    times.sort(reverse=True)
    if not times:
        return
    middle, last = statistics.median(t for t, _ in times), times[len(times) // 100][0]
    sys.stdout.write(f"{len(times)} texts: median {middle:.0f} ms, 99 % {last:.0f} ms, longest {times[0][0]:.0f} ms\n")
    sys.stdout.writelines(f"{spent:8.0f} ms  {name}\n" for spent, name in times[:slowest])


if __name__ == "__main__":
    sys.exit(main())
