"""What is to be routed: arrows between numbered cards, each with the name it carries."""

from typing import NamedTuple

from blueprint_cli.layout.blocks import Block


class Wire(NamedTuple):
    """An arrow from card `start` to card `end` (their numbers), and the label at its start.

    The label's block is as wide as its widest line, so that nothing is kept free beside it.
    """

    start: int
    end: int
    kind: str
    label: Block | None = None
