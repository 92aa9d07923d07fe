"""Problems whose paths, texts and places are as bad as they can be, for every format to tell."""

from blueprint_cli.lint.rule import Rule
from blueprint_cli.listings import Outcome
from blueprint_cli.problems import Fix, Problem, Related
from blueprint_cli.source import Edit, Source, Span

PAGE = """\
A value that is not of the kind its key takes.

What is drawn from it would be wrong, so nothing is: `{0}`, <b>, a | b.

## Bad

```yaml
steps: [{name: One, emotion: 9}]
```
"""
RULES = (
    Rule("BP009", "wrong-value", "error", PAGE),
    Rule("BP201", "empty-step", "warning", "A step at which nobody acts."),
    Rule("BP205", "crowded-step", "info", "A step with many actions.", off=True),
    Rule("BP206", "new-idea", "warning", "A rule that may still change.", preview=True),
)

HOTEL = Source(
    "./a b/100%|hôtel,:;.yaml",
    "name: 🛎️é接\t|x| # bell\r\nlanes: [{role: frontstge}]\rsteps:\n- one\n- two",
)
OTHER = Source("other\\`<i>.yaml", "name: other\n")
NEW_LINE = Source("new\nline\r::error::.yaml", "")
NO_UTF8 = Source("caf\udce9.yaml", "é\u2028\u0085: 1\n")


def at(source: Source, word: str, code: str, rule: str, severity: str, message: str, **more):
    """A problem at the first place of a word."""
    start = source.text.index(word)
    span = Span(start, start + len(word))
    return Problem(code, rule, severity, message, source, span, **more)


def edit(source: Source, word: str, text: str) -> Edit:
    start = source.text.index(word)
    return Edit(Span(start, start + len(word)), text)


PROBLEMS = (
    at(
        HOTEL,
        "x",
        "BP009",
        "wrong-value",
        "error",
        "'a|b `c` `d|e` ``f` <b> <img src=x> & &amp; ]]> \"d\" 100%25' is no number",
        hint="did you mean `frontstage`?",
        fix=Fix("write `y`", "safe", (edit(HOTEL, "x", "y🙂"),)),
    ),
    at(
        HOTEL,
        "bell\r\nlanes",
        "BP201",
        "empty-step",
        "warning",
        "first line\r\nsecond \x1b[31mline\x00\t\u202e\ufeff\ufffe end",
        hint="::error::no\n##[error]no",
        related=(
            Related(OTHER, Span(6, 11), "first | written\nhere"),
            Related(HOTEL, Span(0, 4), "and here"),
        ),
        fix=Fix(
            "move the comment",
            "unsafe",
            (edit(HOTEL, " # bell", ""), Edit(Span(len(HOTEL.text), len(HOTEL.text)), "\n# bell")),
        ),
    ),
    at(
        HOTEL,
        "steps",
        "BP205",
        "crowded-step",
        "info",
        "[click](https://bad.example) @team #12 {0} {name} www.bad.example **b** ~s~ ! \\*x\\* \\",
        fix=Fix("split it `{1}`", "display", (edit(HOTEL, "- one", "- one\n- three"),)),
    ),
    at(HOTEL, "- one", "BP999", "unlisted", "warning", "step 1 of 2 is empty"),
    at(HOTEL, "- two", "BP999", "unlisted", "warning", "step 2 of 2 is empty"),
    at(HOTEL, "- two", "BP999", "unlisted", "warning", "step 2 of 2 is empty"),
    Problem("BP001", "unreadable-file", "error", "the file cannot be read", NEW_LINE, None),
    Problem(
        "BP008", "wrong-shape", "error", "only one é", NO_UTF8, Span(3, 4), None, (),
        Fix("nothing to do", "safe", ()),
    ),
)  # fmt: skip

FILES = (HOTEL.path, NEW_LINE.path, NO_UTF8.path, "clean & good.yaml")
OUTCOME = Outcome(PROBLEMS, FILES, RULES)
MANY = Outcome(
    tuple(
        at(HOTEL, "x", "BP009", "wrong-value", severity, f"number {number}")
        for number, severity in enumerate(["info", "warning", "error", "warning"] * 4)
    ),
    FILES,
    RULES,
)
NOTHING = Outcome((), ("clean.yaml", "good.yaml"), RULES)
