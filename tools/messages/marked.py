"""Texts that are marked for gettext: in templates by their tags, in Python by the functions' names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.template.base import DebugLexer, Token, TokenType
from tools.messages.found import SOURCE, Place, Text, name_of

EDGES = ("web", "server", "api", "languages.py")
"""What knows Django and marks its texts itself."""
_SINGULAR = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop"})
_PLURAL = frozenset({"ngettext", "ngettext_lazy"})
_CONTEXT = frozenset({"pgettext", "pgettext_lazy"})
_QUOTED = r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')"
_TRANSLATE = re.compile(rf"^(?:translate|trans)\s+{_QUOTED}(?P<rest>.*)$", re.DOTALL)
_ARGUMENT = re.compile(rf"_\({_QUOTED}\)")
_CONTEXT_ARGUMENT = re.compile(rf"\bcontext\s+{_QUOTED}")


def marked() -> Iterator[Place]:
    """All marked texts of pages, forms, messages and errors."""
    for edge in EDGES:
        folder = SOURCE / edge
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*")):
            if path.suffix == ".py":
                yield from in_python(path)
            elif path.suffix == ".html":
                yield from in_template(path)


def in_python(path: Path) -> Iterator[Place]:
    """Marked texts of a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        function = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if function in _SINGULAR and len(texts) == 1:
            text = Text(text=texts[0], is_format="%(" in texts[0])
        elif function in _PLURAL and len(texts) >= 2:
            text = Text(text=texts[0], plural=texts[1], is_format=True)
        elif function in _CONTEXT and len(texts) == 2:
            text = Text(text=texts[1], context=texts[0])
        else:
            continue
        yield Place(text=text, file=name_of(path), line=node.lineno)


def in_template(path: Path) -> Iterator[Place]:
    """Marked texts of a template."""
    file = name_of(path)
    tokens = iter(DebugLexer(path.read_text("utf-8")).tokenize())
    for token in tokens:
        if token.token_type is TokenType.TEXT or token.token_type is TokenType.COMMENT:
            continue
        for match in _ARGUMENT.finditer(token.contents):
            yield Place(text=Text(text=_of(match)), file=file, line=token.lineno)
        if match := _TRANSLATE.match(token.contents):
            yield Place(text=Text(text=_of(match), context=_context(match["rest"])), file=file, line=token.lineno)
        elif token.token_type is TokenType.BLOCK and token.split_contents()[0] in ("blocktranslate", "blocktrans"):
            yield Place(text=_block(token, tokens), file=file, line=token.lineno)


def _block(start: Token, tokens: Iterator[Token]) -> Text:
    texts = [""]
    for token in tokens:
        if token.token_type is TokenType.TEXT:
            texts[-1] += token.contents.replace("%", "%%")
        elif token.token_type is TokenType.VAR:
            texts[-1] += f"%({token.contents})s"
        elif token.contents.strip() == "plural":
            texts.append("")
        else:
            break
    if "trimmed" in start.split_contents():
        texts = [" ".join(text.split()) for text in texts]
    return Text(
        text=texts[0], plural=texts[1] if len(texts) > 1 else "", context=_context(start.contents), is_format=True
    )


def _context(text: str) -> str:
    match = _CONTEXT_ARGUMENT.search(text)
    return _of(match) if match else ""


def _of(match: re.Match[str]) -> str:
    return match["double"] if match["double"] is not None else match["single"]
