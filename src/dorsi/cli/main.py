"""`dorsi`: the command group, which imports a command only when it is called, and the entry point."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from dorsi import __version__
from dorsi.cli.arguments import PlainCommand
from dorsi.errors import DorsiError

_SUCCESS = 0
_INTERRUPTED = 130
_CANNOT_WRITE = 73


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives, what it does in a line, and under which heading it is listed."""

    module: str
    function: str
    says: str
    panel: str
    takes_loads: bool = False
    """True if its arguments may begin with a minus, as -20kg does."""


COMMANDS: dict[str, Entry] = {
    "intake": Entry("dorsi.cli.intake", "intake", "Answer questions, get an athlete file.", "Train"),
    "plan": Entry("dorsi.cli.plan", "plan", "Plan a programme for an athlete.", "Train"),
    "start": Entry("dorsi.cli.start", "start", "Take up a programme.", "Train"),
    "today": Entry("dorsi.cli.today", "today", "Today's session, set by set.", "Train"),
    "next": Entry("dorsi.cli.today", "next_session", "The next session, whenever it is due.", "Train"),
    "log": Entry("dorsi.cli.log", "log", "Write down what you did.", "Train", takes_loads=True),
    "undo": Entry("dorsi.cli.undo", "undo", "Take back what was entered last.", "Train"),
    "history": Entry("dorsi.cli.history", "history", "Look at what was logged.", "Train"),
    "swap": Entry("dorsi.cli.swap", "swap", "Exchange an exercise of the next session.", "Train"),
    "move": Entry("dorsi.cli.move", "move", "Put the next session on another day.", "Train"),
    "skip": Entry("dorsi.cli.skip", "skip", "Leave the next session out.", "Train"),
    "hurts": Entry("dorsi.cli.hurts", "hurts", "Report discomfort; the plan makes way.", "Train"),
    "answer": Entry("dorsi.cli.answer", "answer", "Say if a doubtful entry was right.", "Train"),
    "show": Entry("dorsi.cli.show", "show", "Show a programme file, laid out to train from.", "Train"),
    "export": Entry("dorsi.cli.export", "export", "Programme to PDF or calendar, journal to other apps.", "Train"),
    "serve": Entry("dorsi.cli.serve", "serve", "Open the app in a browser.", "Train"),
    "import": Entry("dorsi.cli.import_log", "import_log", "Bring in the log of another app.", "Keep"),
    "backup": Entry("dorsi.cli.backup", "backup", "Write the whole journal to a file.", "Keep"),
    "restore": Entry("dorsi.cli.backup", "restore", "Put a backup in the place of the journal.", "Keep"),
    "why": Entry("dorsi.cli.why", "why", "Ask why a prescription is what it is.", "Understand"),
    "progress": Entry("dorsi.cli.progress", "progress", "See what your training shows.", "Understand"),
    "what-if": Entry("dorsi.cli.what_if", "what_if", "See what one changed answer would do.", "Understand"),
    "check": Entry("dorsi.cli.check", "check", "Check any programme against the rules.", "Understand"),
    "atlas": Entry("dorsi.cli.atlas", "atlas", "Look up muscles, exercises, methods, claims.", "Look up"),
    "rule": Entry("dorsi.cli.rule", "rule", "Look up a rule: what, why, how sure.", "Look up"),
    "templates": Entry("dorsi.cli.templates", "templates", "The guides' own programmes, ready to use.", "Look up"),
    "bench": Entry("dorsi.cli.bench", "bench", "Measure the forecasts on real logs.", "Understand"),
}


class _Commands(MutableMapping[str, Any]):
    """The commands by name, each built when it is first asked for."""

    def __init__(self) -> None:
        self._built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._built:
            entry = COMMANDS[name]
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            settings = {"help_option_names": ["-h", "--help"], "ignore_unknown_options": entry.takes_loads}
            function = getattr(import_module(entry.module), entry.function)
            app.command(name=name, cls=PlainCommand, context_settings=settings)(function)
            self._built[name] = get_command(app)
        return self._built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._built[name] = command

    def __delitem__(self, name: str) -> None:
        del self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class LazyGroup(TyperGroup):
    """A group that lists its commands from the table and imports only the one that is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Commands()

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of the table."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands under their headings."""
        for panel in dict.fromkeys(entry.panel for entry in COMMANDS.values()):
            with formatter.section(panel):
                formatter.write_dl([(name, entry.says) for name, entry in COMMANDS.items() if entry.panel == panel])

    def invoke(self, ctx: Any) -> Any:
        """Keeps a reader's early leaving apart from other failures."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _ReaderGone from None


class _ReaderGone(Exception):
    """Whoever read the output has stopped."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dorsi {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with 'dorsi intake'. 'dorsi COMMAND --help' tells more about each.",
)


@app.callback()
def dorsi(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Plans, checks and explains back training: every number shows its work."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line and answers with the exit code; no failure is shown as a traceback."""
    if arguments is None:
        # A command ends before garbage matters, and looking for it takes a tenth to a fifth of its time.
        gc.disable()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - lives as long as the process
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except (BrokenPipeError, _ReaderGone):
        _silence_stdout()
        return _SUCCESS
    except OSError as error:
        _silence_stdout()
        sys.stderr.write(f"Cannot write the output: {error.strerror or error}.\n")
        return _CANNOT_WRITE
    return code


def _silence_stdout() -> None:
    """Sends what is still buffered nowhere, so that the interpreter's last flush does not fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str] | None) -> int:
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    try:
        get_command(app).main(arguments or ["--help"], prog_name="dorsi")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else _SUCCESS
    except KeyboardInterrupt:
        return _INTERRUPTED
    except (OSError, _ReaderGone):
        raise
    except DorsiError as error:
        return _reported(error)
    except Exception as error:  # noqa: BLE001 - the last stop: no user ever sees a traceback
        return _reported_unexpected(error)
    return _SUCCESS


def _reported(error: DorsiError) -> int:
    """Says what is wrong; the module that does needs rich, which `--help` does not."""
    return int(import_module("dorsi.cli.failures").report(error))


def _reported_unexpected(error: Exception) -> int:
    return int(import_module("dorsi.cli.failures").report_unexpected(error))
