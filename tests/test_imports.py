"""What a call imports: JSON of one report with a compiled framework needs no YAML, schema, table or dictionary of words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPORT = min((ROOT / "seeds").glob("*.txt"))
# All patterns together take as long to compile as a report to score; what few reports need is compiled lazily.
MOST_PATTERNS = 480
# Each module of ours takes about a third of a millisecond and 60 KB.
MOST_MODULES = 165
# Heavy, and of no use for a text that is scored into JSON.
NEVER = {"yaml", "jsonschema", "jieba", "numpy", "rich", "lxml", "jinja2", "xlsxwriter", "pypdfium2", "email"}
# OpenSSL and rapidfuzz take 4 MB each; the others are for what a few lines do as well.
NEVER_FOR_JSON = {
    "_hashlib",
    "_ssl",
    "tempfile",
    "shutil",
    "random",
    "pkgutil",
    "calendar",
    "importlib.resources",
}
CALL = """
import json, sys
from scorer.cli.main import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]))
"""


def modules(cache: Path, *arguments: str) -> set[str]:
    """The modules that are loaded when the call is done."""
    run = subprocess.run(
        [sys.executable, "-c", CALL, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "SCORER_CACHE_DIR": str(cache)},
    )
    code, loaded = json.loads(run.stdout.decode("utf-8").splitlines()[-1])
    assert code == 0, run.stderr.decode("utf-8")
    return set(loaded)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plan of the built-in framework."""
    folder = tmp_path_factory.mktemp("cache")
    out = folder / "out.json"
    assert "yaml" in modules(folder / "plans", "score", str(REPORT), "--format", "json", "-o", str(out))
    return folder


def test_json_with_a_warm_plan(cache: Path) -> None:
    out = cache / "again.json"
    loaded = modules(cache / "plans", "score", str(REPORT), "--format", "json", "-o", str(out))
    assert not (NEVER | NEVER_FOR_JSON) & loaded
    assert not {name for name in loaded if name.startswith(("scorer.reading.html", "scorer.review."))}
    unused = {
        "scorer.framework.marks",
        "scorer.reading.docx",
        "scorer.reading.markdown",
        "scorer.reading.pdf",
        "scorer.scoring.gate",
        "scorer.rules.examples",
    }
    assert not unused & loaded
    assert len({name for name in loaded if name.startswith("scorer")}) <= MOST_MODULES
    assert out.read_bytes() == (cache / "out.json").read_bytes()


def test_the_terminal_with_a_warm_plan_needs_rich_but_no_yaml(cache: Path) -> None:
    out = cache / "out.txt"
    loaded = modules(cache / "plans", "score", str(REPORT), "-o", str(out))
    assert not (NEVER - {"rich"}) & loaded


def test_few_patterns_are_compiled_before_a_report_is_read() -> None:
    program = (
        "import re, sys; compiled = []; compile_ = re.compile\n"
        "def count(pattern, flags=0):\n"
        "    compiled.append('scorer' in sys._getframe(1).f_code.co_filename)\n"
        "    return compile_(pattern, flags)\n"
        "re.compile = count\n"
        "import scorer.cli.score, scorer.rendering.json\n"
        "print(sum(compiled))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT)
    assert 100 < int(run.stdout) <= MOST_PATTERNS


def test_the_version_needs_none_of_the_stages(tmp_path: Path) -> None:
    loaded = modules(tmp_path, "--version")
    stages = ("framework", "matching", "quantities", "rules", "scoring", "structure", "pipeline", "reading")
    assert not {name for name in loaded if name.startswith(tuple(f"scorer.{stage}" for stage in stages))}


def test_importing_the_package_imports_none_of_its_stages() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "import scorer, sys; print(sorted(m for m in sys.modules if 'scorer' in m))"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert run.stdout.decode("utf-8").split() == ["['scorer']"]
