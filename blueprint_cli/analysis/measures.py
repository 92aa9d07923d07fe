"""What a measure is: its formula, its unit, what is assumed, and where it comes from."""

from typing import NamedTuple


class Measure(NamedTuple):
    """A measure of the analysis, as docs/analysis.md and the reports tell of it.

    `key` is unique among all measures. `formula` is Markdown of one line or a few, `unit` a word or
    two, `assumes` what must hold for it to be right (empty where nothing), `source` the literature
    or standard it comes from (empty for what is a plain sum or count).
    """

    key: str
    name: str
    formula: str
    unit: str
    assumes: str = ""
    source: str = ""
