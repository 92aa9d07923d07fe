"""What a run of `bp lint` is asked for."""

from typing import NamedTuple

from blueprint_cli.problems import Safety
from blueprint_cli.settings import FailLevel


class Plan(NamedTuple):
    """What the command line asks for; None where the settings decide."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    preview: bool
    mending: frozenset[Safety]
    diff: bool
    show_fixes: bool
    reason: str | None
    since: str | None
    formats: tuple[str, ...]
    statistics: bool
    min_severity: FailLevel | None
    fail_level: FailLevel | None
    today: str | None
    stdin_filename: str | None
    only_blueprints: bool
