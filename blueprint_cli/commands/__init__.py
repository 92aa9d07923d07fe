"""The commands of `bp`, a module each; `cli` lists them."""

from typing import NamedTuple


class Listed(NamedTuple):
    """A command: its name, and the first sentence of its help. The module has the same name.

    A module that is a group of commands lists these as `COMMANDS`.
    """

    name: str
    summary: str
