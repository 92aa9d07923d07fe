"""What is noted while a file is read: its mistakes in the user's words, and what refers to what."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from blueprint_cli.kinds import slug
from blueprint_cli.model import Element
from blueprint_cli.nearest import closest, did_you_mean
from blueprint_cli.patterns import later
from blueprint_cli.problems import (
    EMPTY_VALUE,
    FOREIGN_YAML,
    MISSING_KEY,
    MOST_PROBLEMS,
    REPEATED_KEY,
    UNKNOWN_KEY,
    WRONG_SHAPE,
    Fix,
    Flaw,
    Problem,
    Related,
    too_many,
)
from blueprint_cli.reading.instead import instead
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.record import Key, Pointer, Record, Reference, Scalar, Unfit, record_in
from blueprint_cli.source import Source, Span

FAILED: Final = object()
"""What a reader gives where there is no value."""

MOST_LOOKS = 50_000
"""With so many words one file's mistakes are compared for "did you mean": each look takes time."""


LONGEST = 60
"""So many characters of a user's text stand in a message."""


class TooMany(Exception):  # noqa: N818 - not an error of the program
    """The file has more problems than are told; reading it further is of no use."""


class Path(NamedTuple):
    """A path as written; `blueprint` if a blueprint must stand at its end."""

    text: str
    span: Span
    blueprint: bool


class Doubtful(NamedTuple):
    """A key `x-…` and its value: the user's own, unless an element of the kind `to` is called so.

    `read` reads it as that element's, `own` takes it otherwise.
    """

    to: str
    word: str
    value: Node
    read: Callable[[], None]
    own: dict[str, object]


class Reading:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.count = 0
        """How many mistakes were met, the same one each time an alias leads to it."""
        self.elements: defaultdict[str, list[Element]] = defaultdict(list)
        """All elements by their kind, in the file's order."""
        self.pointers: list[tuple[Pointer, Reference, Pairs | None]] = []
        """What refers to something, and the mapping whose key it is, if it is one."""
        self.paths: list[Path] = []
        self.later: list[Doubtful] = []
        self.doubtful: set[type[Record]] = set()
        """Records of which some may be missing or misread: nobody is told that one is unknown."""
        self.lost: set[str] = set()
        """Words that may be meant as ids: nobody is told that one of them is unknown."""
        self._said: set[tuple[str, str, Span]] = set()
        self._looks = MOST_LOOKS
        self._firsts: dict[int, dict[object, Span]] = {}
        self._given: set[tuple[int, str]] = set()

    def say(
        self,
        flaw: Flaw,
        span: Span,
        message: str,
        hint: str | None = None,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> object:
        """Note a problem, once for each place; gives `FAILED`."""
        self.count += 1
        if (flaw.code, message, span) not in self._said:
            if len(self.problems) == MOST_PROBLEMS:
                self.problems.append(too_many(self.source, span))
                raise TooMany
            self._said.add((flaw.code, message, span))
            self.problems.append(flaw.at(self.source, span, message, hint, related, fix))
        return FAILED

    def unfit(self, node: Node, unfit: Unfit, kind: Scalar[Any]) -> object:
        """A text is not what its key takes."""
        text = str(node.value).strip()
        message = unfit.message.replace(f"'{text}'", f"'{shown(text)}'")
        fix = None
        if unfit.instead and _fits(unfit.instead, kind):
            fix = instead(self.source, node.span, unfit.instead, surely=unfit.surely)
        return self.say(unfit.flaw, node.span, message, unfit.hint, fix=fix)

    def forget(self, span: Span) -> None:
        """Take back what was said last, if it was of this place: another mistake explains it."""
        if self.problems and self.problems[-1].span == span:
            self.problems.pop()

    def wrong_shape(self, node: Node, expected: str, hint: str | None = None) -> object:
        """A list, mapping or text stands where another is expected."""
        found = {Text: "a text", Items: "a list", Pairs: "a mapping"}[type(node)]
        hint = hint or _rewritten(node, expected)
        span = node.span if isinstance(node, Text) else self.first_line(node)
        return self.say(WRONG_SHAPE, span, f"{found} stands where {expected} is expected", hint)

    def too_few(self, node: Node) -> object:
        """An empty list stands where something is needed."""
        return self.say(EMPTY_VALUE, node.span, "the list is empty", "write at least one item")

    def empty_item(self, item: Node) -> object:
        """A list has an item that is nothing."""
        span = Span(max(item.start - 1, 0), item.end) if item.start == item.end else item.span
        return self.say(
            EMPTY_VALUE, span, "this item of the list is empty", "delete it, or complete it"
        )

    def empty(self, word: Node, value: Node, inside: Node, *, needed: bool = False) -> object:
        """A key has nothing behind it."""
        text = self.source.text
        or_delete = "" if needed else ", or delete the key"
        if inside.style == "{" and ":" not in text[word.end : value.start]:
            hint = "a comma ends a text inside braces: put the text in quotes"
        elif value.style:
            hint = f"write a text{or_delete}"
        elif comment := _COMMENT.match(text, word.end):
            hint = f'an unquoted `#` begins a comment: put the value in quotes, `"{comment[1]}"`'
        else:
            hint = f"write a value{or_delete}"
        message = f"nothing stands behind `{shown(str(word.value))}`"
        return self.say(EMPTY_VALUE, word.span, message, hint)

    def unknown(self, word: Text, record: type[Record], near: str | None, *, free: bool) -> None:
        """The format has no such key here: `near` is probably meant, and still `free`."""
        known = f"known here: {listed(record)}; your own keys begin with `x-`"
        message = f"unknown key '{shown(word.value)}' of {_a(called(record))}"
        fix = instead(self.source, word.span, near) if near and free else None
        self.say(UNKNOWN_KEY, word.span, message, did_you_mean(near) or known, fix=fix)

    def doubt(self, record: type[Record], declared: Key | None, value: Node) -> None:
        """What stands behind a key is not read: what may be in it is not to be told as unknown.

        The key is one of the record, as written or as meant; None if nobody knows.
        """
        if isinstance(value, Text) and value.value:
            self.lost |= {value.value, slug(value.value)}
        elif declared is None or declared.written in {"id", record.short}:
            self.doubtful.add(record)
        elif held := record_in(declared.kind):
            self.doubtful.add(held)

    def repeated(self, word: Text, first: Span) -> None:
        """A key is written twice."""
        related = (Related(self.source, first, "first written here"),)
        message = f"the key `{shown(word.value)}` is written twice"
        self.say(REPEATED_KEY, word.span, message, "keep one of the two", related)

    def foreign_key(self, word: Node) -> None:
        """A list or mapping is used as a key."""
        found = "a list" if isinstance(word, Items) else "a mapping"
        hint = (
            "put the text in quotes" if word.style in {"[", "{"} else "write a text before the `:`"
        )
        self.say(FOREIGN_YAML, self.first_line(word), f"{found} is used as a key", hint)

    def missing(self, declared: Key, node: Node, record: type[Record]) -> None:
        """A key that must be written is not there."""
        hint = f"add `{declared.written}: …`, {declared.doc}"
        if isinstance(node, Text):
            text = shown(node.value)
            quoted = text if re.fullmatch(r"[\w -]+", text) else f'"{text}"'
            hint = f"write `{{{record.short}: {quoted}, {declared.written}: …}}`"
        message = f"{_a(called(record))} without `{declared.written}`"
        self.say(MISSING_KEY, self.first_line(node), message, hint)

    def key(
        self, word: Node, written: dict[str, Node], form: Callable[[str], str] = str
    ) -> str | None:
        """The word of a key that is the user's own, in the form in which keys are compared.

        None if it is no text, or stands there already.
        """
        if not isinstance(word, Text):
            self.foreign_key(word)
            return None
        name = form(word.value)
        if name in written:
            self.repeated(word, written[name].span)
            return None
        written[name] = word
        return name

    def near(self, word: str, *known: Iterable[str]) -> str | None:
        """The nearest known word; None if there is none, or too much was asked."""
        words = [each for some in known for each in some] if self._looks > 0 else []
        self._looks -= len(words)
        return closest(word, words)

    def first(self, node: Pairs, word: str) -> Span:
        """Where a mapping holds a key for the first time."""
        return self._keys(node)[word]

    def holds(self, node: Pairs, word: str) -> bool:
        """Whether a mapping has a key."""
        return word in self._keys(node)

    def free(self, node: Pairs, word: str) -> bool:
        """Whether a mapping has no such key, and no fix gave it one; now one does."""
        free = not self.holds(node, word) and (id(node), word) not in self._given
        self._given.add((id(node), word))
        return free

    def _keys(self, node: Pairs) -> dict[object, Span]:
        if id(node) not in self._firsts:
            spans: dict[object, Span] = {}
            for key, _ in node.value:
                if isinstance(key, Text):
                    spans.setdefault(key.value, key.span)
            self._firsts[id(node)] = spans
        return self._firsts[id(node)]

    def first_line(self, node: Node) -> Span:
        """The place of a list or mapping as far as it is shown: its first line."""
        text = self.source.text[node.start : min(node.end, node.start + 200)]
        return Span(node.start, node.start + len(re.split(r"[\r\n]", text, maxsplit=1)[0].rstrip()))


def _fits(text: str, kind: Scalar[Any]) -> bool:
    try:
        kind.read(text)
    except Unfit:
        return False
    return True


def _rewritten(node: Node, expected: str) -> str | None:
    """A hint for who wrote a list, mapping or text in the place of another."""
    if expected.startswith("a mapping"):
        return "write `key: value`, one in a line"
    if isinstance(node, Items) and not expected.startswith("a text"):
        return "write it without the list: there can be only one" if node.value else "delete it"
    bare = isinstance(node, Pairs) and not any(value.value for _, value in node.value)
    if isinstance(node, Items) or bare:
        return "put the text in quotes" if node.style in {"[", "{"} else "write it behind the key"
    return "write only the text, without a key" if isinstance(node, Pairs) else None


_COMMENT = later(r"""["']?:?[ \t]+(#\S[^\s"]*)""")


def called(record: type[Record]) -> str:
    """What one of these is called in messages."""
    return record.element.replace("_", " ") or record.__name__.lower()


def shown(text: str) -> str:
    """A user's text as part of a message: on one line, and not endless."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def listed(record: type[Record]) -> str:
    """The keys of a record as a person lists them."""
    return ", ".join(f"`{word}`" for word in record.keys)


def _a(called: str) -> str:
    return f"an {called}" if called[0] in "aeiou" else f"a {called}"
