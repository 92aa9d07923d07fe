"""The events of YAML that a text is made of, as PyYAML's C parser gives them."""

import re
from collections.abc import Callable
from typing import Any

from blueprint_cli.patterns import Later
from blueprint_cli.problems import Trouble

Event = Any
"""An event of the parser; PyYAML's classes for them share no typed base."""


# PyYAML is loaded whole, but its patterns are compiled once somebody uses them: they belong to its
# parser in Python, which reads no blueprint, and take longer than all the rest of it.
_at_once = re.compile
vars(re)["compile"] = Later
try:
    import yaml as yaml  # noqa: PLC0414 - others take it from here
finally:
    vars(re)["compile"] = _at_once


def events(text: str) -> Callable[[], Event]:
    """A function that gives the next event of a text; `yaml.YAMLError` where it is no YAML."""
    try:
        from yaml._yaml import CParser
    except ImportError as error:
        raise Trouble(
            "PyYAML is installed without its C part, which reads blueprints",
            "install it anew: `pip install --force-reinstall --only-binary :all: PyYAML`",
        ) from error
    get: Callable[[], Event] = CParser(text).get_event
    return get
