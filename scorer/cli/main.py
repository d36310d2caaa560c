"""Entry point of ``scorer``: the commands, and the one place where errors become messages and exit codes.

Exit codes, the same for every format and with ``-o``: 0 done, gate passed; 1 gate not met (``check``);
2 asked wrongly, or framework invalid; 3 an input missing, unreadable or empty; 4 internal fault.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click
from click.core import ParameterSource

from scorer import __version__
from scorer.cli.config import Settings, defaults, find, load
from scorer.cli.lazy import LazyGroup
from scorer.cli.localized import VARIABLE, conversation, speak
from scorer.cli.output import mute, say, say_fault
from scorer.errors import ScorerError, UsageError
from scorer.i18n import LANGUAGES

__all__ = ["cli", "main"]

_COMMANDS = {
    "score": "scorer.cli.score:score",
    "check": "scorer.cli.check:check",
    "compare": "scorer.cli.compare:compare",
    "batch": "scorer.cli.batch:batch",
    "audit": "scorer.cli.audit:audit",
    "read": "scorer.cli.read:read",
    "explain": "scorer.cli.explain:explain",
    "framework": "scorer.cli.framework:framework",
    "review": "scorer.cli.review:review",
    "evaluate": "scorer.cli.evaluate:evaluate_command",
}
_INTERRUPTED = 130
# A search for garbage after every 700 new objects finds none while modules and a framework are loaded; one report
# makes about 100,000 objects.
_OBJECTS_BEFORE_SEARCH = 200_000
_SETTINGS = "scorer.settings"


class _Root(LazyGroup):
    """The command itself: its help and what was asked wrongly of it are in the configured language too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, after the configuration has been asked for its language."""
        with suppress(ScorerError, click.UsageError):  # both raised again by what follows
            parser = self.make_parser(ctx)
            parser.ignore_unknown_options = True
            values, _, _ = parser.parse_args(list(args))
            if not values.get("no_config"):
                _speak_as_configured(ctx, values.get("config"))
        return super().parse_args(ctx, args)


def _speak_as_configured(ctx: click.Context, given: object) -> None:
    """Let help and errors be in the language that a file names for all commands, where the environment names none."""
    settings = _settings(Path(given) if isinstance(given, str) else None)
    if settings is None:
        return
    ctx.meta[_SETTINGS] = settings
    language = settings.table.get("lang")
    if language in LANGUAGES and os.environ.get(VARIABLE) not in LANGUAGES:
        speak(language)


@click.group(
    cls=_Root,
    commands_at=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="scorer")
@click.option("-v", "--verbose", is_flag=True, help="Say which configuration file is used.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take the settings from FILE instead of looking for .scorer.yaml or [tool.scorer].",
)
@click.option("--no-config", is_flag=True, help="Use no configuration file.")
@click.pass_context
def cli(ctx: click.Context, verbose: bool, config: Path | None, no_config: bool) -> None:
    """Score a rule-of-law government report (法治政府建设情况报告) against an indicator framework.

    Every point, won or lost, leads back to a sentence of the report.
    """
    if config and no_config:
        raise UsageError("--config and --no-config exclude each other")
    settings = None if no_config else ctx.meta.get(_SETTINGS) or _settings(config)
    if settings is not None:
        ctx.default_map = defaults(settings, cli, ctx)
        ctx.meta[_SETTINGS] = settings
    if verbose:
        say(f"configuration: {settings.path if settings else 'none'}")


def _settings(given: Path | None) -> Settings | None:
    """The settings of a named file, or of the one that is found; None when there is none."""
    if given is None:
        return find(Path.cwd())
    settings = load(given)
    if settings is None:
        raise UsageError(f"{given}: holds no settings of scorer ([tool.scorer])")
    return settings


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with the exit code it earned."""
    gc.set_threshold(_OBJECTS_BEFORE_SEARCH)
    code = run(arguments)
    # The system takes back all memory at once; the search for garbage that ends every process would go through it.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code. No traceback reaches the user."""
    with conversation():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
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
        return
    origin = _origin(error)
    if origin:
        say(f"this value stands in {origin}", kind="hint")


def _origin(error: click.ClickException) -> str | None:
    """The configuration file that a refused value comes from; None when the command line gave it."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None:
        return None
    name = error.param.name or ""
    settings: Settings | None = error.ctx.find_root().meta.get(_SETTINGS)
    default = error.ctx.lookup_default(name, call=False)
    from_file = error.ctx.get_parameter_source(name) in (None, ParameterSource.DEFAULT_MAP)
    return str(settings.path) if settings and from_file and default is not None else None
