"""Entries of the cache folder: whole or absent, and nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorer.cache import cache_folder, read_entry, write_entry


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCORER_CACHE_DIR", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.setenv("SCORER_CACHE_DIR", "relative")
    assert cache_folder() is None
    monkeypatch.delenv("SCORER_CACHE_DIR")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "scorer"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert cache_folder() == tmp_path / "scorer" / "Cache"
    monkeypatch.delenv("LOCALAPPDATA")
    assert cache_folder() is None


def test_an_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "entry"
    write_entry(path, b"\r\n\0\x1a first")
    write_entry(path, b"\r\n\0\x1a second")
    assert read_entry(path) == b"\r\n\0\x1a second"
    assert [file.name for file in path.parent.iterdir()] == ["entry"]


def test_the_oldest_entries_of_a_kind_make_room(tmp_path: Path) -> None:
    names = [f"plan-{number:032x}" for number in range(30)]
    others = ["words-" + "0" * 32, "plan-of-mine", "notes.txt"]
    for age, name in enumerate([*others, *names[:-1]]):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (age, age))
    write_entry(tmp_path / names[-1], b"words")
    assert {file.name for file in tmp_path.iterdir()} == {*others, *names[-24:]}


def test_an_entry_of_another_name_drops_none(tmp_path: Path) -> None:
    names = [f"plan-{number:032x}" for number in range(30)]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    write_entry(tmp_path / "entry", b"words")
    assert {file.name for file in tmp_path.iterdir()} == {*names, "entry"}


def test_nothing_is_left_where_writing_fails(tmp_path: Path) -> None:
    taken = tmp_path / "entry"
    (taken / "a folder with something in it").mkdir(parents=True)
    with pytest.raises(OSError, match="entry"):
        write_entry(taken, b"words")
    assert [file.name for file in tmp_path.iterdir()] == ["entry"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no such owner here")
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_what_others_may_write_is_not_read(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "entry"
    write_entry(path, b"words")
    path.chmod(mode)
    with pytest.raises(PermissionError):
        read_entry(path)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no such owner here")
def test_what_somebody_else_wrote_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "entry"
    write_entry(path, b"words")
    monkeypatch.setattr(os, "getuid", lambda: path.stat().st_uid + 1)
    with pytest.raises(PermissionError):
        read_entry(path)


def test_what_is_larger_than_any_entry_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "entry"
    write_entry(path, b"words")
    monkeypatch.setattr("scorer.cache.LARGEST", 4)
    with pytest.raises(PermissionError):
        read_entry(path)


def test_a_folder_is_no_entry(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"."):
        read_entry(tmp_path)
