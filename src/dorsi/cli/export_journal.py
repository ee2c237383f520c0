"""`dorsi export journal`: the journal in the formats of other apps and in Dorsi's own."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from dorsi.bootstrap import zone_name
from dorsi.cli.console import STRONG, counted, listed, say, terminal
from dorsi.cli.files import STDIN, refuse_overwrite, write_atomically
from dorsi.cli.journal_access import desk
from dorsi.errors import UsageError
from dorsi.journal.exporting.formats import FORMATS, LogExport, log_format
from dorsi.services.exporting import export_log


def export_journal(form: str, out: Path | None, data: Path | None, *, force: bool) -> None:
    """Writes the journal to a file. The format is named, or told from the file's ending."""
    chosen = _format(form, out)
    at = desk(data)
    today = at.clock.today()
    target = out or Path(f"dorsi-journal-{today.isoformat()}.{chosen.extension}")
    refuse_overwrite(target, force, STDIN)
    journal = at.store.journal()
    if not journal.sessions and not journal.measurements:
        raise UsageError("The journal is empty: there is nothing to export. 'dorsi log' writes down what you did.")
    content = export_log(journal, chosen.name, today=today, zone=zone_name(at.settings))
    write_atomically(target, content)
    says = f": {counted(len(journal.sessions), 'session')}. {chosen.description}"
    say(terminal(), Text.assemble("Written to ", (str(target), STRONG), says))


def _format(form: str, out: Path | None) -> LogExport:
    wanted = form.lower().lstrip(".")
    if wanted:
        return log_format(wanted)
    ending = out.suffix.lower().lstrip(".") if out is not None else ""
    if ending in FORMATS:
        return FORMATS[ending]
    raise UsageError(f"Name a format with -f: {listed([*FORMATS], 'or')}.")
