"""Every form in which changes are written down."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from blueprint_cli.change_lists.result import Result

ChangeForm = Literal["text", "markdown", "json", "github"]

_MODULES: Mapping[ChangeForm, str] = MappingProxyType(
    {"text": "text", "markdown": "markdown", "json": "programs", "github": "github"}
)


def written(result: Result, form: ChangeForm) -> str:
    """The changes in such a form, whose module is imported now."""
    write: Callable[[Result], str] = import_module(f"{__name__}.{_MODULES[form]}").write
    return write(result)
