"""A parser in a child process: whatever it does, the call ends with an answer or an error, and leaves nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from scorer.errors import InputError
from scorer.reading import child
from scorer.reading.child import Limits, run_in_child

QUICK = Limits(seconds=2)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory and files hold on Linux")


def run(command: str, limits: Limits | None = None) -> object:
    return run_in_child(
        "tests.reading.child_work", command.encode("utf-8", "surrogatepass"), "报告.pdf", "mend it", limits
    )


def message(command: str, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        run(command, limits)
    return str(caught.value)


def test_the_answer_comes_back() -> None:
    assert run("echo 法治\n𠮷\ud800") == "法治\n𠮷\ud800"


def test_megabytes_go_through_the_pipe() -> None:
    assert run_in_child("tests.reading.child_work", b"count " + bytes(20 << 20), "x", "") == 20 << 20


def test_what_the_parser_says_is_said() -> None:
    assert message("refuse is torn") == "报告.pdf: is torn; mend it"


def test_a_fault_of_the_parser_is_an_error_without_a_traceback() -> None:
    assert message("fault x") == "报告.pdf: holds something that cannot be read (KeyError); mend it"


def test_too_much_time_is_an_error() -> None:
    assert message("sleep", QUICK) == "报告.pdf: was not read within 2 seconds; mend it"


@LINUX
def test_too_much_memory_is_an_error() -> None:
    assert message("memory") == "报告.pdf: needs more than 400 MB of memory; mend it"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_crash_is_an_error() -> None:
    assert "makes its reader crash or use more than 400 MB of memory (stopped by signal 11)" in message(
        "crash"
    )


def test_a_child_that_just_leaves_is_an_error() -> None:
    assert "(exit status 3)" in message("leave")


def test_an_answer_without_end_is_cut() -> None:
    assert message("flood", Limits(output=1 << 20)) == "报告.pdf: holds more than 1 MB of text; mend it"


def test_a_child_that_does_not_read_its_input_blocks_nobody() -> None:
    with pytest.raises(InputError, match="exit status"):
        run_in_child("no_such_module", bytes(20 << 20), "x", "")


def test_what_a_library_prints_is_no_answer() -> None:
    assert run("chatter") == "answer"


@LINUX
def test_the_child_writes_no_file(tmp_path: Path) -> None:
    target = tmp_path / "written"
    assert "OSError" in message(f"write {target}")
    assert not target.exists() or target.stat().st_size == 0


@LINUX
def test_open_files_are_not_inherited(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("w", encoding="utf-8") as file:
        os.set_inheritable(file.fileno(), True)
        assert run("descriptors") == [3]  # the one that the answer goes to


def test_no_start_up_code_runs() -> None:
    assert run("modules") == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_children_of_the_child_go_with_it() -> None:
    assert "was not read within" in message("breed", QUICK)
    assert _descendants(os.getpid()) == []


def _descendants(parent: int) -> list[str]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text(encoding="utf-8").rpartition(")")
            command = stat.with_name("cmdline").read_text(encoding="utf-8")
        except OSError:
            continue
        if int(rest.split()[1]) in (parent, 1) and "time.sleep(600)" in command and rest.split()[0] != "Z":
            found.append(name)
    return found


def test_threads_read_at_once() -> None:
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(run, [f"echo {n}" for n in range(6)])) == [str(n) for n in range(6)]


@pytest.mark.parametrize("method", ["spawn", "fork"] if sys.platform == "linux" else ["spawn"])
def test_workers_of_a_pool_may_start_children(method: str) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context(method)) as pool:
        assert pool.submit(run, "echo 法").result() == "法"


def test_an_isolated_interpreter_may_start_children() -> None:
    home, here = Path(child.__file__).parents[2], Path(__file__).parents[2]
    code = (
        f"import sys; sys.path[:0] = [{str(home)!r}, {str(here)!r}]\n"
        "from scorer.reading.child import run_in_child; print(run_in_child('tests.reading.child_work', b'echo x', 'n', 'm'))"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, encoding="utf-8"
    )
    assert told.stdout == "x\n", told.stderr


def test_a_system_that_starts_no_process_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    assert message("echo x").startswith("报告.pdf: cannot be read: no process could be started")


def test_a_system_without_limits_still_keeps_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    child._limit(QUICK)  # nothing to set, no fault
    assert message("sleep", QUICK) == "报告.pdf: was not read within 2 seconds; mend it"


def test_no_thread_is_left_behind() -> None:
    before = threading.active_count()
    run("echo x")
    message("sleep", QUICK)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon:
            thread.join(2)
    assert threading.active_count() <= before
