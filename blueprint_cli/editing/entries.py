"""A text as it is laid out: what stands in each list and mapping, and the comments beside it.

Where `nodes.py` tells what a text says, this tells how it says it: anchors, aliases and merge keys
stand here as they are written, and each comment belongs to the entry that it is about.
"""

import re
from typing import Final, NamedTuple, Union

from blueprint_cli.editing.block_texts import block_text
from blueprint_cli.problems import FOREIGN_YAML, REPEATED_KEY, Flaw
from blueprint_cli.reading.mistakes import shown
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text


class Remark(NamedTuple):
    """A comment from its `#` to its last word; `blank` if an empty line stands before it.

    `column` is where its line has it, from 0; `alone` if nothing stands before it there.
    """

    text: str
    start: int
    end: int
    column: int
    blank: bool
    alone: bool


class Entry(NamedTuple):
    """A key with its value, or an item of a list.

    `start` is the place of its dash or key; `anchor` and `key_anchor` are written as in `&desk`.
    `above` are the comments over it, `beside` those on its lines, `blank` an empty line before it,
    below all comments.
    """

    start: int
    key: Text | None
    key_anchor: str
    anchor: str
    value: "Value"
    above: list[Remark]
    beside: list[Remark]
    blank: bool


class Whole(NamedTuple):
    """A list or mapping; `below` are comments behind its last entry that are about none.

    `style` is that of its node, `end` the place behind all that belongs to it.
    """

    style: str
    start: int
    end: int
    column: int
    entries: list[Entry]
    below: list[Remark]

    @property
    def flow(self) -> bool:
        """Whether it stands in brackets or braces."""
        return self.style in {"[", "{"}


Value = Union[Text, Whole]  # noqa: UP007 - a class that is told of further below takes no `|`


class Layout(NamedTuple):
    """A whole text.

    `head` is what ends with `---`, `tail` what begins with `...`, both mostly empty. `opening` are
    the comments that are about the file; an empty line ends them if `root.blank`. `node` is the
    outermost node.
    """

    text: str
    node: Node
    head: str
    opening: list[Remark]
    root: Entry
    tail: str


class Unwritable(Exception):  # noqa: N818 - not an error of the program
    """Something of which nobody knows how to write it; `flaw` is of the sort that it has."""

    def __init__(self, flaw: Flaw, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.flaw = flaw
        self.node = node
        self.message = message
        self.hint = hint


OPENING = re.compile(r"#\s*(?:yaml-language-server\s*:|-\*-|vim?:)")
"""The comments that are always about the file: those that editors read."""

LONGEST_KEY = 1000
"""YAML reads a key that is longer than 1024 characters only behind `? `."""

_SIGNS: Final = re.compile(r"#[^\n]*|&[^\s,\[\]{}]+|[-?]|\n[ \t]*(?=\n)")
_BEGUN: Final = re.compile(r"^---(?:[ \t]+#[^\n]*)?(?=\s)", re.MULTILINE)
_ENDED: Final = re.compile(r"^\.\.\.(?=\s|\Z)", re.MULTILINE)


def layout(text: str, root: Node) -> Layout:
    """How a text is laid out, by its nodes as they are written; lines end with a line feed.

    Raises `Unwritable` for keys that only YAML knows.
    """
    return _Walk(text).document(root)


class _Gap(NamedTuple):
    """What stands between two nodes: comments before and behind a dash or `?`, and an anchor."""

    early: list[Remark]
    late: list[Remark]
    anchor: str
    dash: int | None
    blank: bool
    last_blank: bool


_NOTHING: Final = _Gap([], [], "", None, blank=False, last_blank=False)
_EMPTY: Final = _Gap([], [], "", None, blank=True, last_blank=True)


class _Walk:
    """From the first node to the last, with the comments between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.last: list[Remark] | None = None
        """The comments beside the entry that ended last, or whose brackets are open."""
        self.closed: list[Whole] = []

    def document(self, node: Node) -> Layout:
        """The whole text."""
        text = self.text
        begun = _BEGUN.search(text, 0, node.start)
        self.at = begun.end() if begun else 0
        head = text[: self.at]
        gap = self.gap(node.start)
        remarks = gap.early + gap.late
        count = _opening(remarks, blank=gap.blank) if _is_block(node) else len(remarks)
        follows = remarks[count].blank if count < len(remarks) else gap.blank
        beside: list[Remark] = []
        value = self.value(node, beside, remarks[count:], blank=gap.blank)
        root = Entry(node.start, None, "", gap.anchor, value, [], beside, blank=follows)
        ended = _ENDED.search(text, self.at)
        end = ended.start() if ended else len(text)
        rest = self.settle(self.gap(end).early, -1)
        (value.below if isinstance(value, Whole) else beside).extend(rest)
        return Layout(text, node, head, remarks[:count], root, text[end:])

    def value(
        self, node: Node, beside: list[Remark], carried: list[Remark], *, blank: bool
    ) -> Value:
        """A node with all that stands in it.

        `carried` are the comments over its first entry, `blank` an empty line below them.
        """
        self.last = beside
        if isinstance(node, Text):
            return self.scalar(node, beside)
        self.at = node.start
        flow = node.style in {"[", "{"}
        column = 0 if flow else node.start - self.text.rfind("\n", 0, node.start) - 1
        if isinstance(node, Pairs):
            entries = self.pairs(node, column)
        else:
            entries = [self.item(item, column) for item in node.value]
        if carried or blank:
            first = entries[0]
            entries[0] = first._replace(above=carried + first.above, blank=blank)
        below = self.close(node.end, beside, empty=not entries) if flow else []
        whole = Whole(node.style, node.start, self.at, column, entries, below)
        if not flow:
            self.closed.append(whole)
        return whole

    def close(self, end: int, beside: list[Remark], *, empty: bool) -> list[Remark]:
        """Come to the end of brackets or braces, and give the comments that stand before it."""
        rest = self.settle(self.gap(end).early, -1)
        self.at = end
        self.last = beside
        if not empty:
            return rest
        beside.extend(rest)
        return []

    def scalar(self, node: Text, beside: list[Remark]) -> Text:
        """A text; of one below `|` or `>` all its lines, and the comment behind that sign."""
        if node.style not in {"|", ">"}:
            self.at = max(self.at, node.end)
            return node
        block = block_text(self.text, node)
        if self.text.startswith("#", block.comment):
            self.at = block.comment
            line = self.text.find("\n", block.comment)
            beside.extend(self.gap(line if line >= 0 else len(self.text)).early)
        self.at = block.end
        return node._replace(end=block.end)

    def pairs(self, node: Pairs, column: int) -> list[Entry]:
        """The pairs of a mapping that begins at this column."""
        written: set[tuple[str, bool]] = set()
        entries: list[Entry] = []
        for key, value in node.value:
            word = _checked(self.text, key)
            identity = (word.value, word.style == "*")
            if identity in written:
                message = f"the key `{shown(word.value)}` is written twice"
                raise Unwritable(REPEATED_KEY, key, message, "keep one of the two")
            written.add(identity)
            entries.append(self.pair(word, value, column))
        return entries

    def pair(self, key: Text, value: Node, column: int) -> Entry:
        """A key with its value."""
        gap = self.gap(key.start)
        above = self.settle(gap.early + gap.late, column)
        if gap.dash is not None:
            start = gap.dash
        else:
            start = key.start - (len(gap.anchor) + 1 if gap.anchor else 0)
        self.at = max(self.at, key.end)
        between = self.gap(value.start)
        beside: list[Remark] = []
        filled = self.filled(value, between, above, beside)
        return Entry(start, key, gap.anchor, between.anchor, filled, above, beside, gap.blank)

    def item(self, node: Node, column: int) -> Entry:
        """An item of a list."""
        gap = self.gap(node.start)
        above = self.settle(gap.early, column)
        start = node.start if gap.dash is None else gap.dash
        beside: list[Remark] = []
        value = self.filled(node, gap._replace(early=[]) if gap.early else gap, above, beside)
        return Entry(start, None, "", gap.anchor, value, above, beside, gap.blank)

    def filled(
        self, node: Node, between: "_Gap", above: list[Remark], beside: list[Remark]
    ) -> Value:
        """The value of an entry, which takes the comments between its dash or colon and that."""
        block = _is_block(node)
        carried: list[Remark] = []
        for remark in between.early + between.late:
            over = carried if block else above
            (over if remark.alone else beside).append(remark)
        return self.value(node, beside, carried, blank=block and between.last_blank)

    def settle(self, remarks: list[Remark], column: int) -> list[Remark]:
        """Give comments that are about something above to it; the others are about what follows.

        A comment that stands further in than what follows belongs to the end of a list or mapping.
        """
        if not remarks:
            self.closed = []
            return []
        rest: list[Remark] = []
        for remark in remarks:
            home = None if rest or remark.column <= column else self.home(remark.column)
            if not remark.alone and self.last is not None:
                self.last.append(remark)
            elif home is not None:
                home.below.append(remark)
            else:
                rest.append(remark)
        self.closed = []
        return rest

    def home(self, column: int) -> Whole | None:
        """The innermost list or mapping that has just ended and stands no further in than this."""
        for place, whole in enumerate(self.closed):
            if whole.column <= column:
                self.closed = self.closed[place:]
                return whole
        return None

    def gap(self, to: int) -> _Gap:
        """What stands between here and the next node."""
        chunk = self.text[self.at : to]
        if chunk == ": " or chunk.strip() in {"", ":", ","}:
            self.at = max(self.at, to)
            return _EMPTY if chunk.count("\n") > 1 else _NOTHING
        early: list[Remark] = []
        late: list[Remark] = []
        anchor, dash, blank, kept = "", None, False, False
        for found in _SIGNS.finditer(self.text, self.at, to):
            sign = found[0]
            if sign[0] == "#":
                (early if dash is None else late).append(self.remark(found, blank=blank))
                blank = False
            elif sign[0] == "\n":
                blank = True
            elif sign[0] == "&":
                anchor = sign
            else:
                dash, kept, blank = found.start(), blank, False
        self.at = max(self.at, to)
        return _Gap(early, late, anchor, dash, blank if dash is None else kept, blank)

    def remark(self, found: re.Match[str], *, blank: bool) -> Remark:
        """A comment."""
        start = found.start()
        line = self.text.rfind("\n", 0, start) + 1
        alone = not self.text[line:start].strip()
        text = found[0].rstrip()
        return Remark(text, start, start + len(text), start - line, blank, alone)


def _opening(remarks: list[Remark], *, blank: bool) -> int:
    """How many of the first comments are about the file: down to an empty line or for editors."""
    count = 0
    for place, remark in enumerate(remarks, 1):
        follows = remarks[place].blank if place < len(remarks) else blank
        if follows or OPENING.match(remark.text):
            count = place
    return count


def _is_block(node: Node) -> bool:
    """Whether a list or mapping has lines of its own."""
    return node.style in {"-", ":"} and not isinstance(node, Text)


def _checked(text: str, key: Node) -> Text:
    """A key that can be written before a colon."""
    if isinstance(key, Text) and key.style not in {"|", ">"}:
        size = key.end - key.start
        if 0 < size <= LONGEST_KEY and "\n" not in text[key.start : key.end]:
            return key
        found = "a very long text is" if size > LONGEST_KEY else "several lines are"
        found = found if size else "nothing is"
    else:
        found = {Text: "several lines are", Items: "a list is", Pairs: "a mapping is"}[type(key)]
    message, hint = f"{found} used as a key", "write a short text before the `:`"
    raise Unwritable(FOREIGN_YAML, key, message, hint)
