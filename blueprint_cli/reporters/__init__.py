"""Every form that a report can be written in, and what makes the file.

What a form needs is imported when it is asked for.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from blueprint_cli.analysis import Analysis
from blueprint_cli.exporters import Made
from blueprint_cli.report.content import Report

Form = Literal["html", "md", "json", "xlsx", "csv"]

FORMS: tuple[Form, ...] = get_args(Form)

ENDINGS: Mapping[Form, str] = MappingProxyType({form: f".{form}" for form in FORMS})

ADDED: Mapping[Form, str] = MappingProxyType(
    {**{form: f".report.{form}" for form in FORMS}, "csv": ".report"}
)
"""What comes behind a blueprint's name: no picture ends so. A table a file is a folder of files."""

PRINTED: frozenset[Form] = frozenset({"md", "json"})
"""What goes to standard output where no path is given: it is read by others, or by programs."""

FOLDERS: frozenset[Form] = frozenset({"csv"})

BINARY: frozenset[Form] = frozenset({"xlsx"})
"""What no terminal can show."""


class Told(NamedTuple):
    """A report and what it was made from.

    `made` is the picture that a page shows, `picture` the address of one that Markdown leads to,
    empty where there is none. A `brief` report has room in a comment.
    """

    analysis: Analysis
    report: Report
    made: Callable[[], Made]
    picture: str = ""
    brief: bool = False


Reporter = Callable[[Told], bytes]


def _html(told: Told) -> bytes:
    from blueprint_cli.reporters.page import page

    return page(told.report, told.made())


def _md(told: Told) -> bytes:
    from blueprint_cli.reporters.markdown import brief, markdown

    return (brief if told.brief else markdown)(told.report, told.picture).encode()


def _json(told: Told) -> bytes:
    from blueprint_cli.reporters.programs import programs

    return programs(told.analysis, told.report).encode()


def _xlsx(told: Told) -> bytes:
    from blueprint_cli.reporters.workbook import workbook

    return workbook(told.report)


REPORTERS: Mapping[Form, Reporter] = MappingProxyType(
    {"html": _html, "md": _md, "json": _json, "xlsx": _xlsx}
)
"""All forms that are one file; `separated.py` writes the tables of a report one by one."""
