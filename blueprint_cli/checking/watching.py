"""Lint again whenever a blueprint or its settings change."""

import sys
from pathlib import Path

from blueprint_cli import console
from blueprint_cli.checking.plan import Plan
from blueprint_cli.checking.run import lint_once
from blueprint_cli.config import forget
from blueprint_cli.files import gather
from blueprint_cli.problems import Trouble
from blueprint_cli.workspace import settings_file_of

_PAUSE = 0.3
"""Seconds between two looks at the files that are watched."""


def watch_files(plan: Plan) -> None:
    """Lint whenever a file changes, until Ctrl-C."""
    from time import sleep

    before: object = None
    while True:
        now = _seen(plan)
        if now != before:
            before = now
            if sys.stdout is not None and sys.stdout.isatty():
                console.write("\x1b[2J\x1b[H")
            _lint_and_go_on(plan)
            console.say("Watching for changes; Ctrl-C ends it.")
        sleep(_PAUSE)


def _lint_and_go_on(plan: Plan) -> None:
    try:
        lint_once(plan)
    except Trouble as trouble:
        console.complain(trouble.message, trouble.hint)


def _seen(plan: Plan) -> tuple[tuple[str, int, int], ...]:
    """The files that are watched, settings among them, with their times and sizes."""
    forget()
    try:
        inputs = gather(list(plan.paths), only_blueprints=plan.only_blueprints)
    except Trouble:
        inputs = []
    paths = {each.path for each in inputs} | set(plan.paths)
    settings = {settings_file_of(path) for path in paths}
    return tuple(sorted(_stamp(str(path)) for path in paths | settings if path is not None))


def _stamp(path: str) -> tuple[str, int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_size
