"""python benchmarks/run.py [NAME ...] [--rounds N] [--output FILE] [--update]: time, print, and write docs/performance.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.measure import PeerError, measure  # noqa: E402
from benchmarks.registry import BENCHMARKS  # noqa: E402
from benchmarks.table import page, updated  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks that are asked for; 1 when one misses what it is held to, 2 when asked wrongly."""
    parser = argparse.ArgumentParser(description="Costs as ratios; all benchmarks unless some are named.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--rounds", type=int, help="rounds of each benchmark (default: its own number)")
    parser.add_argument(
        "--output", type=Path, help="page to write (default: docs/performance.md if all are run)"
    )
    parser.add_argument(
        "--update", action="store_true", help="keep the rows of the page that are not measured again"
    )
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {unknown[0]!r}; there are: {', '.join(BENCHMARKS)}")
    if options.rounds is not None and options.rounds < 1:
        parser.error("--rounds must be 1 or more")
    results = []
    for name in options.names or BENCHMARKS:
        lacks = BENCHMARKS[name].lacks
        if lacks:
            print(f"{name}: left out, {', '.join(lacks)} is not installed", file=sys.stderr)
            continue
        try:
            results.append(measure(BENCHMARKS[name], options.rounds))
        except PeerError as missing:
            print(f"{name}: left out, {missing}", file=sys.stderr)
            continue
        verdict = "kept" if results[-1].holds else "MISSED"
        print(f"{name}: {results[-1].ratio:.3g} times the baseline, {verdict}", file=sys.stderr)
    text = page(results)
    whole = options.update or not options.names
    output = options.output or (ROOT / "docs" / "performance.md" if whole else None)
    if output is not None and options.update and output.exists():
        text = updated(output.read_text(encoding="utf-8"), text, list(BENCHMARKS))
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
