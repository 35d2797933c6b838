"""Plants one error at a time in one language of bilingual texts, and counts how many the check finds at their place.

    python benchmarks/planting.py                              # the corpus
    python benchmarks/planting.py TEXTS.jsonl [--gold GOLD.jsonl] [--most 3] [--misses] [--kind NAME] [--jobs 2]

Prints a table by kind, and what the check says of the clean texts. With gold, only numbers of facts that both
languages state are changed; without, every number that both tell in the same order.
"""

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.planted.judge import KINDS, caught, findings, new_findings, sample
from tests.planted.plants import Planted
from tests.planted.texts import Bilingual, corpus, of_lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--most", type=int, default=3, help="errors of a kind in each language of a text")
    parser.add_argument("--kind", default="", help="only kinds with this in their name")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    texts = of_lines(options.texts, options.gold) if options.texts else corpus()
    tried, found, clean = Counter[str](), Counter[str](), Counter[str]()
    with ProcessPoolExecutor(options.jobs) as pool:
        for results, severities in pool.map(partial(_text, most=options.most, kind=options.kind), texts):
            clean.update(severities)
            for name, hit, told in results:
                tried[name] += 1
                found[name] += hit
                if options.misses and not hit:
                    sys.stdout.write(f"{told}\n")
    _table(tried, found)
    sys.stdout.write(f"clean: {len(texts)} pairs, " + ", ".join(f"{n} {s}" for s, n in sorted(clean.items())) + "\n")
    return 0


def _text(text: Bilingual, *, most: int, kind: str) -> tuple[list[tuple[str, bool, str]], Counter[str]]:
    results: list[tuple[str, bool, str]] = []
    for one in KINDS:
        for language in ("en", "zh"):
            for planted in sample(one, text, language, most):
                if kind in planted.kind:
                    hit = caught(planted)
                    told = "" if hit else _told(planted)
                    results.append((planted.kind, hit, told))
    said = findings(text.halves["en"].abstract, text.halves["zh"].abstract)
    return results, Counter(f.severity for f in said)


def _told(planted: Planted) -> str:
    said = "; ".join(f"{f.severity} {f.code} {f.message}" for f in new_findings(planted)) or "nothing"
    return f"MISS {planted.kind} | {planted.text.id} {planted.language} | {planted.name}\n     said: {said}"


def _table(tried: Counter[str], found: Counter[str]) -> None:
    sys.stdout.write(f"{'kind':18} planted  caught      %\n")
    for name in tried:
        sys.stdout.write(f"{name:18} {tried[name]:7} {found[name]:7} {100 * found[name] / tried[name]:6.1f}\n")
    total = sum(tried.values())
    sys.stdout.write(f"{'all':18} {total:7} {sum(found.values()):7} {100 * sum(found.values()) / max(total, 1):6.1f}\n")


if __name__ == "__main__":
    sys.exit(main())
