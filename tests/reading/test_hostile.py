"""What must become of damaged, misnamed and hostile files of every kind (see ``hostile.py``).

What could cost much runs in a process of its own, as a user would call it, within 20 seconds of processor time
and 700 MB.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.reading import read_bytes
from tests.cli.conftest import SEEDS, Call, call
from tests.reading.hostile import FILES, WORDS, Hostile

__all__ = ["call"]  # the fixture

SECONDS, MEGABYTES = 20, 700
LIGHT = [hostile for hostile in FILES if not hostile.heavy]
HEAVY = [hostile for hostile in FILES if hostile.heavy]

# Reads the file that is named; says what became of it and the peak memory of itself and of the largest process
# that it started. VmHWM begins anew with the process, ru_maxrss would remember the one that started it.
READ = """
import json, resource, sys
from pathlib import Path
from scorer.errors import InputError
from scorer.reading import read_file
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
try:
    outcome, words = "text", read_file(sys.argv[1]).text.content
except InputError as error:
    outcome, words = "refused", str(error)
peaks = [line.split()[1] for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
         if line.startswith("VmHWM")]
largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
json.dump([outcome, words, (int(peaks[0]) + largest) // 1024], sys.stdout)
"""


def check(hostile: Hostile, outcome: str, words: str, name: str) -> None:
    assert (outcome, words) == (hostile.outcome, words)
    assert hostile.words in words
    assert hostile.absent not in words
    if outcome == "refused":
        assert words.startswith(f"{name}: ")
        assert "; " in words  # the mend
        assert words.isprintable()
        assert len(words) < 400


@pytest.mark.parametrize("hostile", LIGHT, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_read_or_refused(hostile: Hostile) -> None:
    try:
        outcome, words = "text", read_bytes(hostile.make(), hostile.name).text.content
    except InputError as error:
        outcome, words = "refused", str(error)
    check(hostile, outcome, words, hostile.name)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("hostile", HEAVY, ids=lambda hostile: hostile.name)
def test_a_heavy_file_is_read_or_refused_within_its_limits(hostile: Hostile, tmp_path: Path) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    command = [sys.executable, "-c", READ, str(path), str(SECONDS)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    outcome, words, megabytes = json.loads(done.stdout)
    check(hostile, outcome, words, str(path))
    assert megabytes <= MEGABYTES
    assert [entry.name for entry in tmp_path.iterdir()] == [hostile.name]  # nothing was unpacked beside it


def test_hostile_files_block_no_other(call: Call, tmp_path: Path) -> None:
    """All in one call: every file as a result or an error, the exit code the worst, the good one scored."""
    wanted = [hostile for hostile in LIGHT if hostile.name != "empty.txt"][::4]
    good = SEEDS / "suizhou-2019.txt"
    paths = [tmp_path / hostile.name for hostile in wanted]
    for path, hostile in zip(paths, wanted, strict=True):
        path.write_bytes(hostile.make())
    target = tmp_path / "cards.json"
    done = call("score", *paths, good, "--format", "json", "-o", target)
    assert done.code == 3
    shown = json.loads(target.read_text(encoding="utf-8"))
    read = {card["stamp"]["report"]["name"] for card in shown["scorecards"]}
    assert read == {hostile.name for hostile in wanted if hostile.outcome == "text"} | {good.name}
    refused = {Path(error["name"]).name for error in shown["errors"]}
    assert refused == {hostile.name for hostile in wanted if hostile.outcome == "refused"}


def test_the_corpus_covers_every_kind_and_repeats_no_name() -> None:
    names = [hostile.name for hostile in FILES]
    assert len(set(names)) == len(names) > 80
    for suffix in (".docx", ".odt", ".html", ".mhtml", ".pdf", ".doc", ".rtf", ".txt"):
        kinds = {hostile.outcome for hostile in FILES if hostile.name.endswith(suffix)}
        assert "refused" in kinds
    assert sum(hostile.words == WORDS for hostile in FILES) > 20
