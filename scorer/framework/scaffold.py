"""The beginning of somebody's own framework: a folder that loads at once, to be changed line by line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from scorer.atomic import write_whole
from scorer.errors import UsageError
from scorer.framework.load import load_framework
from scorer.framework.loader import load_checked
from scorer.framework.locate import HEAD, Source, builtin
from scorer.framework.model import Framework

__all__ = ["new_framework"]

_SAMPLE = "example"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")  # as the schema has it
_SCHEMA_LINE = re.compile(r"\A# yaml-language-server:[^\n]*\n")
_EXTENDING = """\
# 在“{base}”的基础上改动的指标体系：只写不同之处，没有写到的一律照旧。
# 改完运行：scorer framework validate 文件夹 ； scorer framework show 文件夹 --resolved
# 编辑器要按结构提示：运行 scorer framework schema > framework.schema.json，再在首行写
#   # yaml-language-server: $schema=framework.schema.json

scorer: 1                     # 格式版本
id: {id}
title: {title}
version: 0.1.0                # 内容改了就加版本号：主版本.次版本.修订号
extends: {extends}
notes:
  - 如实写明出处：依据哪份文件，哪些分值和门槛是自定的。

# 下面是各种改法的写法，去掉行首的“# ”就生效；编号换成自己要改的。
# items:
#   "{item}":
#     determinable: low                           # 换掉一个值
#     topic: {{phrases: {{add: [本地的说法]}}}}       # 词表用 add、remove；直接写列表是整个换掉
# disable: ["{item}"]                              # 不用的指标；去掉之后各维度的分值要重新合计
"""


def new_framework(
    folder: Path, *, name: str | None = None, title: str | None = None, extends: str | None = None
) -> Framework:
    """Make ``folder`` a framework that extends another one, or, without ``extends``, a copy of the sample.

    ``name`` is its id, the folder's name if nothing else is said. Raises UsageError when the folder has
    something in it or cannot be written, or when the id, the title or what is to be extended will not do;
    nothing is left then.
    """
    name = name or folder.resolve().name
    if not _ID.fullmatch(name):
        raise UsageError(f"{name!r} cannot be an id: small letters, digits and - only; say another with --id")
    if builtin(name):
        raise UsageError(f"{name!r} is the id of a built-in framework; choose another")
    if title is not None and not (title.strip() and title.isprintable()):
        raise UsageError("the title must be one line that is not empty")
    files = _copied(name, title) if extends is None else _extending(folder, name, title, extends)
    return _put(folder, files)


def _extending(folder: Path, name: str, title: str | None, extends: str) -> dict[str, str]:
    source = builtin(extends) or Source(folder.resolve(), HEAD, str(folder)).sibling(extends)
    if source is None or Path(extends).name != extends:
        raise UsageError(
            f"{extends}: nothing to extend; name a built-in framework, or a folder beside {folder}"
        )
    place = extends if source.builtin else folder.resolve().parent / extends
    base = load_framework(place)
    words = {
        "id": name,
        "title": _quoted(title or f"{base.title}（{name}）"),
        "extends": extends,
        "base": " ".join(base.title.split()),
        "item": base.items[0].id,
    }
    return {HEAD: _EXTENDING.format(**words)}


def _copied(name: str, title: str | None) -> dict[str, str]:
    """The files of the sample, each without its line for editors, which holds a path that is no longer right."""
    sample = builtin(_SAMPLE)
    assert sample is not None  # noqa: S101 - it is part of the program
    texts = {
        entry.name: _SCHEMA_LINE.sub("", entry.read_text(encoding="utf-8"))
        for entry in sample.folder.iterdir()
        if entry.name.endswith(".yaml")
    }
    head = re.sub(r"(?m)^id: \S+", f"id: {name}", texts[HEAD], count=1)
    if title is not None:
        head = re.sub(r"(?m)^title: .*", lambda _: f"title: {_quoted(title)}", head, count=1)
    return {**texts, HEAD: head}


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever signs are in it: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def _put(folder: Path, files: dict[str, str]) -> Framework:
    """Write beside the folder, load what was written, and only then let it take the folder's place."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder}: is there already; name a folder that is new or empty")
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Beside it, so that `extends` finds its neighbours and the move stays on one disk.
        draft = Path(mkdtemp(dir=folder.resolve().parent, prefix=".scorer-"))
    except OSError as error:
        raise UsageError(f"{folder}: cannot write: {error.strerror or error}") from error
    try:
        draft.chmod(0o755)
        for name, text in sorted(files.items()):
            write_whole(draft / name, text.encode("utf-8"))
        made, _ = load_checked(draft)
        if folder.exists():
            folder.rmdir()  # empty; not every system moves one folder onto another
        draft.replace(folder.resolve())
    except OSError as error:
        raise UsageError(f"{folder}: cannot write: {error.strerror or error}") from error
    finally:
        rmtree(draft, ignore_errors=True)
    return made
