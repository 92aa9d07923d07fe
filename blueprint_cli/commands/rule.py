"""`bp rule`: what a rule finds, why that matters, and how it is mended."""

from typing import Annotated, Literal

import typer

from blueprint_cli import console
from blueprint_cli.lint.choice import ALL, meant
from blueprint_cli.rule_words import words
from blueprint_cli.rules.every import RULES


def rule(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULE]...",
            help="Codes (`BP201`), names (`empty-step`) or families (`BP2`); else all are listed.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print the pages of all rules.")] = False,
    output_format: Annotated[
        Literal["text", "json"], typer.Option(help="For people, or for programs.")
    ] = "text",
) -> None:
    """Explain rules: what each finds, why that matters to the service, and how it is mended.

    Without a rule, all are listed, one in a line.
    """
    from blueprint_cli import rule_pages

    wanted = words([ALL] if every else list(names or ()), "bp rule")
    chosen = [each for each in RULES if any(meant(word, (each,)) for word in wanted)]
    if output_format == "json":
        import json

        told = [rule_pages.for_programs(each) for each in chosen or RULES]
        console.write(json.dumps(told, indent=2, ensure_ascii=False) + "\n")
    elif not wanted:
        width = console.columns() if console.colored_output() else None
        console.write(rule_pages.listed(width))
    else:
        _print("\n".join(map(rule_pages.page, chosen)))


def _print(text: str) -> None:
    """Rendered where colours are shown, else as it is."""
    if console.colored_output():
        from blueprint_cli.markdown import rendered

        text = rendered(text, console.columns())
    console.write(text)
