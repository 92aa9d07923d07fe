"""What `bp` says in a terminal: colour where it is wanted, and no text that could do harm.

Everything for people goes through `visible`, so that an escape sequence or a change of direction
inside a blueprint is shown, and never obeyed.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO, TypeVar
from unicodedata import category, east_asian_width

from blueprint_cli.patterns import later
from blueprint_cli.problems import Trouble

_Entry = TypeVar("_Entry")

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "bold": "1",
    "dim": "2",
    "good": "1;32",
}
_UNSAFE = later(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
_LATIN = 0xFF
_BYTES = range(0xDC80, 0xDD00)
_PATIENCE = 0.5
"""Seconds of silence before long work shows a progress bar."""


def visible(text: str) -> str:
    r"""The text with control characters, bidi controls and undecodable bytes escaped: `\x1b`."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda found: _escaped(found[0]), text)


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    if code in _BYTES:  # of a file name that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code <= _LATIN else f"\\u{code:04x}"


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    seen = (each for each in text if category(each) not in {"Mn", "Me", "Cf"})
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in seen)


def choose_color(when: str) -> None:
    """Let `--color` win over the environment: `always`, `never`, or `auto` to leave it as it is."""
    if when == "auto":
        return
    for name in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    os.environ["FORCE_COLOR" if when == "always" else "NO_COLOR"] = "1"


def colored(stream: TextIO) -> bool:
    """Whether this stream gets colour; NO_COLOR and FORCE_COLOR count unless they are empty."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def colored_output() -> bool:
    """Whether standard output gets colour."""
    return sys.stdout is not None and colored(sys.stdout)


def colored_errors() -> bool:
    """Whether standard error gets colour."""
    return sys.stderr is not None and colored(sys.stderr)


def styled(text: str, style: str, *, color: bool) -> str:
    """The text in a style by name, or as it is."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color and text else text


def write(content: str | bytes) -> None:
    """Write what was asked for to standard output, exactly as it is."""
    if sys.stdout is None:
        raise Trouble("standard output is closed")
    if isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)
    sys.stdout.flush()


def say(text: str, style: str | None = None, label: str = "") -> None:
    """Tell the user something about the work, on standard error: one line, label first."""
    if sys.stderr is None:
        return
    marked = styled(label, style, color=colored(sys.stderr)) if style else label
    sys.stderr.write(marked + visible(text) + "\n")
    sys.stderr.flush()


def complain(message: str, hint: str | None = None) -> None:
    """Say why the command could not do its work, and what to do."""
    say(message, "error", "error: ")
    if hint:
        say(hint, "info", "hint: ")


def warn(message: str) -> None:
    """Say what the user should know although the work went on."""
    say(message, "warning", "warning: ")


def report(parts: Iterable[str]) -> None:
    """Write texts that are made for people already, on standard error."""
    if sys.stderr is not None:
        sys.stderr.writelines(f"{part}\n" for part in parts)


def columns() -> int:
    """How wide the terminal is, at least 20 columns; 80 where there is none."""
    import shutil

    return max(shutil.get_terminal_size().columns, 20)


def prepare_streams() -> None:
    """Write UTF-8 with plain line feeds wherever output goes: the same input, the same bytes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def silence(stream: TextIO | None) -> None:
    """Send what is still to be written nowhere: whoever read it has gone."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def tracked(entries: Iterable[_Entry], total: int, title: str) -> Iterator[_Entry]:
    """Give the entries one by one; on a terminal long work shows how far it is."""
    if total == 1 or sys.stderr is None or not sys.stderr.isatty():
        yield from entries
        return
    start = monotonic()
    rest = iter(entries)
    for done, entry in enumerate(rest, 1):
        yield entry
        if monotonic() - start > _PATIENCE:
            yield from _with_bar(rest, done, total, title)


def _with_bar(rest: Iterator[_Entry], done: int, total: int, title: str) -> Iterator[_Entry]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total, completed=done)
        for entry in rest:
            yield entry
            progress.advance(task)
