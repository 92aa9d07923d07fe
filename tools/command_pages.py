"""The pages of the command line and the settings, made from what the program itself says."""

from collections.abc import Iterator

import typer
from typer.core import TyperCommand

from blueprint_cli.cli import ABOUT, COMMANDS, Commands, load, root
from blueprint_cli.config import PROJECT, described
from blueprint_cli.lint.rule import as_toml
from blueprint_cli.rules.every import RULES
from blueprint_cli.workspace import SETTINGS

STATUS = """\
| exit status | when |
|---|---|
| 0 | done, and nothing found |
| 1 | problems found |
| 2 | the command could not do its work: wrong usage, no such file, no right to write |
| 130 | ended with Ctrl-C |
"""

EVERYWHERE = """\
What was asked for goes to standard output, everything said about it to standard error. `-` is
standard input, and `--stdin-filename` says what to call it. A folder means every blueprint below it
that git does not ignore; YAML files in it that are no blueprints are passed over.

Colour is used on a terminal only. The environment variables `NO_COLOR` and `FORCE_COLOR` are
obeyed, and `--color` wins over them. Control characters of a file are shown escaped, and never
reach the terminal.

`bp --install-completion` teaches your shell to complete commands and options.
"""

SETTINGS_PAGE = """\
# Settings

Settings stand in {files}, the nearest one upward of each blueprint. In `pyproject.toml` the tables
are called `[tool.bp.render]` and so on. The command line wins over them.

```toml
[render]
format = "png"
scale = 2

[lint]
fail-level = "error"
```

| setting | values | default | what it does |
|---|---|---|---|
{rows}
## What can be set of rules

Each rule that takes settings has a table of its own, such as `[lint.rules.long-name]`; its page in
[rules](rules/README.md) says more.

| rule | key | default | what it does |
|---|---|---|---|
{options}
A key that is not in these tables is an error. `bp config FILE` shows what holds for a file, and
where each value comes from. The folder of the settings is also the workspace: paths in a blueprint
cannot lead out of it.
"""


def cli_page() -> str:
    """docs/cli.md: every command with its arguments and options."""
    sections = [section for each in COMMANDS for section in _sections(each.name)]
    listed = "".join(f"| [`bp {name}`](#bp-{name}) | {about} |\n" for name, about in COMMANDS)
    return (
        f"# The command line\n\n{ABOUT}\n\n| command | |\n|---|---|\n{listed}\n"
        f"{EVERYWHERE}\n{STATUS}\n"
        f"## For every command\n\n{_everywhere()}\n" + "\n".join(sections)
    )


def _sections(name: str) -> Iterator[str]:
    """The section of a command; of a group its own, and one for each command in it."""
    command = load(name)
    if isinstance(command, Commands):
        yield f"## bp {name}\n\n{command.help}\n"
        for each in command.listed:
            yield from _sections(f"{name}.{each.name}")
    else:
        yield _section(name.replace(".", " "), command)


def _section(name: str, command: TyperCommand) -> str:
    context = _context(command, f"bp {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    return "\n".join(
        [
            f"## bp {name}\n",
            f"```text\nbp {name} {usage}\n```\n",
            f"{command.help}\n",
            *_tables(command, context),
        ]
    )


def _tables(command, context: typer.Context) -> Iterator[str]:
    """A table for the arguments and for each group of options, those of every command left out."""
    shared = ("--color", "--traceback", "--help", "-h, --help")
    for heading, records in command.groups(context).items():
        rows = [_row(record) for record in records if not record[0].startswith(shared)]
        titled = {"Arguments": "argument", "Options": "option"}.get(heading, heading)
        if rows:
            yield f"| {titled} | |\n|---|---|\n{''.join(rows)}"


def _context(command, name: str) -> typer.Context:
    return typer.Context(command, info_name=name)


def _everywhere() -> str:
    context = _context(root(), "bp")
    records = [each.get_help_record(context) for each in root().get_params(context)]
    return "| option | |\n|---|---|\n" + "".join(_row(record) for record in records if record)


def _row(record: tuple[str, str]) -> str:
    words, said = (text.replace("|", "\\|") for text in record)
    return f"| `{words}` | {' '.join(said.split())} |\n"


def config_page() -> str:
    """docs/config.md: every setting with its values, default and meaning."""
    rows = "".join(
        f"| `{each.key}` | {each.values} | `{each.default}` | {each.meaning} |\n"
        for each in described().values()
    )
    options = "".join(
        f"| [`{rule.name}`](rules/{rule.code}.md) | `{each.key}` | `{as_toml(each.default)}` "
        f"| {each.about} |\n"
        for rule in RULES
        for each in rule.options
    )
    return SETTINGS_PAGE.format(files=_either(), rows=rows, options=options)


def _either() -> str:
    return f"{', '.join(f'`{name}`' for name in SETTINGS)} or `{PROJECT}`"
