"""What can be wrong with a blueprint, and where: values that flow to whoever shows them."""

from typing import Literal, NamedTuple

from blueprint_cli.source import Edit, Source, Span

Severity = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe", "display"]
"""Of a fix: it keeps what the blueprint says; it may change that; it is only ever shown."""


class Trouble(Exception):  # noqa: N818 - it is no error of the program: the world is not as the command needs it
    """The world is not as a command needs it: no such file, a missing part, a bad setting.

    Caught in one place, which prints it and exits with status 2.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Related(NamedTuple):
    """Another place that explains a problem, as in "first written here"."""

    source: Source
    span: Span
    message: str


class Fix(NamedTuple):
    """Edits that mend a problem; `title` says what they do, as in "delete the comment"."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


class Problem(NamedTuple):
    """One thing wrong at one place.

    `code` (`BP104`) and `rule` (`ambiguous-reference`) are stable, see `page_of`; `message` is one
    clause in the user's words, `hint` says what to do. `span` is None where the whole file is
    meant.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    source: Source
    span: Span | None
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def page_of(code: str) -> str:
    """Where a code is explained: the path of a page in this project."""
    return f"docs/rules/{code}.md"


class Flaw(NamedTuple):
    """A way in which a file can be wrong; `about` says it in one sentence."""

    code: str
    rule: str
    severity: Severity
    about: str

    def at(
        self,
        source: Source,
        span: Span | None,
        message: str,
        hint: str | None = None,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> Problem:
        """The problem that this flaw is at one place."""
        return Problem(
            self.code, self.rule, self.severity, message, source, span, hint, related, fix
        )


UNREADABLE = Flaw("BP001", "unreadable-file", "error", "The file's bytes are no UTF-8 text.")
NOT_YAML = Flaw("BP002", "invalid-yaml", "error", "The text is not YAML.")
NOT_A_BLUEPRINT = Flaw(
    "BP003", "not-a-blueprint", "error", "The file is YAML without the key `blueprint`."
)
UNKNOWN_KEY = Flaw("BP004", "unknown-key", "error", "The format has no such key at this place.")
MISSING_KEY = Flaw("BP005", "missing-key", "error", "A key that must be written is not there.")
REPEATED_KEY = Flaw("BP006", "repeated-key", "error", "One key is written twice in one mapping.")
EMPTY_VALUE = Flaw("BP007", "empty-value", "error", "Nothing stands where a value is expected.")
WRONG_SHAPE = Flaw(
    "BP008", "wrong-shape", "error", "A list, mapping or text stands where another is expected."
)
WRONG_VALUE = Flaw("BP009", "wrong-value", "error", "A value is not of the kind its key takes.")
UNSAFE_ADDRESS = Flaw(
    "BP010", "unsafe-address", "error", "A link leads neither to the web nor into the workspace."
)
TOO_LARGE = Flaw(
    "BP011", "too-large", "error", "The file is larger, deeper or more repetitive than is read."
)
CONTROL_CHARACTER = Flaw(
    "BP012", "control-character", "error", "A character that cannot be shown stands in a text."
)
FOREIGN_YAML = Flaw(
    "BP013",
    "foreign-yaml",
    "error",
    "Tags, further documents and keys that are no texts are YAML but not part of the format.",
)

REPEATED_ID = Flaw(
    "BP101", "repeated-id", "error", "Two elements of one kind are given the same id."
)
UNKNOWN_REFERENCE = Flaw(
    "BP102", "unknown-reference", "error", "A reference names something that is not there."
)
BROKEN_PATH = Flaw(
    "BP103", "broken-path", "error", "A path leads to no blueprint inside the workspace."
)
AMBIGUOUS_REFERENCE = Flaw(
    "BP104", "ambiguous-reference", "error", "A reference can mean more than one thing."
)
SELF_REFERENCE = Flaw("BP105", "self-reference", "error", "An element refers to itself.")
REPEATED_LINK = Flaw(
    "BP106", "repeated-link", "warning", "An action has two links of one kind to the same target."
)
LANE_ORDER = Flaw(
    "BP107", "lane-order", "warning", "A lane stands below one whose role belongs further down."
)
CYCLE_OF_NEEDS = Flaw(
    "BP301", "cycle-of-needs", "error", "Actions need each other in a circle, so none can begin."
)
REVERSED_RANGE = Flaw(
    "BP404", "reversed-range", "error", "A range of time begins with its greater end."
)

FLAWS = (
    UNREADABLE,
    NOT_YAML,
    NOT_A_BLUEPRINT,
    UNKNOWN_KEY,
    MISSING_KEY,
    REPEATED_KEY,
    EMPTY_VALUE,
    WRONG_SHAPE,
    WRONG_VALUE,
    UNSAFE_ADDRESS,
    TOO_LARGE,
    CONTROL_CHARACTER,
    FOREIGN_YAML,
    REPEATED_ID,
    UNKNOWN_REFERENCE,
    BROKEN_PATH,
    AMBIGUOUS_REFERENCE,
    SELF_REFERENCE,
    REPEATED_LINK,
    LANE_ORDER,
    CYCLE_OF_NEEDS,
    REVERSED_RANGE,
)
"""Every flaw that reading finds, in the order of their codes."""

MOST_PROBLEMS = 1000
"""So many problems of one file are told, and then that there are more."""


def too_many(source: Source, span: Span | None) -> Problem:
    """The last problem of a file that has more than `MOST_PROBLEMS`."""
    message = f"there are more than {MOST_PROBLEMS} problems, and the rest was not read"
    return TOO_LARGE.at(source, span, message, "mend the others first")
