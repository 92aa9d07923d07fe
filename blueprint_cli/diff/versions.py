"""One side of a comparison: a text, its parts, and what customers see of them."""

from typing import NamedTuple

from blueprint_cli.diff.parts import NOWHERE, Part, known, parts_of
from blueprint_cli.model import ON_STAGE
from blueprint_cli.parse import Document
from blueprint_cli.reading.references import Index
from blueprint_cli.source import Source, Span

_UNSEEN = frozenset(
    {"opportunity", "question", "metric", "policy", "enabler", "persona", "resource"}
)
"""Elements that no customer meets, wherever they stand."""


class Version(NamedTuple):
    """A version without errors, as it is compared."""

    source: Source
    keys: Index
    parts: tuple[Part, ...]

    def owner(self, part: Part) -> Part:
        """What holds a part."""
        return self.parts[part.owner]

    def written(self, span: Span | None) -> str | None:
        """The text of a place."""
        return None if span is None else self.source.text[span.start : span.end].strip()

    def seen(self, part: Part) -> bool:
        """Whether customers notice a part: it is on their side of the line of visibility."""
        if part.kind in _UNSEEN or part.kind == "blueprint":
            return False
        if part.kind in {"lane", "step"}:
            return part.kind == "step" or getattr(part.record, "role", "") in ON_STAGE
        if part.kind == "action":
            return self.seen(self.parts[part.lane])
        end = part.end != NOWHERE and self.seen(self.parts[part.end])
        return end or self.seen(self.parts[part.owner])


def version_of(document: Document) -> Version:
    """A document without errors, as it is compared."""
    blueprint, index = known(document)
    return Version(document.source, index, parts_of(blueprint, index))
