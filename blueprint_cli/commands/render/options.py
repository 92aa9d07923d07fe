"""The options of `bp render`, in the groups in which its help shows them."""

from typing import Annotated

import typer

from blueprint_cli.forms import Direction, Form
from blueprint_cli.languages import LANGUAGES
from blueprint_cli.look_words import IN_ORDER
from blueprint_cli.papers import PAPERS
from blueprint_cli.settings import Engine, Implied, Slides
from blueprint_cli.themes import THEMES

_WHAT = "What is drawn"
_LOOK = "How it looks"
_PAPER = "Paper and slides"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...", help="Blueprints, folders of blueprints, or `-` for standard input."
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Where to write: a file, a folder, or `-` for standard output; "
        "beside the blueprint if left out.",
    ),
]
Format = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        help="The picture's format; else the output's ending tells, else `svg`. `html` is a page "
        "to move about in, `table` a page with the blueprint as a table.",
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the picture when it is drawn.")]
StdinFilename = Annotated[
    str | None,
    typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
]

Lanes = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LANE,...",
        help="Only these lanes, by id, name or role, such as `reception,backstage`.",
        rich_help_panel=_WHAT,
    ),
]
Steps = Annotated[
    list[str] | None,
    typer.Option(
        metavar="A..B,...",
        help="Only these steps, by id, name or number: `booking`, `2..4`, `dinner..`.",
        rich_help_panel=_WHAT,
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TAG,...",
        help="Only actions that have one of these tags, or whose step or lane has one.",
        rich_help_panel=_WHAT,
    ),
]
Persona = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Name only this persona, and leave out what is tagged with another one.",
        rich_help_panel=_WHAT,
    ),
]
Focus = Annotated[
    str | None,
    typer.Option(
        metavar="ACTION",
        help="Fade all but this action (`step.lane` or its id), what it depends on and what "
        "depends on it.",
        rich_help_panel=_WHAT,
    ),
]
Level = Annotated[
    int,
    typer.Option(
        metavar="N",
        show_default=False,
        help="Draw the more detailed blueprints that steps and actions name, too, and link to "
        "them, up to 3 levels deep.",
        rich_help_panel=_WHAT,
    ),
]
Show = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PART,...",
        help=f"Besides lanes, steps and cards draw only these: {', '.join(IN_ORDER)}.",
        rich_help_panel=_WHAT,
    ),
]
Hide = Annotated[
    list[str] | None,
    typer.Option(metavar="PART,...", help="Draw all these parts but some.", rich_help_panel=_WHAT),
]
ImpliedLinks = Annotated[
    Implied | None,
    typer.Option(
        "--implied",
        help="Draw the plain reading order where a blueprint writes no links (`auto`).",
        rich_help_panel=_WHAT,
    ),
]

ThemeName = Annotated[
    str | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help=f"Colours: {', '.join(theme.name for theme in THEMES)}, or a TOML file with your own.",
        rich_help_panel=_LOOK,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The language of the words that a picture adds: "
        f"{', '.join(words.code for words in LANGUAGES)}, or `auto` for the blueprint's own.",
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
DrawnBy = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        help="Draw with bp's own Graphviz or the installed one.",
        rich_help_panel=_LOOK,
    ),
]

Page = Annotated[
    str | None,
    typer.Option(
        metavar="SIZE",
        help=f"Spread a PDF over pages of this size: {', '.join(PAPERS)}.",
        rich_help_panel=_PAPER,
    ),
]
Fit = Annotated[
    bool | None,
    typer.Option(
        "--fit/--no-fit",
        help="Make the picture so small that it fits one page.",
        rich_help_panel=_PAPER,
    ),
]
Landscape = Annotated[
    bool | None,
    typer.Option(
        "--landscape/--portrait",
        help="How the paper lies; else as it needs fewer pages.",
        rich_help_panel=_PAPER,
    ),
]
SlidesOf = Annotated[
    Slides | None,
    typer.Option(
        "--slides",
        help="One slide of the whole, or one of each phase, as a PPTX.",
        rich_help_panel=_PAPER,
    ),
]
