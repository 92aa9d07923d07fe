"""What a reference means: the element of that id, the only action of a cell, or a mistake."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from blueprint_cli.model import Action, Blueprint, Element
from blueprint_cli.problems import AMBIGUOUS_REFERENCE, UNKNOWN_REFERENCE, Flaw
from blueprint_cli.reading.mistakes import shown

MOST_NAMED = 12
"""So many ids of a file are named in a hint."""


class Miss(NamedTuple):
    """A reference that means nothing, or too much: `candidates` are what it could mean.

    `near` are the words among which the meant one, instead of `word`, may be; `otherwise` is the
    hint if it is not among them.
    """

    flaw: Flaw
    message: str
    hint: str | None = None
    candidates: tuple[Element, ...] = ()
    word: str = ""
    near: tuple[Iterable[str], ...] = ()
    otherwise: str | None = None


class Names:
    """The elements of one file by what they can be called."""

    def __init__(self, blueprint: Blueprint, elements: Mapping[str, Sequence[Element]]) -> None:
        self._blueprint = blueprint
        self._elements = elements
        self._tables: dict[str, dict[str, list[Element]]] = {}

    def table(self, kind: str) -> dict[str, list[Element]]:
        """The elements of a kind by id; a written id leaves no room for equal implied ones."""
        if kind not in self._tables:
            table: dict[str, list[Element]] = {}
            for element in self._elements.get(kind, ()):
                if not element.implied_id:
                    table.setdefault(element.id, []).append(element)
            written = set(table)
            for element in self._elements.get(kind, ()):
                if element.implied_id and element.id not in written and kind != "action":
                    table.setdefault(element.id, []).append(element)
            self._tables[kind] = table
        return self._tables[kind]

    def find(self, text: str, kinds: Sequence[str]) -> Element | Miss:
        """The element of one of some kinds that `text` means, in this file."""
        if "action" in kinds and "." in text:
            return self._in_cell(text)
        found = [element for kind in kinds for element in self._all(kind, text)]
        if len(found) == 1:
            return found[0]
        words = " or ".join(kind.replace("_", " ") for kind in kinds)
        if found:
            message = f"'{shown(text)}' can mean {_counted(found)}"
            return Miss(AMBIGUOUS_REFERENCE, message, _apart(found), tuple(found))
        near = tuple(self.table(kind) for kind in kinds)
        hint = self._nameless(text) if "action" in kinds else None
        message = f"unknown {words} '{shown(text)}'"
        return Miss(UNKNOWN_REFERENCE, message, hint, (), text, near, self._known(kinds))

    def _known(self, kinds: Sequence[str]) -> str:
        """A hint for who writes something that is not even near."""
        if "action" in kinds:
            other = ", or the id of a resource" if "resource" in kinds else ""
            return f"write the action's `id`, or `step.lane`{other}"
        (kind,) = kinds
        words = [f"`{word}`" for word in self.table(kind)]
        if words:
            more = ", …" if len(words) > MOST_NAMED else ""
            return f"known here: {', '.join(words[:MOST_NAMED])}{more}"
        if kind == "resource":
            return "list it below `resources` at the top level"
        return f"this file has no {kind.replace('_', ' ')} yet"

    def _all(self, kind: str, text: str) -> Sequence[Element]:
        """All of a kind that are called so; written ids that repeat are told of elsewhere."""
        found = self.table(kind).get(text, [])
        return found if found and found[0].implied_id else found[:1]

    def _nameless(self, text: str) -> str | None:
        """A hint for who takes the implied id of an action for a written one."""
        if text not in self._action_ids:
            return None
        return f"write `id: {text}` in the action that you mean, or refer to it as `step.lane`"

    def _in_cell(self, text: str) -> Element | Miss:
        """The action that `step.lane` means."""
        words = text.split(".")
        wrong = len(words) != len(("step", "lane")) or words[-1] in {"yaml", "yml"}
        if wrong or not all(words) or any(word != word.strip() for word in words):
            return Miss(UNKNOWN_REFERENCE, f"'{shown(text)}' is no reference", self._form(words))
        step, lane = self.find(words[0], ["step"]), self.find(words[1], ["lane"])
        if isinstance(step, Miss):
            return step
        if isinstance(lane, Miss):
            return lane
        stack = self._cells.get((id(step), lane.id), ())
        if len(stack) == 1:
            return stack[0]
        if not stack:
            message = f"'{shown(lane.name)}' does nothing at the step '{shown(step.name)}'"
            return Miss(UNKNOWN_REFERENCE, message, "name a cell that holds an action")
        message = f"'{shown(text)}' can mean {len(stack)} actions"
        hint = "give the action that you mean an `id`, and write that"
        return Miss(AMBIGUOUS_REFERENCE, message, hint, tuple(stack))

    def _form(self, words: list[str]) -> str:
        """How the action that is meant can be referred to."""
        if words[-1] in {"yaml", "yml"}:
            return f"write `{shown('.'.join(words))}#` and the action's id"
        if words[-1] in self.table("action"):
            return f"write `{words[-1]}`"
        if any(word != word.strip() for word in words):
            return "write it without spaces"
        return "write the action's `id`, or `step.lane`"

    @cached_property
    def _action_ids(self) -> set[str]:
        return {action.id for action in self._elements.get("action", ())}

    @cached_property
    def _cells(self) -> dict[tuple[int, str], tuple[Action, ...]]:
        return {
            (id(step), word): stack
            for step in self._blueprint.steps
            for word, stack in step.actions.items()
        }


def _counted(found: list[Element]) -> str:
    kinds = {element.element.replace("_", " ") for element in found}
    return f"{len(found)} {kinds.pop()}s" if len(kinds) == 1 else f"{len(found)} things"


def _apart(found: list[Element]) -> str:
    if len({element.element for element in found}) > 1:
        return "give one of them another id"
    return "give the one that you mean an `id`"
