"""The command line of `bp`: which commands there are, and what happens when one cannot do its work.

A command's module is loaded when the command is called and not before, so the list of commands is
written out here with the one line that each shows in `bp --help`.
"""

import os
import re
import sys
import traceback
from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any, Literal

import typer
from typer._click.exceptions import NoArgsIsHelpError, NoSuchOption, UsageError
from typer._click.shell_completion import CompletionItem
from typer.core import TyperArgument, TyperCommand, TyperGroup

from blueprint_cli import __version__, console
from blueprint_cli.commands import Listed
from blueprint_cli.problems import Trouble

COMMANDS = (
    Listed("render", "Draw blueprints as SVG, PNG, PDF, HTML, PPTX or DOT, or as a table."),
    Listed(
        "report", "Tell where a service hurts and why, what hangs on what, and what to do first."
    ),
    Listed(
        "impact", "Tell what fails without a lane, a resource or an action, or what a delay brings."
    ),
    Listed("lint", "Name every problem of blueprints, with its place and what to do."),
    Listed(
        "rule",
        "Explain rules: what each finds, why that matters to the service, and how it is mended.",
    ),
    Listed("rename", "Give an element another id, wherever the workspace names it."),
    Listed("fmt", "Write blueprints in one form, without changing what they say."),
    Listed(
        "diff", "Tell what changed between two versions of blueprints, in the words of the service."
    ),
    Listed("merge", "Merge two versions of a blueprint that began as one, by what they say."),
    Listed(
        "comment", "Put a text on a pull request as one comment, or bring that comment up to date."
    ),
    Listed("show", "Print a blueprint as tables in the terminal."),
    Listed("history", "Show how a blueprint moved from version to version, as git knows them."),
    Listed(
        "log", "Tell what each commit changed of a blueprint, the newest first, by what it means."
    ),
    Listed("blame", "Tell who last changed each lane, step and action of a blueprint, and how."),
    Listed("git", "Let git show the steps of blueprints, compare them by meaning, and merge them."),
    Listed(
        "changelog",
        "Write release notes in the customer's words, as Markdown: what customers will notice.",
    ),
    Listed("init", "Write a commented first blueprint."),
    Listed("schema", "Print the JSON Schema with which editors complete and check blueprints."),
    Listed("config", "Show which settings hold for a file, and where each comes from."),
)

ABOUT = """Service blueprints as plain YAML: check them, read them in the terminal, draw them.

Start with `bp init`, then `bp render blueprint.yaml --open`."""


def run(arguments: list[str]) -> int:
    """Run the command line and give the exit status: 0, 1 (problems found), 2 or 130 (Ctrl-C)."""
    console.prepare_streams()
    try:
        status = _answer(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        console.silence(sys.stdout)
        console.silence(sys.stderr)
        return 0
    except OSError as error:
        console.silence(sys.stdout)
        console.complain(_of_the_system(error))
        return 2
    return status


def _answer(arguments: list[str]) -> int:
    try:
        return _status(root().main(arguments, prog_name="bp", standalone_mode=False))
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # click would make it a status of 1
            raise ended.__context__ from None
        return _status(ended.code)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except NoArgsIsHelpError as asked:
        sys.stderr.write(asked.format_message() + "\n")
    except UsageError as wrong:
        console.complain(*_in_our_words(wrong))
    except Trouble as trouble:
        console.complain(trouble.message, trouble.hint)
        _trace(arguments)
    except OSError:
        _trace(arguments)
        raise
    except Exception as bug:  # noqa: BLE001 - the last resort: a bug must not exit 1, "problems found"
        console.complain(*_reported(bug))
        _trace(arguments)
    return 2


def _status(code: object) -> int:
    return code if isinstance(code, int) else 0


def _trace(arguments: list[str]) -> None:
    if "--traceback" in arguments:
        traceback.print_exc()


def _of_the_system(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    if not isinstance(error.filename, str):
        return reason
    near = os.path.relpath(error.filename)
    return f"{error.filename if near.startswith('..') else near}: {reason}"


def _reported(bug: Exception) -> tuple[str, str]:
    return (
        f"bp {__version__} has a bug: {type(bug).__name__}: {bug}",
        "please report it with the command, the file and what `--traceback` prints",
    )


def _in_our_words(wrong: UsageError) -> tuple[str, str]:
    message = wrong.message if isinstance(wrong, NoSuchOption) else wrong.format_message()
    message = re.sub(r"\s+", " ", message).rstrip(".")
    for theirs, ours in _OUR_WORDS:
        message = re.sub(theirs, ours, message)
    page = wrong.ctx.command_path if wrong.ctx else "bp"
    near = _nearest(wrong)
    hint = f"did you mean `{near}`? " if near else ""
    return message[:1].lower() + message[1:], f"{hint}`{page} --help` tells what there is"


_OUR_WORDS = (
    (r"^Got unexpected extra argument(?:\(s\)|s)? \((.*)\)$", r"too many arguments: '\1'"),
    (r"^No such option: (.*)$", r"no such option '\1'"),
    (r"is not a valid float$", "is no number"),
    (r"is not a valid int$", "is no whole number"),
    (r"'([^']*)'", r"`\1`"),
)


def _nearest(wrong: UsageError) -> str | None:
    if isinstance(wrong, NoSuchOption):
        known = (
            [name for option in wrong.ctx.command.params for name in option.opts]
            if wrong.ctx
            else []
        )
        found = get_close_matches(wrong.option_name, known, 1)
    elif "No such command" in wrong.message:
        here = wrong.ctx.command if wrong.ctx else None
        names = here.list_commands(wrong.ctx) if isinstance(here, Commands) else []
        found = get_close_matches(wrong.message.split("'")[1], names, 1)
    elif "is not one of" in wrong.message:
        said, *choices = re.findall(r"'([^']*)'", wrong.message)
        found = get_close_matches(said, choices, 1)
    else:
        found = []
    return found[0] if found else None


class Commands(TyperGroup):
    """Commands that are loaded when they are called: all that `bp` has, or those of one group."""

    listed: tuple[Listed, ...] = ()
    within: str = ""
    """What stands before the names of its modules: `git.`; empty for those of `bp` itself."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - its signature
        """The names, in the order of the help."""
        return [each.name for each in self.listed]

    def get_command(self, ctx: Any, cmd_name: str) -> "TyperCommand | Commands | None":  # noqa: ANN401 - its signature
        """The command by that name, loaded now, or None."""
        return load(self.within + cmd_name) if cmd_name in self.list_commands(ctx) else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - its signature
        """Write the list of commands without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.listed))

    def shell_complete(self, ctx: Any, incomplete: str) -> list[CompletionItem]:  # noqa: ANN401 - its signature
        """Complete names of commands without loading one; options as typer does."""
        if incomplete.startswith("-"):
            return super(TyperGroup, self).shell_complete(ctx, incomplete)
        return [
            CompletionItem(each.name, help=each.summary)
            for each in self.listed
            if each.name.startswith(incomplete)
        ]


class Command(TyperCommand):
    """A command whose help has its options in groups.

    Its usage line reads `FILE...`, as everywhere else, and not `{FILE...}`.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own signature
        """Remember what stands behind `--`: for `bp diff` these are paths and no revisions."""
        if "--" in args:
            ctx.meta["paths"] = args[args.index("--") + 1 :]
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer's own signature
        """What follows the command's name."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own signature
        """Write the arguments and, group by group, the options."""
        for heading, rows in self.groups(ctx).items():
            with formatter.section(heading):
                formatter.write_dl(rows)

    def groups(self, ctx: Any) -> dict[str, list[tuple[str, str]]]:  # noqa: ANN401 - as above
        """What can be given, with the help of each, by the headings below which it stands."""
        found: dict[str, list[tuple[str, str]]] = {}
        for each in self.get_params(ctx):
            usual = "Arguments" if isinstance(each, TyperArgument) else "Options"
            heading = getattr(each, "rich_help_panel", None) or usual
            if record := each.get_help_record(ctx):
                found.setdefault(heading, []).append(record)
        return found


def load(name: str) -> TyperCommand | Commands:
    """The command by a name of COMMANDS, with the options that all commands have.

    `git` is the group of that name, `git.install` a command in it.
    """
    module = import_module(f"blueprint_cli.commands.{name}")
    last = name.rpartition(".")[2]
    if listed := getattr(module, "COMMANDS", ()):
        return _group(getattr(module, last), listed, f"{name}.")
    command = _command(last, getattr(module, last))
    command.params.extend(_command("common", _common).params)
    return command


def _group(about: Any, listed: tuple[Listed, ...], within: str) -> Commands:  # noqa: ANN401 - any function
    """A group of commands; the function's options stand before the command's name."""
    app = typer.Typer(
        cls=Commands,
        rich_markup_mode=None,
        no_args_is_help=True,
        add_completion=not within,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=about.__doc__ if within else ABOUT)(about)
    command = typer.main.get_command(app)
    assert isinstance(command, Commands)  # noqa: S101 - `cls` says so
    command.listed, command.within = listed, within
    return command


def _command(name: str, function: Any) -> TyperCommand:  # noqa: ANN401 - any command's function
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command, context_settings={"help_option_names": ["-h", "--help"]})(
        function
    )
    command = typer.main.get_command(app)
    assert isinstance(command, TyperCommand)  # noqa: S101 - one command makes no group
    return command


def root() -> Commands:
    """The command line as a whole."""
    return _group(_common_and_version, COMMANDS, "")


def _chosen(when: str) -> str:
    console.choose_color(when)
    return when


def _version(asked: bool) -> None:
    if asked:
        console.write(f"bp {__version__}\n")
        raise typer.Exit


Color = Annotated[
    Literal["auto", "always", "never"],
    typer.Option(
        "--color",
        callback=_chosen,
        is_eager=True,
        expose_value=False,
        help="When to use colour; `auto` means on a terminal.",
    ),
]
Traceback = Annotated[
    bool,
    typer.Option(
        "--traceback",
        expose_value=False,
        help="Show Python's traceback when something goes wrong.",
    ),
]


def _common(color: Color = "auto", traceback: Traceback = False) -> None:
    """Take what every command takes."""


def _common_and_version(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_version,
            is_eager=True,
            expose_value=False,
            help="Print the version.",
        ),
    ] = False,
    color: Color = "auto",
    traceback: Traceback = False,
) -> None:
    """Take what stands before the command."""
