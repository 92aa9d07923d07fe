"""`bp git status`: whether git shows and merges blueprints, and what to mend."""

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.in_git.doctor import Finding, findings

_STYLES = {"ok": "good", "note": "info", "mend": "error"}
_SHOWN = 5
"""So many paths are named; `--output-format json` has all."""


def status(
    output_format: Annotated[
        Literal["text", "json"],
        typer.Option("--output-format", "--format", "-f", help="How to write what was found."),
    ] = "text",
) -> None:
    """Look whether git shows and merges blueprints, and say what to mend.

    Exits with 1 if something does not work as it was asked for; what was never asked for is fine.
    """
    found = findings(".")
    console.write(_json(found) if output_format == "json" else _text(found))
    if any(each.state == "mend" for each in found):
        raise typer.Exit(1)


def _json(found: Sequence[Finding]) -> str:
    import json

    rows = [{**each._asdict(), "hint": each.hint or None} for each in found]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _text(found: Sequence[Finding]) -> str:
    return "".join(_lines(each, color=console.colored_output()) for each in found)


def _lines(each: Finding, *, color: bool) -> str:
    state = console.styled(f"{each.state:4}", _STYLES[each.state], color=color)
    lines = [f"{state}  {each.check}: {console.visible(each.message)}"]
    lines += [f"      {console.visible(path)}" for path in each.paths[:_SHOWN]]
    if len(each.paths) > _SHOWN:
        lines.append(f"      and {len(each.paths) - _SHOWN} more")
    if each.hint:
        lines.append(f"      {console.styled('hint:', 'info', color=color)} {each.hint}")
    return "".join(f"{line}\n" for line in lines)
