"""The options of `bp report`, in the groups in which its help shows them."""

from typing import Annotated

import typer

from blueprint_cli.report import CHAPTERS, Audience
from blueprint_cli.reporters import Form

_WHAT = "What is told"

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Where to write: a file, a folder, or `-` for standard output. If left out, `md` and "
        "`json` are printed, and the others lie beside the blueprint: `hotel.report.html`.",
    ),
]
FormAsked = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        help="The report's format; else the output's ending tells, else `html`. Of a folder, "
        "`html` is a site; `csv` is a folder with a file for each table.",
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SECTION,...",
        help=f"Only these sections: {', '.join(each.key for each in CHAPTERS)}.",
        rich_help_panel=_WHAT,
    ),
]
ForAudience = Annotated[
    Audience | None,
    typer.Option("--audience", help="Only what these readers need.", rich_help_panel=_WHAT),
]
ForLane = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="LANE",
        help="Instead of figures the guide for those who work in this lane, by id or name.",
        rich_help_panel=_WHAT,
    ),
]
Brief = Annotated[
    bool,
    typer.Option(
        "--brief",
        help="Markdown so short that it fits a comment on a pull request.",
        rich_help_panel=_WHAT,
    ),
]
History = Annotated[
    bool,
    typer.Option(
        "--history", help="Tell, too, how the blueprint moved in git.", rich_help_panel=_WHAT
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day against which dates are judged; else a page judges them when it is read, "
        "and nothing else does.",
        rich_help_panel=_WHAT,
    ),
]
TableKey = Annotated[
    str | None,
    typer.Option(
        "--table", metavar="KEY", help="Of a `csv` only this table.", rich_help_panel=_WHAT
    ),
]
Picture = Annotated[
    str | None,
    typer.Option(
        metavar="PATH",
        help="A picture for Markdown to show, by its path or address; else the one beside the "
        "blueprint, if it is there.",
        rich_help_panel=_WHAT,
    ),
]
