"""One text in the place of another: in the same quotes, so that nothing around it is read anew."""

import re

from blueprint_cli.problems import Fix
from blueprint_cli.source import Edit, Source, Span


def instead(source: Source, span: Span, text: str, *, surely: bool = False) -> Fix | None:
    """The fix that writes `text` where a scalar stands; None if that is a text of many lines.

    It is safe if nothing else can `surely` be meant, and no alias reads the same place as something
    else.
    """
    style = source.text[span.start : span.start + 1]
    if style in {"", "|", ">"}:
        return None
    before = source.text[max(0, span.start - LONGEST_ANCHOR) : span.start]
    safe = surely and not re.search(_ANCHOR, before)
    edit = Edit(span, _quoted(text, style))
    return Fix(f"write `{text}`", "safe" if safe else "unsafe", (edit,))


LONGEST_ANCHOR = 200
_ANCHOR = r"&\S+\s+\Z"
_PLAIN = r"-?[\w.][\w.%/+-]*(?: [\w.][\w.%/+-]*)*"
"""What YAML takes for a plain text wherever it stands."""


def _quoted(text: str, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and re.fullmatch(_PLAIN, text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
