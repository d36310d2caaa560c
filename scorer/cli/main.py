"""Entry point of ``scorer``: the commands, and the one place where errors become messages and exit codes.

Exit codes, the same for every format and with ``-o``: 0 done, gate passed; 1 gate not met (``check``);
2 asked wrongly, or framework invalid; 3 an input missing, unreadable or empty; 4 internal fault.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

import click

from scorer import __version__
from scorer.cli.lazy import LazyGroup
from scorer.cli.output import mute, say, say_fault
from scorer.errors import ScorerError

__all__ = ["cli", "main"]

_COMMANDS = {
    "score": "scorer.cli.score:score",
    "check": "scorer.cli.check:check",
    "read": "scorer.cli.read:read",
    "explain": "scorer.cli.explain:explain",
    "framework": "scorer.cli.framework:framework",
    "evaluate": "scorer.cli.evaluate:evaluate_command",
}
_INTERRUPTED = 130


@click.group(
    cls=LazyGroup,
    commands_at=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="scorer")
def cli() -> None:
    """Score a rule-of-law government report (法治政府建设情况报告) against an indicator framework.

    Every point, won or lost, leads back to a sentence of the report.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with the exit code it earned."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code. No traceback reaches the user."""
    try:
        outcome = cli.main(args=arguments, prog_name="scorer", standalone_mode=False)
    except click.ClickException as error:
        _show(error)
        return 2
    except click.Abort:
        return _INTERRUPTED
    except ScorerError as error:
        say(str(error), kind="error")
        return error.exit_code
    except SystemExit:
        # click leaves this way, and no other, when the reader of its help or version text has gone.
        mute(sys.stdout)
        return 0
    except Exception as error:
        if os.environ.get("SCORER_DEBUG"):
            raise
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            # Only help and version texts, which click prints itself: `deliver` answers for all others.
            mute(sys.stdout)
            say(f"standard output: cannot write: {error.strerror}", kind="error")
            return 2
        say_fault(error)
        return 4
    return outcome if isinstance(outcome, int) else 0


def _show(error: click.ClickException) -> None:
    """What was asked wrongly, as click words it; on a stderr that is gone nothing can be said."""
    try:
        if sys.stderr is not None:
            error.show(file=sys.stderr)
    except (OSError, ValueError):
        mute(sys.stderr)
