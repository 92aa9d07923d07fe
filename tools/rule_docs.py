"""The pages of docs/rules/: every rule, what `bp lint` says of its examples, and their pictures."""

import contextlib
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from blueprint_cli.checking import Task, across, checked
from blueprint_cli.checking.choosing import Chooser, Said
from blueprint_cli.files import gather
from blueprint_cli.layout import lay_out
from blueprint_cli.lint.judge import place
from blueprint_cli.lint.rule import Rule
from blueprint_cli.listings import full
from blueprint_cli.parse import read
from blueprint_cli.picture import draw
from blueprint_cli.rule_pages import Example, Family, examples, families, fix_of, page, state
from blueprint_cli.workspace import Workspace

TODAY = date(2026, 11, 22)
"""The day on which the examples are judged."""

IN_OTHER_BYTES = {"BP001": "latin-1"}
"""Rules about a file's bytes, and the encoding of what is below their `Bad`."""

OF_COMMENTS = {"BP014", "BP015", "BP016"}
"""Rules that speak when all others have: comments silence nothing where no rule is on."""

INDEX = """\
# Rules

What `bp lint` can find, and why it matters. A code is never used again for something else. Rules
that are `off` speak when they are selected, `preview` ones also need `--preview`: they may still
change. [Settings](../config.md) choose rules, their severities and their options, and a comment
`# bp: ignore[BP201] reason` silences a rule at one place. `bp rule BP201` prints a page in the
terminal.
{families}
## For programs

`bp rule --output-format json` prints an array of all rules, or of those that are named. Each has
`code`, `name`, `severity`, `default` (`on`, `off` or `preview`), `fix` (`safe`, `unsafe`, `display`
or null), `about` (a sentence), `options` (each with `name`, `value`, `default`, `about`), and
`page`, which is Markdown.
"""


def rule_docs(folder: Path, head: str) -> Iterator[tuple[Path, str]]:
    """Every file of the folder with its text; a page begins with `head`."""
    sections = "".join(map(_family, families()))
    yield folder / "README.md", head + INDEX.format(families=sections)
    for family in families():
        for rule in family.rules:
            yield from _rule(rule, folder, head)


def _family(family: Family) -> str:
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {rule.severity} | {state(rule)} "
        f"| {fix_of(rule) or ''} | {rule.about} |\n"
        for rule in family.rules
    )
    head = "| code | name | severity | default | fix | what it finds |\n|---|---|---|---|---|---|\n"
    return f"\n## {family.code}: {family.about}\n\n{head}{rows}"


def _rule(rule: Rule, folder: Path, head: str) -> Iterator[tuple[Path, str]]:
    """The page of a rule, and the pictures of its examples that can be drawn."""
    text = page(rule)
    for heading, following in (("Bad", "Good"), ("Good", "How to fix")):
        with _written(rule, heading) as shown:
            said = _said(rule, shown) if heading == "Bad" else ""
            pictures = list(_pictures(shown, f"{rule.code}-{heading.lower()}"))
        marks = "".join(f"\n![{name}]({file})\n" for file, name, _ in pictures)
        text = text.replace(f"\n## {following}\n", f"{said}{marks}\n## {following}\n", 1)
        yield from ((folder / file, picture) for file, _, picture in pictures)
    yield folder / f"{rule.code}.md", head + text


@contextlib.contextmanager
def _written(rule: Rule, heading: str) -> Iterator[Sequence[Example]]:
    """The examples as files of the current folder, beside the settings that the page tells."""
    shown = examples(rule, heading)
    encoding = IN_OTHER_BYTES.get(rule.code, "utf-8") if heading == "Bad" else "utf-8"
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        settings = re.search(r"```toml\n(.*?)```", rule.page, re.DOTALL)
        Path("bp.toml").write_text(settings[1] if settings else "", encoding="utf-8")
        for path, text, _ in shown:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding=encoding)
        if ignored := [path for path, _, is_ignored in shown if is_ignored]:
            subprocess.run(["git", "init", "--quiet"], check=True)
            Path(".gitignore").write_text("\n".join(ignored), encoding="utf-8")
        yield shown


def _said(rule: Rule, shown: Sequence[Example]) -> str:
    """What `bp lint` prints for the examples."""
    select = None if rule.code in OF_COMMENTS else (rule.code,)
    choose = Chooser(Said(select, preview=True, today=TODAY))
    names = [shown[0].path] if len(shown) == 1 else ["."]
    found = checked([Task(each, choose(each.path)) for each in gather(names)])
    others = across(found, choose, ["."])
    problems = [
        problem
        for each, more in zip(found, others, strict=True)
        for problem in sorted([*each.problems, *more], key=place)
    ]
    listing = "\n".join(full(each, color=False) for each in problems)
    chosen = f" --select {rule.code}" if select else ""
    chosen += " --preview" if rule.preview else ""
    return f"\n`bp lint{chosen} {' '.join(names)}` says:\n\n```text\n{listing}```\n"


def _pictures(shown: Sequence[Example], stem: str) -> Iterator[tuple[str, str, str]]:
    """File name, the blueprint's name and the picture of each example without errors."""
    for number, (path, _, _) in enumerate(shown, 1):
        found = read(Path(path).read_bytes(), path, Workspace(Path.cwd()))
        if found.blueprint is not None and found.index is not None:
            picture = draw(lay_out(found.blueprint, found.index), "svg").decode()
            file = f"{stem}.svg" if len(shown) == 1 else f"{stem}-{number}.svg"
            yield file, found.blueprint.name, picture
