"""From a text to its nodes, by YAML's rules and not one word of meaning.

The nodes are built from the events of PyYAML's C parser. That takes no longer than letting PyYAML
build its own, and here every depth, size, alias and tag is counted and placed before it can hurt.
"""

import re
from typing import NamedTuple

from blueprint_cli.patterns import later
from blueprint_cli.problems import (
    FOREIGN_YAML,
    MOST_PROBLEMS,
    NOT_YAML,
    TOO_LARGE,
    Flaw,
    Problem,
    too_many,
)
from blueprint_cli.reading.anchors import Anchored, circular, height, unnamed
from blueprint_cli.reading.characters import CONTROL, control, controls, stand_ins
from blueprint_cli.reading.events import Event, events, yaml
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.source import Source, Span

DEEPEST = 100
"""How many lists and mappings may stand in each other."""

MOST_NODES = 250_000
"""How many texts, lists and mappings a file may hold, with all its aliases written out."""


class Composed(NamedTuple):
    """The outermost node, None if there is none or none can be trusted, and what is wrong."""

    root: Node | None
    problems: list[Problem]


class _Stop(Exception):  # noqa: N818 - not an error of the program
    """The text cannot be read on from here; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def compose(source: Source, *, as_written: bool = False) -> Composed:
    """Read a text as YAML 1.2. Any text gives an answer.

    With `as_written`, an alias is a text of the style `*`, and merge keys stay where they stand.
    """
    if problems := controls(source):
        return Composed(None, problems)
    composer = _Composer(source, as_written=as_written)
    try:
        root = composer.document()
    except _Stop as stop:
        return Composed(None, [*composer.problems, stop.problem])
    except yaml.MarkedYAMLError as error:
        from blueprint_cli.reading.syntax import explain

        return Composed(None, [*composer.problems, explain(source, error)])
    except yaml.YAMLError as error:
        return Composed(None, [*composer.problems, NOT_YAML.at(source, None, f"not YAML: {error}")])
    return Composed(root, composer.problems)


class _Open:
    """A list or mapping that has begun: its children so far."""

    __slots__ = ("anchor", "children", "count", "mapping", "start", "style")

    def __init__(self, event: Event, start: int, count: int) -> None:
        self.mapping = type(event) is yaml.MappingStartEvent
        flow, block = "{:" if self.mapping else "[-"
        self.style = flow if event.flow_style else block
        self.anchor: str | None = event.anchor
        self.children: list[Node] = []
        self.start = start
        self.count = count


class _Composer:
    """Events in, nodes out."""

    def __init__(self, source: Source, *, as_written: bool) -> None:
        self.source = source
        self.as_written = as_written
        self.problems: list[Problem] = []
        self.stand_ins = stand_ins(source.text)
        self.text = source.text.translate(self.stand_ins) if self.stand_ins else source.text
        self.next = events(self.text)
        self.anchors: dict[str, Anchored] = {}
        self.stack: list[_Open] = []
        self.count = 0
        self.may_merge = "<<" in source.text and not as_written
        self.peculiar = bool(self.stand_ins) or "\\" in source.text or "! " in source.text

    def document(self) -> Node | None:
        """The only document's outermost node; None if there is no document."""
        self.next()
        if type(self.next()) is yaml.StreamEndEvent:
            return None
        root = self.node()
        self.next()
        further = self.next()
        if type(further) is not yaml.StreamEndEvent:
            hint = "keep one blueprint in one file"
            self.say(FOREIGN_YAML, _span(further), "a second document begins here", hint)
        return root

    def node(self) -> Node:
        """The next node with all that is in it."""
        following, stack, scalar = self.next, self.stack, yaml.ScalarEvent
        peculiar, new = self.peculiar, tuple.__new__
        children: list[Node] = []
        while True:
            event = following()
            kind = type(event)
            node: Node
            if kind is scalar:
                style = event.style
                value, start, end = event.value, event.start_mark.index, event.end_mark.index
                node = new(Text, (value, start, end, style))  # half the time of Text(…)
                if peculiar or event.anchor or event.tag or (style and style in "|>"):
                    node = self.particular(event, node)
                self.count += 1
                if self.count > MOST_NODES:
                    raise _Stop(self.too_full(_span(event)))
            elif kind is yaml.AliasEvent:
                node = self.alias(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node = self.close(stack.pop(), event.end_mark.index)
                children = stack[-1].children if stack else []
            else:
                children = self.open(event)
                continue
            if not stack:
                return node
            children.append(node)

    def open(self, event: Event) -> list[Node]:
        """Begin a list or mapping; its children are to be put into the answer."""
        self.count += 1
        if len(self.stack) == DEEPEST:
            message = f"more than {DEEPEST} lists and mappings stand in each other"
            raise _Stop(TOO_LARGE.at(self.source, _span(event), message, "write it flatter"))
        if self.count > MOST_NODES:
            raise _Stop(self.too_full(_span(event)))
        start = event.start_mark.index
        if event.anchor or event.tag:
            start = self.behind_properties(event)
        self.stack.append(_Open(event, start, self.count))
        return self.stack[-1].children

    def close(self, whole: _Open, end: int) -> Node:
        """The list or mapping, now that it is complete."""
        children = whole.children
        if whole.style in "-:":
            end = children[-1].end if children else whole.start
        node: Node
        if whole.mapping:
            words = iter(children)
            pairs = list(zip(words, words, strict=True))
            if self.may_merge:
                pairs = self.merge(pairs)
            node = Pairs(pairs, whole.start, end, whole.style)
        else:
            node = Items(children, whole.start, end, whole.style)
        if self.count > MOST_NODES:
            raise _Stop(self.too_full(Span(whole.start, whole.start + 1)))
        if whole.anchor:
            self.anchors[whole.anchor] = Anchored(node, self.count - whole.count + 1, height(node))
        return node

    def too_full(self, span: Span) -> Problem:
        """The file is too much of everything."""
        message = f"the file holds more than {MOST_NODES:,} values".replace(",", " ")
        return TOO_LARGE.at(self.source, span, message, "split it into several blueprints")

    def particular(self, event: Event, node: Text) -> Text:
        """A scalar with an anchor, a tag, an escape, or lines of its own."""
        value, start, end, style = node
        if event.anchor or event.tag or self.text.startswith("!", start):
            start = self.behind_properties(event)
        if style in {"|", ">"}:
            end = start + len(self.text[start:end].rstrip())
        if self.stand_ins:
            value = value.translate(
                {ord(there): chr(sign) for sign, there in self.stand_ins.items()}
            )
        if style == '"' and (wrong := CONTROL.search(value)):
            self.note(control(self.source, wrong[0], Span(start, end)))
        node = Text(value, start, max(start, end), style)
        if event.anchor:
            self.anchors[event.anchor] = Anchored(node, 1, 0)
        return node

    def behind_properties(self, event: Event) -> int:
        """Where a node begins behind its anchor and tag; a tag is a problem."""
        start: int = event.start_mark.index
        if not (found := _PROPERTIES.match(self.text, start)):
            return start
        if tag := re.search(r"(?:^|\s)(!\S*)", found[0]):
            span = Span(start + tag.start(1), start + tag.end(1))
            hint = "delete it: the key says what a value is; or put the text in quotes"
            self.say(FOREIGN_YAML, span, f"the tag `{tag[1]}` is not part of the format", hint)
        end: int = event.end_mark.index
        return min(found.end(), end) if isinstance(event, yaml.ScalarEvent) else found.end()

    def alias(self, event: Event) -> Node:
        """What an alias stands for, at the alias's own place."""
        span = _span(event)
        known = self.anchors.get(event.anchor)
        if any(whole.anchor == event.anchor for whole in self.stack):
            raise _Stop(circular(self.source, span, event.anchor))
        if known is None:
            raise _Stop(unnamed(self.source, span, event.anchor, self.anchors))
        if self.as_written:
            return Text(event.anchor, span.start, span.end, "*")
        self.count += known.size
        if self.count > MOST_NODES:
            raise _Stop(self.too_full(span))
        if len(self.stack) + known.height > DEEPEST:
            message = f"more than {DEEPEST} lists and mappings stand in each other"
            raise _Stop(TOO_LARGE.at(self.source, span, message, "write it flatter"))
        return known.node._replace(start=span.start, end=span.end)

    def merge(self, pairs: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
        """The pairs with those that merge keys bring along."""
        from blueprint_cli.reading.merges import merged

        whole = merged(pairs, self.source)
        self.count += whole.read
        for problem in whole.problems:
            self.note(problem)
        return whole.pairs

    def say(self, flaw: Flaw, span: Span, message: str, hint: str) -> None:
        """Note a problem and read on."""
        self.note(flaw.at(self.source, span, message, hint))

    def note(self, problem: Problem) -> None:
        """Note a problem and read on, unless there are too many."""
        if len(self.problems) == MOST_PROBLEMS:
            raise _Stop(too_many(self.source, problem.span))
        self.problems.append(problem)


_PROPERTIES = later(r"(?:[&!][^\s,\[\]{}]*(?:\s|(?<=\s)#[^\r\n]*)*)+")


def _span(event: Event) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)
