"""`bp lint`: every problem of blueprints, for people or programs, and fixes for some of them."""

from typing import Annotated

import typer

from blueprint_cli.checking.plan import Plan
from blueprint_cli.checking.run import lint_once
from blueprint_cli.problems import Safety, Trouble
from blueprint_cli.settings import FailLevel

Rules = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        help="Ask only these rules: codes, beginnings of codes, names, or `ALL`; with commas.",
    ),
]


def lint(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Blueprints, folders, or `-` for standard input; else the current folder.",
        ),
    ] = None,
    select: Rules = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Ask these rules, too.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Do not ask these rules.")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Ask rules, too, that may still change.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended without changing what is said.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="Mend also where that may change what is said."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what `--fix` would change, and write nothing.")
    ] = False,
    show_fixes: Annotated[
        bool, typer.Option("--show-fixes", help="List the fixes that were made.")
    ] = False,
    add_ignore: Annotated[
        str | None,
        typer.Option(metavar="REASON", help="Silence all that is found now by comments."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Tell only what is new since a git revision; with `...` behind it, since this "
            "branch left it.",
        ),
    ] = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT[=PATH]",
            help="How to print what is found: auto, full, concise, json, jsonl, github, gitlab, "
            "junit, sarif, rdjson or markdown; several with paths; else the setting's.",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count what each rule finds.")
    ] = False,
    min_severity: Annotated[
        FailLevel | None,
        typer.Option(help="The lowest severity that is told; else the setting's, or `info`."),
    ] = None,
    fail_level: Annotated[
        FailLevel | None,
        typer.Option(
            help="The lowest severity that gives exit status 1; else the setting's, or `warning`."
        ),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Lint again whenever a file changes, until Ctrl-C.")
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day against which dates are judged; else today."),
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="What to call standard input, whose paths begin there."),
    ] = None,
    only_blueprints: Annotated[
        bool,
        typer.Option(
            "--only-blueprints",
            help="Pass over named files, too, that are no blueprints, as hooks need it.",
        ),
    ] = False,
) -> None:
    """Name every problem of blueprints, with its place and what to do.

    In a folder, all blueprints below it are checked that git does not ignore. `bp rule` tells what
    each rule finds and why it matters.
    """
    if unsafe_fixes and not (fix or diff):
        raise Trouble("`--unsafe-fixes` mends nothing alone", "add `--fix`, or `--diff` to look")
    plan = Plan(
        paths=tuple(paths or ["."]),
        select=None if select is None else _listed(select),
        extend_select=_listed(extend_select),
        ignore=_listed(ignore),
        preview=preview,
        mending=_mending(fix=fix or diff, unsafe=unsafe_fixes),
        diff=diff,
        show_fixes=show_fixes,
        reason=None if add_ignore is None else " ".join(add_ignore.split()),
        since=since,
        formats=tuple(output_format or ()),
        statistics=statistics,
        min_severity=min_severity,
        fail_level=fail_level,
        today=today,
        stdin_filename=stdin_filename,
        only_blueprints=only_blueprints,
    )
    if not watch:
        raise typer.Exit(lint_once(plan))
    if plan.reason is not None or plan.mending or "-" in plan.paths:
        raise Trouble("`--watch` only looks", "leave out `--fix`, `--diff`, `--add-ignore` and `-`")
    from blueprint_cli.checking.watching import watch_files

    watch_files(plan)


def _listed(words: list[str] | None) -> tuple[str, ...]:
    """The words of an option that may stand several times, and have commas."""
    split = [word.strip() for each in words or [] for word in each.split(",")]
    found = tuple(word for word in split if word)
    if words and not found:
        raise Trouble("no rule is named", "write codes or names, such as `--select BP2,empty-step`")
    return found


def _mending(*, fix: bool, unsafe: bool) -> frozenset[Safety]:
    if not fix:
        return frozenset()
    return frozenset({"safe", "unsafe"} if unsafe else {"safe"})
