"""The draft of a questionnaire: what was typed so far, kept on disk after every answer."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from dorsi.cli.files import write_atomically
from dorsi.errors import FileUnwritable

_FORMAT = "athlete-draft/1"


@dataclass
class Draft:
    """Typed answers by question id, and the file they are kept in.

    `referred` remembers that the answers ended in a referral; the health questions are then due again.
    """

    path: Path
    texts: dict[str, str] = field(default_factory=dict)
    referred: bool = False

    def save(self) -> None:
        """Writes the draft; a crash at any moment leaves the old or the new one, never half of it."""
        document = {"dorsi": _FORMAT, "referred": self.referred, "answers": self.texts}
        write_atomically(self.path, json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def load_draft(path: Path) -> Draft:
    """The draft kept at `path`, or an empty one; an unreadable draft is set aside, not overwritten."""
    try:
        document = json.loads(path.read_text("utf-8"))
        if document["dorsi"] != _FORMAT:
            raise ValueError("another format")
        texts = {str(key): str(text) for key, text in document["answers"].items()}
        return Draft(path, texts, bool(document.get("referred")))
    except FileNotFoundError:
        return Draft(path)
    except (ValueError, KeyError, TypeError, AttributeError):
        os.replace(path, path.with_name(path.name + ".unreadable"))
        return Draft(path)
    except OSError as error:
        raise FileUnwritable(str(path), error.strerror or "it cannot be read") from error
