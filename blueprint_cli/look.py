"""How a blueprint is to be drawn: which way, in which colours and words, and what of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from blueprint_cli.forms import Direction, Part
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.theme import Theme
from blueprint_cli.themes.light import LIGHT
from blueprint_cli.words import Words

PARTS: frozenset[Part] = frozenset(get_args(Part))


class Look(NamedTuple):
    """One way to draw; `implied`: whether the plain reading order stands in for unwritten links.

    `remarks` are sentences below the title: what a slice leaves out. `addresses` lead from an
    action or a step, by its key, to the picture of its details. `comments` are lines on the card of
    an action or step, by its key: what is said of it besides what it says itself.
    """

    theme: Theme = LIGHT
    words: Words = ENGLISH
    direction: Direction = "lr"
    shown: frozenset[Part] = PARTS
    implied: bool = True
    remarks: tuple[str, ...] = ()
    addresses: Mapping[str, str] = MappingProxyType({})
    comments: Mapping[str, tuple[str, ...]] = MappingProxyType({})


PLAIN = Look()
"""The whole blueprint, steps as columns, in the light theme and in English."""
