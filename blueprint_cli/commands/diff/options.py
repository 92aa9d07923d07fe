"""The options of `bp diff`: which versions, and how their changes are written and drawn.

Those of `bp render` are not taken over, since they come with all that it needs to draw, and most
who ask for a diff want text at once.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

import typer

from blueprint_cli.forms import Direction

Form = Literal["text", "markdown", "json", "github", "html", "svg", "png"]
Level = Literal["worse", "visible", "better", "internal", "editorial", "any"]

ENDINGS: Mapping[Form, str] = MappingProxyType({
    "text": ".txt",
    "markdown": ".md",
    "json": ".json",
    "html": ".html",
    "svg": ".svg",
    "png": ".png",
})  # fmt: skip
"""How the files of a form end; notes for GitHub are for its log alone."""

_LOOK = "How it looks"

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[OLD NEW | [REV | REV..REV | REV...REV] [--] [PATH]...]",
        help="Two files (`REV:path` for one in git), or what `git diff` takes.",
    ),
]
Staged = Annotated[
    bool, typer.Option("--staged", "--cached", help="Compare what is staged with a commit.")
]
Format = Annotated[
    Form | None,
    typer.Option(
        "--output-format",
        "--format",
        "-f",
        help="How to write the changes; else the output's ending tells, else `text`.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Where to write, a folder for pictures of several; else it is printed.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORD",
        help="Tell only changes of an effect (`visible`), a kind (`moved`) or an element "
        "(`pain_point`); several with commas.",
    ),
]
Stat = Annotated[bool, typer.Option("--stat", help="Count the changes of each file.")]
NoRenames = Annotated[
    bool,
    typer.Option("--no-renames", help="Take nothing for the same that is called otherwise."),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say why two elements were taken for the same.")
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")]
FailOn = Annotated[
    Level | None,
    typer.Option(help="Exit with 1 if a change has this effect, or one that matters more."),
]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="PATH", help="What to call standard input.")
]

Theme = Annotated[
    str | None,
    typer.Option(
        metavar="THEME", help="Colours, as for `bp render --theme`.", rich_help_panel=_LOOK
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The language of the words that a picture adds, as for `bp render --lang`.",
        rich_help_panel=_LOOK,
    ),
]
Way = Annotated[
    Direction | None,
    typer.Option(
        "--direction",
        help="Steps as columns from left to right, or as rows from top to bottom.",
        rich_help_panel=_LOOK,
    ),
]
Scale = Annotated[
    float | None,
    typer.Option(
        metavar="N",
        help="Size of a PNG, from 0.1 to 20: 2 is twice as large.",
        rich_help_panel=_LOOK,
    ),
]
