"""LibreOffice converts only on request, only what it is told to, and only its result counts."""

from __future__ import annotations

import os
import shutil
import sys
import time
import zipfile
from pathlib import Path

import pytest

from scorer.cli.main import run
from scorer.errors import InputError
from scorer.reading import office, read_bytes, read_file
from tests.reading.doc_builder import Piece, Word, container

TEXT = "某某县2021年法治政府建设年度报告\n全年办理复议案件35件。\n"
OLD = Word([Piece("旧\r")], ident=0xA5DC, number=0x68).build()  # as Word 95 marks its files

posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a script")


def docx(path: Path) -> Path:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in TEXT.splitlines())
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{paragraphs}</w:body></w:document>"
        )
    return path


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a program named soffice on the PATH that notes its arguments and does what a test says in Python."""

    def install(does: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        notes = tmp_path / "notes.txt"
        program = folder / "soffice"
        program.write_text(
            f"#!{sys.executable}\nimport os, pathlib, shutil, sys, time\n"
            f"pathlib.Path({str(notes)!r}).write_text('\\n'.join(sys.argv[1:] + [os.environ['HOME']]))\n"
            "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
            "out.mkdir()\n"
            f"ready = {str(docx(tmp_path / 'ready.docx'))!r}\n{does}\n",
            encoding="utf-8",
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        return notes

    return install


WORKS = "shutil.copy(ready, out / 'report.docx')"


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, "报告.doc", office=True)
    assert error.value.mend
    return str(error.value)


@posix
def test_what_our_reader_refuses_is_converted_on_request(stand_in):
    notes = stand_in(WORKS)
    document = read_bytes(OLD, "报告.doc", office=True)
    assert document.text.content == TEXT
    assert document.text.name == "报告.doc"
    assert document.reader == "office"
    assert document.warnings[0].code == "converted_by_office"
    arguments = notes.read_text(encoding="utf-8").splitlines()
    assert "--headless" in arguments
    profile = next(one for one in arguments if one.startswith("-env:UserInstallation=file://"))
    home = arguments[-1]
    assert home in profile
    assert not Path(home).exists()  # profile, copy and result are gone


@posix
def test_never_without_request_and_never_for_what_we_read_ourselves(stand_in):
    notes = stand_in(WORKS)
    with pytest.raises(InputError, match=r"Word 95 or older.*--office"):
        read_bytes(OLD, "a.doc")
    assert read_bytes(Word([Piece("新\r")]).build(), "a.doc", office=True).reader == "doc"
    assert not notes.exists()


@posix
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\xfd",
        b"%PDF-1.7 broken",
        b"<html><body></body></html>",
        b"\x89PNG\r\n\x1a\n" + bytes(20),
        container({"Workbook": b"x"}),
        container({"EncryptedPackage": b"x"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_what_it_never_gets(data, stand_in):
    notes = stand_in(WORKS)
    with pytest.raises(InputError) as plain:
        read_bytes(data, "报告.doc")
    assert refusal(data) == str(plain.value)
    assert not notes.exists()


@posix
@pytest.mark.parametrize(
    "does, why",
    [
        ("", "it wrote nothing"),  # and says that it succeeded
        ("sys.exit(1)", "it wrote nothing"),
        ("(out / 'report.docx').write_text('no')", "no Word document"),
        ("(out / 'report.docx').symlink_to(ready)", "it wrote nothing"),
        ("(out / 'report.docx').mkdir()", "it wrote nothing"),
        ("(out / 'other.docx').write_text('no')", "it wrote nothing"),
    ],
)
def test_only_its_result_counts(does, why, stand_in):
    stand_in(does)
    said = refusal(OLD)
    assert said.startswith(
        "报告.doc: is a document of Word 95 or older, and LibreOffice could not convert it"
    )
    assert why in said


@posix
def test_it_ends_with_its_time_and_so_do_its_children(stand_in, tmp_path, monkeypatch):
    monkeypatch.setattr(office, "_SECONDS", 1.0)
    mark = tmp_path / "late"
    stand_in(f"if not os.fork():\n    time.sleep(2); pathlib.Path({str(mark)!r}).touch()\ntime.sleep(60)")
    assert "not done within 1 seconds" in refusal(OLD)
    time.sleep(2)
    assert not mark.exists()


def test_a_missing_program_is_named_with_the_mend(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_ELSEWHERE", ())
    assert "LibreOffice is not installed; install LibreOffice" in refusal(OLD)


@posix
def test_the_settings_close_what_can_be_closed(tmp_path):
    office._write_settings(tmp_path / "profile")
    settings = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
    for name in ("BlockUntrustedRefererLinks", "DisableMacrosExecution", "ooInetHTTPProxyName"):
        assert f'oor:name="{name}"' in settings


@posix
@pytest.mark.parametrize(
    "command", [["read"], ["score"], ["check", "--min-score", "0"], ["audit"], ["explain", "1.1.1"]]
)
def test_commands_take_the_option(command, stand_in, tmp_path, capsys):
    stand_in(WORKS)
    path = tmp_path / "旧.doc"
    path.write_bytes(OLD)
    arguments = [*command, str(path)]
    assert run(arguments) == 3
    assert "--office" in capsys.readouterr().err
    assert run([*arguments, "--office"]) == 0
    assert "LibreOffice" in capsys.readouterr().err


@posix
def test_no_settings_file_may_ask_for_it(tmp_path, monkeypatch, capsys):
    """Who runs a command in a stranger's folder has not asked for another program to be started."""
    (tmp_path / ".scorer.yaml").write_text("office: true\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["read", "a.doc"]) == 2
    assert "office" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_with_the_real_program():
    """A Word 97 file whose title says Word 95 cannot be made; a sound file stands in for what we refuse."""
    path = Path(__file__).parent / "fixtures" / "doc" / "features.doc"
    refused = InputError("a.doc", "is refused", "mend it")
    document = office.read_with_office(path.read_bytes(), "a.doc", refused)
    assert "取消事项92项。见网站公告。" in document.text.content
    assert document.sha256 == read_file(path).sha256
