"""Characters that no text may hold, and those that only some YAML programs take for line ends."""

from itertools import islice

from blueprint_cli.patterns import later
from blueprint_cli.problems import CONTROL_CHARACTER, Problem
from blueprint_cli.source import Source, Span

MOST_CONTROLS = 10
"""So many control characters are told: a file full of them is not worth more."""

CONTROL = later("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text may hold: controls but tab and line ends, and codes that are no characters."""


def controls(source: Source) -> list[Problem]:
    """The control characters that stand in a text as they are."""
    if source.text.replace("\n", "").isprintable():
        return []
    found = islice(CONTROL.finditer(source.text), MOST_CONTROLS)
    return [control(source, match[0], Span(*match.span())) for match in found]


def control(source: Source, sign: str, span: Span) -> Problem:
    """A control character, as it is or as an escape."""
    named = {"\0": "a NUL character", "\x1b": "an escape character", "\x7f": "a delete character"}
    what = named.get(sign, f"the control character U+{ord(sign):04X}")
    return CONTROL_CHARACTER.at(source, span, f"{what} stands in the text", "delete it")


def stand_ins(text: str) -> dict[int, str]:
    """Signs not in the text for U+2028 and U+2029, which libyaml takes for line ends."""
    foreign = [sign for sign in "\u2028\u2029" if sign in text]
    free = (
        (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
        if foreign
        else iter(())
    )
    return {ord(sign): next(free) for sign in foreign}
