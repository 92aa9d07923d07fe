"""Every form in which changes are written down."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from blueprint_cli.change_lists import programs, text
from blueprint_cli.change_lists.result import Result

ChangeForm = Literal["text", "json"]

CHANGE_FORMS: Mapping[ChangeForm, Callable[[Result], str]] = MappingProxyType(
    {"text": text.write, "json": programs.write}
)
