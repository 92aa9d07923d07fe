"""Which rules judge which file: what the settings say, and over it the command line."""

import os
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from blueprint_cli.config import Held, settings_for
from blueprint_cli.lint.choice import Choice, Wishes, defaults, severities
from blueprint_cli.rules.every import RULES
from blueprint_cli.settings import Rank, Settings


class Said(NamedTuple):
    """What the command line says about rules; it wins over the settings.

    `select` replaces all that the settings choose, the others add to it.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    today: date | None = None


class Chooser:
    """Gives each file its choice, which is made once for all files with the same settings."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._made: dict[tuple[Path | None, tuple[int, ...]], Choice] = {}

    def __call__(self, path: str) -> Choice:
        """Which rules judge a file."""
        held = settings_for(path)
        ranks = _matching(path, held)
        known = (held.file, ranks)
        if known not in self._made:
            chosen = [held.settings.lint_files[place] for place in ranks]
            self._made[known] = _choice(held.settings, chosen, self._said)
        return self._made[known]


def _choice(settings: Settings, ranks: list[Rank], said: Said) -> Choice:
    own = dict(settings.lint_severity)
    for rank in ranks:
        own |= rank.severity
    wishes = Wishes(
        settings.lint_select if said.select is None else said.select,
        said.extend_select,
        said.ignore,
        own,
        said.preview or settings.lint_preview,
    )
    if said.select is None:
        written: list[Settings | Rank] = [settings, *ranks]
        for each in written:
            extend, ignore = _added(each)
            wishes = wishes._replace(
                extend_select=wishes.extend_select + extend, ignore=wishes.ignore + ignore
            )
    return Choice(severities(RULES, wishes), options(settings.lint_rules), said.today)


def _added(each: Settings | Rank) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(each, Rank):
        return each.extend_select, each.ignore
    return each.lint_extend_select, each.lint_ignore


def options(own: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
    """What is set of every rule that has options, by code; `own` wins over the defaults."""
    return {code: known | dict(own.get(code, {})) for code, known in defaults(RULES).items()}


def _matching(path: str, held: Held) -> tuple[int, ...]:
    """The places of the patterns that mean this file."""
    ranks = held.settings.lint_files
    if not ranks or held.file is None:
        return ()
    below = os.path.relpath(path, held.file.parent).replace(os.sep, "/")
    return tuple(place for place, rank in enumerate(ranks) if _pattern(rank.pattern).match(below))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """A pattern as git reads them in `.gitignore`: without a slash it means names anywhere."""
    anchored = "/" in pattern.rstrip("/")
    parts = re.split(r"(\*\*/|/\*\*|\*|\?)", pattern.strip("/"))
    told = "".join(_SIGNS.get(part, re.escape(part)) for part in parts)
    return re.compile(f"{'' if anchored else '(?:.*/)?'}{told}(?:/.*)?$")


_SIGNS = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}
