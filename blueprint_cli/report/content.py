"""What a report says, in no form yet: sections of sentences, facts, tables and lists.

Every form of a report (page, Markdown, workbook) is made from these values, so all say the same.
"""

from datetime import date
from typing import Literal, NamedTuple

from blueprint_cli.analysis.places import Place
from blueprint_cli.ranges import Range

Sort = Literal[
    "text",  # str
    "count",  # int
    "number",  # float, told to three digits
    "share",  # float, 1 is all of it: told as a percentage; above 1 is possible for utilisation
    "shares",  # Range of shares
    "duration",  # Range of seconds
    "money",  # Range, in the blueprint's currency
    "rate",  # Range of customers in an hour
    "scale",  # int, 1 to 5
    "emotion",  # int, -2 to +2
    "date",  # date
    "places",  # tuple[Place, ...]: one or several elements of the blueprint, linked
    "path",  # tuple[Place, ...]: a way from the first to the last, told with arrows between
    "yes",  # bool
]
Cell = str | int | float | bool | Range | date | tuple[Place, ...] | None
"""A value of a table or fact; None where the blueprint does not say it, which is no 0."""


class Edited(NamedTuple):
    """Words of a text that came or went, in a sentence that shows both versions of it."""

    text: str
    kind: Literal["gone", "new"]


Phrase = tuple[str | Place | Edited, ...]
"""A sentence for people, with the elements that it names: told as linked names."""


class Column(NamedTuple):
    """A column: `key` is what programs call it, `title` what people read; both unique in a table.

    `measure` is the key of the `Measure` that defines it, where one does.
    """

    key: str
    title: str
    sort: Sort
    measure: str = ""


class Plot(NamedTuple):
    """How a table is better looked at; `columns` are keys of its columns, in this order.

    - `curve`: the step, its emotion
    - `heat`: the row's name, then a column for each cell of its row
    - `matrix`: as `heat`, of counts
    - `scatter`: what is placed, effort, impact, weight (its size)
    - `stack`: the row's name, then the parts that add up to its length (durations)
    - `bars`: the row's name, a share or range of shares; 1 is marked as the limit
    - `tree`: a path, its weight; paths that begin alike share their beginning
    - `lines`: a date, then one line for each column
    """

    kind: Literal["curve", "heat", "matrix", "scatter", "stack", "bars", "tree", "lines"]
    columns: tuple[str, ...]


class Table(NamedTuple):
    """Rows of values; `key` is unique in a report and is what CSV files and sheets are called."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    plot: Plot | None = None
    note: str = ""


class Fact(NamedTuple):
    """A key figure: what it is, its value, what it is about."""

    key: str
    title: str
    sort: Sort
    value: Cell
    about: tuple[Place, ...] = ()
    measure: str = ""


class Facts(NamedTuple):
    """Key figures that are read together."""

    facts: tuple[Fact, ...]


class Entry(NamedTuple):
    """A word and what stands behind it, as in "You need" and a list of sentences."""

    term: str
    phrases: tuple[Phrase, ...]


class Listing(NamedTuple):
    """Entries below a heading of their own (which may be empty); `about` is what it tells of."""

    title: str
    entries: tuple[Entry, ...]
    about: tuple[Place, ...] = ()


Block = Table | Facts | Listing


class Missing(NamedTuple):
    """A figure that cannot be told, and what the blueprint would have to say for it.

    `dated` is what depends on the day: a page that is read on one judges it then.
    """

    figure: str
    needs: str
    dated: bool = False


class Section(NamedTuple):
    """A chapter of a report; `lead` are its sentences for readers in a hurry."""

    key: str
    title: str
    lead: tuple[Phrase, ...]
    blocks: tuple[Block, ...]
    missing: tuple[Missing, ...] = ()


class Report(NamedTuple):
    """All that is said of one blueprint; `facts` of the title block are plain words."""

    title: str
    subtitle: str
    language: str
    currency: str
    sections: tuple[Section, ...]
