"""The forms in which a picture can be written, and how the names of their files end."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Form = Literal["svg", "png", "pdf", "dot", "html", "table", "pptx"]
"""`html` is a page with the picture to move about in, `table` one with the blueprint as a table."""

FORMS: tuple[Form, ...] = get_args(Form)

ENDINGS: Mapping[Form, str] = MappingProxyType(
    {form: {"table": ".table.html"}.get(form, f".{form}") for form in FORMS}
)

BINARY: frozenset[Form] = frozenset({"png", "pdf", "pptx"})
"""What no terminal can show."""


def form_told_by(path: str) -> Form | None:
    """The form of the file that is so called; None where its ending is that of no form."""
    fitting = [form for form, ending in ENDINGS.items() if path.lower().endswith(ending)]
    return max(fitting, key=lambda form: len(ENDINGS[form]), default=None)
