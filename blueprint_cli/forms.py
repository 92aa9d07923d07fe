"""The forms that a picture can have: which file it is, which way it runs, which parts it shows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeVar, get_args

Form = Literal["svg", "png", "pdf", "dot", "html", "table", "pptx"]
"""`html` is a page with the picture to move about in, `table` one with the blueprint as a table."""

FORMS: tuple[Form, ...] = get_args(Form)

ENDINGS: Mapping[Form, str] = MappingProxyType(
    {form: {"table": ".table.html"}.get(form, f".{form}") for form in FORMS}
)

BINARY: frozenset[Form] = frozenset({"png", "pdf", "pptx"})
"""What no terminal can show."""


Direction = Literal["lr", "tb"]
"""Steps as columns from left to right, or as rows from top to bottom."""

Part = Literal[
    "title",
    "phases",
    "emotion",
    "thoughts",
    "evidence",
    "marks",
    "notes",
    "details",
    "time",
    "links",
    "labels",
    "legend",
]
"""What can be left out of a picture.

`notes` are the texts beside the marks, `thoughts` what customers think, feel and say, `evidence`
the row of touchpoints, `time` the row of times and the figures on cards, `labels` the names of
links.
"""


F = TypeVar("F", bound=str)


def told_by(path: str, endings: Mapping[F, str]) -> F | None:
    """The form, among those with these endings, of the file that is so called."""
    fitting = [form for form, ending in endings.items() if path.lower().endswith(ending)]
    return max(fitting, key=lambda form: len(endings[form]), default=None)
