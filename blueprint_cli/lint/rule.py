"""What a rule is: its code and name, what it looks for, what can be set, and its page.

A rule is one file of `rules/`, whose docstring is its page: a sentence, what it finds and why that
matters to the service, `## Bad` and `## Good` with a blueprint each, `## How to fix`, `## Source`.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from blueprint_cli.problems import Fix, Flaw, Severity
from blueprint_cli.source import Source, Span


class Beside(NamedTuple):
    """Another place of the same file that explains a finding."""

    span: Span
    message: str


class Finding(NamedTuple):
    """What a rule found in a blueprint; `span` is None where the whole file is meant.

    `message` is one clause in the user's words that names what it is about in single quotes, and
    stays the same from day to day; `hint` says what to do.
    """

    span: Span | None
    message: str
    hint: str | None = None
    beside: tuple[Beside, ...] = ()
    fix: Fix | None = None


class Across(NamedTuple):
    """A finding about more than one file: where it stands, and where else to look."""

    source: Source
    finding: Finding
    elsewhere: tuple[tuple[Source, Span, str], ...] = ()


Check = Callable[..., Iterable[Finding]]
"""Gives what is wrong with a `Service`; the rule's options are its keyword arguments."""

CheckAcross = Callable[..., Iterable[Across]]
"""Gives what is wrong between `Neighbours`; the rule's options are its keyword arguments."""


class Option(NamedTuple):
    """What can be set of a rule: a number (at least `least`), yes or no, or a list of words.

    `name` is what its check calls it.
    """

    name: str
    default: bool | int | float | str | tuple[str, ...]
    about: str
    least: float = 0

    @property
    def key(self) -> str:
        """How it is written in settings."""
        return self.name.replace("_", "-")

    @property
    def values(self) -> str:
        """What may stand behind it, in words."""
        if isinstance(self.default, tuple):
            return "a list of texts"
        if isinstance(self.default, bool):
            return "`true` or `false`"
        if isinstance(self.default, str):
            return "a text"
        whole = "a whole number" if isinstance(self.default, int) else "a number"
        return f"{whole} from {self.least:g}"


class Rule(NamedTuple):
    """A rule and how it judges where nobody says otherwise.

    `off` rules and `preview` rules (which may still change) are silent until they are chosen.
    `check` is None for what is found while a file is read.
    """

    code: str
    name: str
    severity: Severity
    page: str
    check: Check | None = None
    options: tuple[Option, ...] = ()
    off: bool = False
    preview: bool = False
    check_across: CheckAcross | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it stays an error whatever is chosen: it keeps a file from being drawn."""
        return self.severity == "error" and self.check is None and self.check_across is None

    @property
    def about(self) -> str:
        """The first sentence of its page."""
        return self.page.partition("\n")[0]


def found_by_reading(flaw: Flaw, page: str | None) -> Rule:
    """The rule of a flaw that is found while a file is read, and never with a check of its own."""
    return Rule(flaw.code, flaw.rule, flaw.severity, page or flaw.about)


def as_toml(value: object) -> str:
    """A text, number, flag or list as it is written in settings."""
    import json

    return json.dumps(value, ensure_ascii=False, default=str)
