"""A file is there whole or as it was: content, rights, and nothing left over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorer.atomic import PART, write_whole


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "报告.json", "甲".encode())
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("报告.json", "甲")
    ]


@pytest.mark.skipif(os.name == "nt", reason="rights of the owner alone are a matter of POSIX")
def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)
    write_whole(target, b"own", mode=0o600)
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="there is no mask")
def test_a_new_file_gets_what_the_mask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_moved_into_place_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_whole(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_what_stands_where_the_new_file_is_made_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"own")
    monkeypatch.setattr(os, "urandom", bytes)
    taken = tmp_path / f"{PART[0]}{bytes(8).hex()}{PART[1]}"
    try:
        taken.symlink_to(victim)
    except OSError:
        taken.write_bytes(b"own")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"new")
    assert (victim.read_bytes(), taken.read_bytes(), (tmp_path / "a").exists()) == (b"own", b"own", False)


@pytest.mark.skipif(os.name == "nt", reason="rights of the owner alone are a matter of POSIX")
def test_nobody_else_can_open_a_file_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: modes.append(os.fstat(handle).st_mode & 0o777))
    write_whole(tmp_path / "a", b"new", mode=0o644)
    assert modes == [0o600]
