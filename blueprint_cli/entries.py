"""A text as it is laid out: what stands in each list and mapping, and the comments beside it.

Where `nodes.py` tells what a text says, this tells how it says it: anchors, aliases and merge keys
stand here as they are written, and each comment belongs to the entry that it is about.
"""

import re
from typing import Final, NamedTuple, Union

from blueprint_cli.block_texts import block_text
from blueprint_cli.nodes import Items, Node, Pairs, Text
from blueprint_cli.problems import FOREIGN_YAML, REPEATED_KEY, Flaw


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


_NOTHING = Text("", 0, 0, "")


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


class _Walk:
    """From the first node to the last, with the comments between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.last: Entry | None = None
        self.closed: list[Whole] = []

    def document(self, node: Node) -> Layout:
        """The whole text."""
        text = self.text
        begun = _BEGUN.search(text, 0, node.start)
        self.at = begun.end() if begun else 0
        head = text[: self.at]
        gap = self.gap(node.start)
        remarks = gap.early + gap.late
        block = not isinstance(node, Text) and node.style not in {"[", "{"}
        count = _opening(remarks, blank=gap.blank) if block else len(remarks)
        follows = remarks[count].blank if count < len(remarks) else gap.blank
        root = Entry(node.start, None, "", gap.anchor, _NOTHING, [], [], blank=follows)
        value = self.value(node, root, remarks[count:])
        if block and isinstance(value, Whole):
            value.entries[0] = value.entries[0]._replace(blank=gap.blank)
        root = root._replace(value=value)
        ended = _ENDED.search(text, self.at)
        end = ended.start() if ended else len(text)
        rest = self.settle(self.gap(end).early, -1)
        (root.value.below if isinstance(root.value, Whole) else root.beside).extend(rest)
        return Layout(text, node, head, remarks[:count], root, text[end:])

    def value(self, node: Node, holder: Entry, carried: list[Remark]) -> Value:
        """A node with all that stands in it; `carried` are the comments over its first entry."""
        if isinstance(node, Text):
            return self.scalar(node, holder)
        self.last = holder
        self.at = node.start
        flow = node.style in {"[", "{"}
        column = 0 if flow else node.start - self.text.rfind("\n", 0, node.start) - 1
        whole = Whole(node.style, node.start, 0, column, [], [])
        if isinstance(node, Pairs):
            self.pairs(node, whole, carried)
        else:
            for item in node.value:
                whole.entries.append(self.item(item, whole, carried))
                carried = []
        if flow:
            self.close(node.end, whole, holder)
        whole = whole._replace(end=self.at)
        self.closed += [] if flow else [whole]
        return whole

    def close(self, end: int, whole: Whole, holder: Entry) -> None:
        """Come to the end of brackets or braces."""
        rest = self.settle(self.gap(end).early, -1)
        (whole.below if whole.entries else holder.beside).extend(rest)
        self.at = end
        self.last = holder

    def scalar(self, node: Text, holder: Entry) -> Text:
        """A text; of one below `|` or `>` all its lines, and the comment behind that sign."""
        self.last = holder
        if node.style not in {"|", ">"}:
            self.at = max(self.at, node.end)
            return node
        block = block_text(self.text, node)
        if self.text.startswith("#", block.comment):
            self.at = block.comment
            line = self.text.find("\n", block.comment)
            holder.beside.extend(self.gap(line if line >= 0 else len(self.text)).early)
        self.at = block.end
        return node._replace(end=block.end)

    def pairs(self, node: Pairs, whole: Whole, carried: list[Remark]) -> None:
        """The pairs of a mapping, into `whole`."""
        written: set[tuple[str, bool]] = set()
        for key, value in node.value:
            _refuse(self.text, key)
            word = (str(key.value), key.style == "*")
            if word in written:
                message = f"the key `{word[0]}` is written twice"
                raise Unwritable(REPEATED_KEY, key, message, "keep one of the two")
            written.add(word)
            whole.entries.append(self.pair(key, value, whole, carried))
            carried = []

    def pair(self, key: Node, value: Node, whole: Whole, carried: list[Remark]) -> Entry:
        """A key with its value."""
        assert isinstance(key, Text)  # noqa: S101 - others are refused
        gap = self.gap(key.start)
        above = carried + self.settle(gap.early + gap.late, whole.column)
        self.at = max(self.at, key.end)
        between = self.gap(value.start)
        start = key.start - (len(gap.anchor) + 1 if gap.anchor else 0)
        start = start if gap.dash is None else gap.dash
        entry = Entry(start, key, gap.anchor, between.anchor, _NOTHING, above, [], gap.blank)
        return self.filled(entry, value, between)

    def item(self, node: Node, whole: Whole, carried: list[Remark]) -> Entry:
        """An item of a list."""
        gap = self.gap(node.start)
        above = carried + self.settle(gap.early, whole.column)
        start = node.start if gap.dash is None else gap.dash
        entry = Entry(start, None, "", gap.anchor, _NOTHING, above, [], gap.blank)
        return self.filled(entry, node, gap._replace(early=[]))

    def filled(self, entry: Entry, node: Node, between: _Gap) -> Entry:
        """The entry with its value, and with the comments between its dash or colon and that."""
        block = not isinstance(node, Text) and node.style not in {"[", "{"}
        carried: list[Remark] = []
        for remark in between.early + between.late:
            over = carried if block else entry.above
            (over if remark.alone else entry.beside).append(remark)
        value = self.value(node, entry, carried)
        if block and isinstance(value, Whole):
            value.entries[0] = value.entries[0]._replace(blank=between.last_blank)
        return entry._replace(value=value)

    def settle(self, remarks: list[Remark], column: int) -> list[Remark]:
        """Give comments that are about something above to it; the others are about what follows.

        A comment that stands further in than what follows belongs to the end of a list or mapping.
        """
        rest: list[Remark] = []
        for remark in remarks:
            home = None if rest or remark.column <= column else self.home(remark.column)
            if not remark.alone and self.last is not None:
                self.last.beside.append(remark)
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


def _refuse(text: str, key: Node) -> None:
    """Stop at a key that could not be written before a colon."""
    if not isinstance(key, Text) or key.style in {"|", ">"}:
        found = {Text: "several lines are", Items: "a list is", Pairs: "a mapping is"}[type(key)]
        raise Unwritable(
            FOREIGN_YAML, key, f"{found} used as a key", "write a short text before the `:`"
        )
    if key.start == key.end or "\n" in text[key.start : key.end]:
        found = "nothing is" if key.start == key.end else "a text of several lines is"
        raise Unwritable(
            FOREIGN_YAML, key, f"{found} used as a key", "write a short text before the `:`"
        )
    if key.end - key.start > LONGEST_KEY:
        raise Unwritable(
            FOREIGN_YAML, key, "this key is very long", "write a short text before the `:`"
        )
