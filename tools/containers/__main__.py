"""``python -m tools.containers make`` writes the files, ``python -m tools.containers measure`` the table."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.containers.make import make
from tools.containers.measure import measure, table

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
FOLDER = ROOT / "tests" / "fixtures" / "containers"
TABLE = ROOT / "docs" / "containers.md"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.containers", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (("make", "write the files"), ("measure", "read and score them, write the table")):
        command = commands.add_parser(name, help=words)
        command.add_argument("--folder", type=Path, default=FOLDER, help="where the files are")
        if name == "measure":
            command.add_argument("--table", type=Path, default=TABLE, help="where the table goes")
    chosen = parser.parse_args()
    seeds = sorted(SEEDS.glob("*.txt"))
    if chosen.command == "make":
        for path in make(seeds, chosen.folder):
            print(f"{path.stat().st_size:>9,} {path}")
    else:
        chosen.table.write_text(table(measure(seeds, chosen.folder)), encoding="utf-8", newline="\n")
        print(chosen.table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
