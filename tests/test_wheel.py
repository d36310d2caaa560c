"""A wheel unpacked elsewhere finds its frameworks, schemas and tables, and holds nothing it should not."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without the network from what is installed."""
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        out,
        ROOT,
    ]
    subprocess.run([str(part) for part in command], check=True, cwd=out)
    return next(out.glob("scorer-*.whl"))


def test_the_wheel_holds_the_package_and_its_data_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"scorer"}
    for needed in (
        "scorer/py.typed",
        "scorer/framework/framework.schema.json",
        "scorer/rendering/scorecard.schema.json",
        "scorer/rendering/page/page.html.j2",
        "scorer/rendering/page/style.css",
        "scorer/rendering/page/start.js",
        "scorer/structure/divisions.tsv",
        "scorer/indicators/rule-of-law-2021/framework.yaml",
        "scorer/indicators/example/framework.yaml",
    ):
        assert needed in names


def test_installed_elsewhere_it_scores_as_here(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    environment = {**os.environ, "PYTHONPATH": str(home)}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "scorer", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import scorer; print(scorer.__file__)"
    seen = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(seen.stdout.strip()).is_relative_to(home)
    assert {"rule-of-law-2021", "example"} <= set(run("framework", "list").split())
    assert "负责人出庭应诉" in run("framework", "show", "rule-of-law-2021")
    assert '"$defs"' in run("framework", "schema")
    report = str(ROOT / "seeds" / "daye-2021.txt")
    here = subprocess.run(
        [sys.executable, "-m", "scorer", "score", report, "--format", "json"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert run("score", report, "--format", "json") == here.stdout
