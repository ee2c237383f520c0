"""Static files under hashed names, compressed: collected in the data folder when what is installed has changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from dorsi.errors import StoreUnavailable

_MARK = ".made-from"


def collect_static_files() -> None:
    """Collects them anew unless the last time was from the same files. Raises StoreUnavailable."""
    mark = Path(settings.STATIC_ROOT) / _MARK
    print_ = _fingerprint()
    try:
        if mark.is_file() and mark.read_text() == print_:
            return
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        mark.write_text(print_)
    except OSError as error:
        reason = f"the pages' files cannot be put there ({(error.strerror or 'the system refused').lower()})"
        remedy = "See that you may write to this folder and that the disk has room."
        raise StoreUnavailable(str(settings.STATIC_ROOT), reason, remedy) from error


def _fingerprint() -> str:
    """What tells one set of files from another: version, names, sizes and times of change."""
    digest = sha256(f"{settings.VERSION} {settings.STORAGES['staticfiles']['BACKEND']}".encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            about = Path(storage.path(path)).stat()
            digest.update(f"\n{path} {about.st_size} {about.st_mtime_ns}".encode())
    return digest.hexdigest()
