"""A framework from the cache is the framework, and a cache that is wrong in any way changes nothing."""

from __future__ import annotations

import os
import pickle
import shutil
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zlib import crc32

import pytest

from scorer.errors import FrameworkError
from scorer.framework import DEFAULT, load, load_framework
from scorer.framework.loader import load_checked
from scorer.framework.plan import dump_framework, parse_framework

EXAMPLE = Path(__file__).parents[2] / "indicators" / "example"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a framework, with a cache of its own beside it."""
    monkeypatch.setenv("SCORER_CACHE_DIR", str(tmp_path / "cache"))
    return Path(shutil.copytree(EXAMPLE, tmp_path / "own"))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The frameworks that were read from YAML."""
    seen: list[str] = []

    def spy(ref: str | Path) -> object:
        seen.append(str(ref))
        return load_checked(ref)

    monkeypatch.setattr("scorer.framework.loader.load_checked", spy)
    return seen


def entry(folder: Path) -> Path:
    (found,) = (folder.parent / "cache").iterdir()
    return found


@pytest.mark.parametrize("ref", [DEFAULT, EXAMPLE])
def test_the_plan_is_the_framework(ref: str | Path) -> None:
    framework = load_checked(ref)[0]
    again = parse_framework(dump_framework(framework))
    assert again == framework
    assert repr(again) == repr(framework)


def test_the_second_time_no_yaml_is_read(folder: Path, reads: list[str]) -> None:
    first = load_framework(folder)
    assert load_framework(folder) == first
    assert reads == [str(folder)]


@pytest.mark.parametrize("file", ["framework.yaml", "1-conduct.yaml"])
def test_a_changed_file_is_read_anew(folder: Path, reads: list[str], file: str) -> None:
    load_framework(folder)
    path = folder / file
    state = path.stat()
    path.write_text(path.read_text(encoding="utf-8") + "# one more line\n", encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    load_framework(folder)
    assert len(reads) == 2


def test_a_file_that_became_invalid_is_an_error(folder: Path) -> None:
    load_framework(folder)
    (folder / "1-conduct.yaml").write_text("id: [", encoding="utf-8")
    with pytest.raises(FrameworkError):
        load_framework(folder)


def test_a_changed_parent_is_read_anew(folder: Path, reads: list[str]) -> None:
    child = folder.parent / "child"
    child.mkdir()
    head = 'scorer: 1\nid: child\ntitle: 子\nversion: "1.0.0"\nextends: own\n'
    (child / "framework.yaml").write_text(head, encoding="utf-8")
    before = load_framework(child)
    assert load_framework(child) == before
    assert len(reads) == 1
    path = folder / "framework.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert load_framework(child) == before
    assert len(reads) == 2


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"[]\n[]\n[]",
        b"one line",
        b'{"a": 1}\n' * 3,
    ],
)
def test_a_damaged_entry_is_passed_over_and_written_anew(folder: Path, damage: bytes) -> None:
    first = load_framework(folder)
    path = entry(folder)
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert load_framework(folder) == first
    assert entry(folder).read_bytes() == whole


def test_changed_words_in_an_entry_are_noticed(folder: Path, reads: list[str]) -> None:
    first = load_framework(folder)
    path = entry(folder)
    title, data = first.items[0].title, path.read_bytes()
    assert title.encode() in data
    path.write_bytes(data.replace(title.encode(), title[::-1].encode()))
    assert load_framework(folder) == first
    assert len(reads) == 2


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no such owner here")
def test_an_entry_that_others_may_write_is_not_read(folder: Path, reads: list[str]) -> None:
    load_framework(folder)
    entry(folder).chmod(0o666)
    load_framework(folder)
    assert len(reads) == 2


def test_a_link_in_place_of_an_entry_is_not_followed(folder: Path, reads: list[str]) -> None:
    load_framework(folder)
    path = entry(folder)
    path.rename(folder.parent / "elsewhere")
    try:
        path.symlink_to(folder.parent / "elsewhere")
    except OSError:
        path.write_text("no links here", encoding="utf-8")
    load_framework(folder)
    assert len(reads) == 2


def test_without_a_cache_it_works_as_well(
    folder: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORER_CACHE_DIR", "")
    assert load_framework(folder) == load_framework(folder)
    assert len(reads) == 2
    assert not (folder.parent / "cache").exists()


def test_a_cache_that_cannot_be_written_changes_nothing(
    folder: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SCORER_CACHE_DIR", str(folder.parent / "file" / "below"))
    assert load_framework(folder) == load_framework(folder)
    assert len(reads) == 2


def test_many_at_once_leave_one_whole_entry(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(load_framework, [folder] * 16))
    assert all(one == loaded[0] for one in loaded)
    checksum, _, content = entry(folder).read_bytes().partition(b"\n")
    assert checksum == b"%08x" % crc32(content)


def test_a_text_that_is_no_framework_is_refused() -> None:
    objects = ([99, 0], [13, 0], [0, 1], [0, 2, 0, 0], [0, 9, 0], [0, 0], [2, 1, 0], [1, 1, 0], [4, 1, 0])
    parts = [array("I", numbers).tobytes() for numbers in ([], *objects)]
    lines = [line.encode() for line in ("", "1", "[]", '["x"]', "{}", "[" * 100_000)]
    for data in (*lines, *(line + b"\n" + part for line in lines for part in (*parts, b"x"))):
        with pytest.raises(ValueError, match=r"."):
            parse_framework(data)


def test_what_is_equal_is_kept_once() -> None:
    data = dump_framework(load_framework(DEFAULT))
    framework = parse_framework(data)
    words = [word for item in framework.items for word in item.topic.phrases]
    title = framework.items[0].title
    assert len({id(word) for word in words}) == len(set(words)) < len(words)
    assert data.count(f'"{title}"'.encode()) == 1


def test_examples_are_packed_until_somebody_asks() -> None:
    framework = load_framework(DEFAULT)
    data = dump_framework(framework)
    again = parse_framework(data)
    texts = [text for item in framework.items for listed in item.examples.values() for text in listed]
    assert texts
    assert not any(text.encode() in data for text in texts)
    assert [(item.id, *item.examples.items()) for item in again.items] == [
        (item.id, *item.examples.items()) for item in framework.items
    ]
    assert pickle.loads(pickle.dumps(again)) == framework  # as a worker of a batch gets it
    with pytest.raises(KeyError):
        _ = again.items[0].examples["nothing"]


def test_built_in_frameworks_are_kept_in_memory() -> None:
    assert load.load_framework(DEFAULT) is load.load_framework(DEFAULT)
