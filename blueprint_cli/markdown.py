"""Markdown as a terminal shows it: headings in bold, tables with lines, code in colours."""

from io import StringIO
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.theme import Theme

WIDEST = 100
"""Longer lines of prose are hard to read, however wide the terminal is."""

STYLES = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold",
        "markdown.code": "cyan",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
    }
)


class _Left(Heading):
    """A heading that begins where the text begins."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        yield self.text


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Left,
    }


def rendered(text: str, width: int) -> str:
    """The text for a terminal of so many columns that shows colours."""
    out = StringIO()
    console = Console(
        file=out,
        width=min(width, WIDEST),
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        theme=STYLES,
    )
    console.print(_Page(text, code_theme="ansi_light", hyperlinks=False))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
