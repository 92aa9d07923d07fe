"""One text in the place of another: in the same quotes, so that nothing around it is read anew."""

import re

from blueprint_cli.problems import Fix
from blueprint_cli.rewriting import anchored
from blueprint_cli.source import Edit, Source, Span


def instead(source: Source, span: Span, text: str, *, surely: bool = False) -> Fix | None:
    """The fix that writes `text` where a scalar stands; None if that is a text of many lines.

    It is safe if nothing else can `surely` be meant, and no alias reads the same place as something
    else.
    """
    style = source.text[span.start : span.start + 1]
    if style in {"", "|", ">"}:
        return None
    safe = surely and not anchored(source, span)
    edit = Edit(span, _quoted(text, style))
    return Fix(f"write `{text}`", "safe" if safe else "unsafe", (edit,))


_PLAIN = r"-?[\w.][\w.%/+-]*(?: [\w.][\w.%/+-]*)*"
"""What YAML takes for a plain text wherever it stands."""


def _quoted(text: str, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and re.fullmatch(_PLAIN, text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
