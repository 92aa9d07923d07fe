"""What an output format of `bp lint` is, and what it is given to tell."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from blueprint_cli.lint.rule import Rule
from blueprint_cli.problems import Problem


class Outcome(NamedTuple):
    """What is to be told of a run: its problems in their order, the files and rules it asked.

    `files` are all that were checked, by the paths that problems name them by; `rules` need not
    hold every problem's.
    """

    problems: Sequence[Problem]
    files: Sequence[str] = ()
    rules: Sequence[Rule] = ()
    color: bool = False


class Listing(NamedTuple):
    """A format: its name on the command line, what it is good for, and how it is written.

    What a `streamed` one writes of several files, one after the other, is what it writes of all.
    """

    name: str
    about: str
    write: Callable[[Outcome], str]
    streamed: bool = False
