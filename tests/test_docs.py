"""The documents cannot drift: what they show runs, what they list is what the program has.

The excerpt of a scorecard in both READMEs is written anew, after a change of scores that was meant, with
``SCORER_WRITE_GOLDEN=1 pytest tests/test_docs.py -k excerpt``.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import scorer
from scorer import Engine, Scorecard, __version__, errors, read_file
from scorer.cli.main import cli, run
from scorer.errors import ScorerError
from scorer.framework import list_frameworks
from scorer.reading import READERS
from scorer.rendering import RENDERERS, render
from scorer.rendering.interface import Options
from scorer.rules.kinds import KINDS
from scorer.rules.model import Why
from scorer.structure.model import Level

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
NATIONAL = "indicators/rule-of-law-2021/README.md"
FOLDERS = ("docs", "indicators", "reports_out")
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *(path for name in FOLDERS for path in sorted((ROOT / name).rglob("*.md"))),
]

_FENCE = re.compile(
    r"^(?:<!-- (?P<note>[^>]*) -->\n\n?)?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.M | re.S
)
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_EXCERPT = re.compile(
    r"(?P<open><!-- excerpt: begin;[^>]*-->\n)(?P<body>.*?)(?P<close><!-- excerpt: end -->)", re.S
)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(name: str) -> Iterator[tuple[str, int]]:
    """Each shown command line of ``scorer`` with the exit code it shall have; 0 unless ``<!-- exit N -->`` says so."""
    for fence in _FENCE.finditer(text_of(name)):
        note = fence["note"] or ""
        if fence["language"] not in ("sh", "console") or note == "not run":
            continue
        code = int(note.removeprefix("exit ")) if note.startswith("exit ") else 0
        for line in fence["body"].splitlines():
            if line.startswith("scorer "):
                yield line, code


def rows(name: str, header: str) -> list[list[str]]:
    """The cells of the table in a document whose first line begins with ``header``."""
    lines = text_of(name).splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith(f"| {header} |"))
    found = []
    for line in lines[first + 2 :]:
        if not line.startswith("|"):
            break
        cells = re.split(r"(?<!\\)\|", line.strip("|"))
        found.append([cell.strip().replace("\\|", "|") for cell in cells])
    return found


def codes(name: str, header: str) -> list[str]:
    """The first cells of a table, without their backticks."""
    return [row[0].strip("`") for row in rows(name, header)]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the project to a command, so that what a command writes stays out of it.

    It also holds the province of the worked example.
    """
    for name in ("seeds", "indicators", "tests"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    (tmp_path / "my-province").mkdir()
    example = next(
        fence["body"] for fence in _FENCE.finditer(text_of(NATIONAL)) if fence["language"] == "yaml"
    )
    (tmp_path / "my-province" / "framework.yaml").write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "code"),
    sorted({shown for name in (*READMES, NATIONAL) for shown in commands(name)}),
    ids=lambda value: str(value),
)
def test_shown_commands_run(
    line: str, code: int, desk: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    arguments = []
    for word in shlex.split(line)[1:]:
        arguments += sorted(str(p) for p in Path().glob(word)) if "*" in word else [word]
    assert run(arguments) == code, capfdbinary.readouterr().err.decode("utf-8")
    if "-o" in arguments:
        assert (desk / arguments[arguments.index("-o") + 1]).stat().st_size
    else:
        assert capfdbinary.readouterr().out


@pytest.mark.parametrize("name", READMES)
def test_both_setups_stand_on_the_first_screen(name: str) -> None:
    shown = [
        fence["body"]
        for fence in _FENCE.finditer("\n".join(text_of(name).splitlines()[:30]))
        if fence["body"]
    ]
    assert [block.count("\n") for block in shown] == [1, 1]
    seed = re.search(r"scorer score (\S+)", shown[0])
    assert seed is not None
    assert (ROOT / seed[1]).is_file()
    assert shown[1].strip() == "python3 tools/test.py"
    assert text_of(".ci/run").splitlines()[-1] == shown[1].strip()


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_listed_and_shown(name: str) -> None:
    known = cli.list_commands(None)  # type: ignore[arg-type]  # the list does not depend on a context
    header = "command" if name == "README.md" else "命令"
    assert codes(name, header) == [f"scorer {command}" for command in known]
    shown = {line.split()[1] for line, _ in commands(name)}
    assert shown == set(known)


@pytest.mark.parametrize("name", READMES)
def test_formats_and_exit_codes_are_those_of_the_program(name: str) -> None:
    assert sorted(codes(name, "`--format`")) == sorted(RENDERERS)
    raised = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, ScorerError)
    }
    header = "code" if name == "README.md" else "退出码"
    assert {int(code) for code in codes(name, header)} == {0, 1, *raised}


@pytest.mark.parametrize("name", READMES)
def test_frameworks_and_public_names_are_listed(name: str) -> None:
    ids = re.findall(r"^\| \[`([\w-]+)`\]\(indicators/", text_of(name), re.M)
    assert sorted(ids) == [info.id for info in list_frameworks()]
    header = "name" if name == "README.md" else "名称"
    listed = {code.partition("(")[0] for code in codes(name, header)}
    assert listed == set(scorer.__all__) - {"__version__"}


@pytest.mark.parametrize("name", READMES)
def test_the_python_example_runs(name: str) -> None:
    example = next(fence["body"] for fence in _FENCE.finditer(text_of(name)) if fence["language"] == "python")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", example],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("大冶市 ")
    assert "# 大冶市人民政府关于2021年度法治政府建设情况的报告" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_installed_by_the_documented_line(shell: str) -> None:
    for name in READMES:
        assert f"_SCORER_COMPLETE={shell}_source scorer >" in text_of(name)
    program = [sys.executable, "-c", "from scorer.cli.main import main; main()"]
    environment = {
        **os.environ,
        "_SCORER_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "scorer fr",
        "COMP_CWORD": "1",
    }
    if shell == "fish":
        environment["COMP_CWORD"] = "fr"
    done = subprocess.run(program, capture_output=True, text=True, encoding="utf-8", env=environment)
    assert "framework" in done.stdout, done.stderr


@cache
def card_of(seed: str) -> Scorecard:
    return engine().score(read_file(ROOT / "seeds" / f"{seed}.txt"))


@cache
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize("name", READMES)
def test_the_refusals_shown_are_real(name: str) -> None:
    shown = rows(name, "report" if name == "README.md" else "报告")
    assert len(shown) >= 5
    for seed, words, item_id, why, _ in shown:
        item = next(item for item in card_of(seed).items if item.id == item_id)
        refused = [(r.why, re.sub(r"[\s“”]", "", r.quote)) for r in item.rejected]
        known = Why(why.strip("`"))
        assert any(reason is known and words in quote for reason, quote in refused), f"{seed} {words}"


def shorten(output: str) -> str:
    """A terminal scorecard as far as the dimensions, then the first lost item with a sentence that was refused."""
    head, _, lost = output.partition("\n\n失分最多")
    heading, *blocks = lost.split("\n\n")
    telling = next((block for block in blocks if "原文" in block), blocks[0])
    return f"{head}\n\n失分最多{heading}\n  …\n\n{telling.rstrip()}\n  …\n"


def test_the_excerpt_is_of_this_version() -> None:
    """Numbers, bars and grades may move with the framework; what surrounds them may not."""
    shown = render(card_of("pingqiao-2021"), "terminal", Options("summary", 80))
    block = f"```text\n{shorten(shown)}```\n"
    if os.environ.get("SCORER_WRITE_GOLDEN"):
        for name in READMES:
            written = _EXCERPT.sub(lambda found: found["open"] + block + found["close"], text_of(name))
            (ROOT / name).write_text(written, encoding="utf-8", newline="\n")
    for name in READMES:
        found = _EXCERPT.search(text_of(name))
        assert found is not None
        assert frame(found["body"]) == frame(block)


def frame(block: str) -> list[str]:
    """What stays of an excerpt when points change: the report, the labels and the dimensions."""
    grades = "|".join(
        band.title for band in sorted(engine().framework.grades, key=lambda band: -len(band.title))
    )
    head = block.partition("失分最多")[0]
    return [re.sub(rf"(?:[\d.,%█░▌\s-]|{grades})+", " ", line).strip() for line in head.splitlines()]


def headings(name: str) -> list[int]:
    without_code = _FENCE.sub("", text_of(name))
    return [len(marks) for marks in re.findall(r"^(#+) ", without_code, re.M)]


def test_both_readmes_have_the_same_shape() -> None:
    english, chinese = (text_of(name) for name in READMES)
    assert headings("README.md") == headings("README.zh-CN.md")
    assert english.count("\n- ") == chinese.count("\n- ")
    assert english.count("\n| ") == chinese.count("\n| ")
    assert list(commands("README.md")) == list(commands("README.zh-CN.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_files_resolve(path: Path) -> None:
    for link in _LINK.finditer(_FENCE.sub("", path.read_text(encoding="utf-8"))):
        target = link["target"].partition("#")[0]
        if target and "://" not in target:
            assert (path.parent / target).resolve().exists(), target
            assert (path.parent / target).resolve().is_relative_to(ROOT), target


@pytest.mark.parametrize("name", READMES)
def test_every_document_is_reached_from_the_readme(name: str) -> None:
    for path in sorted((ROOT / "docs").glob("*.md")):
        assert f"](docs/{path.name})" in text_of(name)


def test_the_version_stands_in_one_place() -> None:
    assert 'dynamic = ["version"]' in text_of("pyproject.toml")
    others = [
        *ROOT.glob("scorer/**/*.py"),
        *ROOT.glob("tools/*.py"),
        ROOT / "pyproject.toml",
        *(ROOT / n for n in READMES),
    ]
    holders = [
        path
        for path in others
        if re.search(
            rf"\bscorer\b.*{re.escape(__version__)}|__version__ = \"", path.read_text(encoding="utf-8")
        )
    ]
    assert holders == [ROOT / "scorer" / "__init__.py"]
    assert re.search(rf"^## \[?{re.escape(__version__)}\b", text_of("CHANGELOG.md"), re.M)


def test_every_reason_of_refusal_is_explained() -> None:
    listed = codes("docs/matching.md", "why")
    assert sorted(listed) == sorted(why.value for why in Why)


def test_contributing_walks_the_real_registries() -> None:
    guide = text_of("CONTRIBUTING.md")
    for registry, home in (
        (READERS, "scorer/reading"),
        (RENDERERS, "scorer/rendering"),
        (KINDS, "scorer/rules/kinds"),
    ):
        name = next(
            name for name, value in vars(sys.modules[home.replace("/", ".")]).items() if value is registry
        )
        assert f"`{name}`" in guide
        assert f"`{home}/__init__.py`" in guide


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("indicators/*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_editors_find_the_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (
        path.parent / first.partition("=")[2]
    ).resolve() == ROOT / "scorer" / "framework" / "framework.schema.json"


def test_the_dimensions_of_the_national_framework_are_those_of_its_files() -> None:
    listed = [row[:4] for row in rows(NATIONAL, "编号")]
    framework = engine().framework
    assert listed == [[d.id, d.title, str(len(d.items)), f"{d.points:f}"] for d in framework.dimensions]
    basis = Counter(item.basis for item in framework.items)
    assert {row[0]: int(row[2]) for row in rows(NATIONAL, "`basis`")} == basis


def test_items_for_some_levels_only_are_named() -> None:
    restricted = [item.id for item in engine().framework.items if item.applies_to]
    assert "、".join(restricted) in text_of(NATIONAL)


def test_every_warning_is_explained() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "scorer").rglob("*.py"))
    known = set(re.findall(r'(?:Notice|Note|ReadWarning|\.warn)\(\s*"(\w+)"', source))
    pages = (ROOT / "scorer" / "reading" / "pdf" / "reader.py").read_text(encoding="utf-8")
    known |= set(re.findall(r'^    "(\w+)": markn\(', pages, re.MULTILINE))  # each with the pages it is about
    known |= set(re.findall(r'\(\s*"(\w+)",[^"()]*,\s+markn?\(', source))  # each with how many were lost
    assert {"not_a_report", "long_sentence", "scanned_pages"} <= known
    listed = {code for cell in codes("docs/scorecard.md", "code") for code in re.findall(r"\w+", cell)}
    assert listed == known


def test_levels_are_named_where_they_are_offered() -> None:
    help_text = text_of("docs/framework.md")
    for level in Level:
        assert f"`{level.value}`" in help_text
