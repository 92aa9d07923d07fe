"""The page of a rule: what it finds, whether it is on, what can be set, and how it is mended."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.lint.choice import Choice
from blueprint_cli.lint.judge import lint
from blueprint_cli.lint.rule import Rule, as_toml
from blueprint_cli.lint.suppressions import settled, suppressions
from blueprint_cli.parse import parse
from blueprint_cli.problems import Problem, Safety
from blueprint_cli.rules.every import FAMILIES, RULES
from blueprint_cli.source import Source

_FIXES: dict[Safety | None, str] = {
    "safe": "`bp lint --fix` mends it where there is one right way.",
    "unsafe": "`bp lint --unsafe-fixes` mends it: look at what changes.",
    "display": "`bp lint` shows how to mend it.",
    None: "It is mended by hand.",
}
_NAMED = re.compile(r"# file: (\S+)( \(ignored by git\))?\n")


class Family(NamedTuple):
    """Rules that belong together: `BP2`, what they are about, and the rules."""

    code: str
    about: str
    rules: tuple[Rule, ...]


def families() -> Iterator[Family]:
    """All families with their rules, in the order of their codes."""
    for module in FAMILIES:
        code, _, about = (module.__doc__ or "").partition(": ")
        yield Family(code, about.strip().rstrip("."), module.RULES)


class Example(NamedTuple):
    """A blueprint of a page, the file that it is to stand in, and whether git ignores that."""

    path: str
    text: str
    ignored: bool


def examples(rule: Rule, heading: str) -> tuple[Example, ...]:
    """The blueprints below `Bad` or `Good`; a first line `# file: NAME` says in which file."""
    _, _, below = rule.page.partition(f"\n## {heading}\n")
    blocks = re.findall(r"```yaml\n(.*?)```", below.partition("\n## ")[0], re.DOTALL)
    return tuple(map(_example, blocks))


def _example(text: str) -> Example:
    named = _NAMED.match(text)
    path = named[1] if named else "example.yaml"
    return Example(path, text, ignored=bool(named and named[2]))


def page(rule: Rule) -> str:
    """The whole page, in Markdown."""
    intro, bad, rest = rule.page.partition("\n## Bad\n")
    return f"# {rule.code} {rule.name}\n\n{standing(rule)}\n\n{intro}{settable(rule)}{bad}{rest}"


def standing(rule: Rule) -> str:
    """How severe it is, whether it is on, and how it is mended."""
    return f"`{rule.severity}`, {_state(rule)}. {_FIXES[fix_of(rule)]}"


def state(rule: Rule) -> str:
    """Whether a rule judges where nobody says otherwise, in a word."""
    if rule.preview:
        return "preview"
    return "off" if rule.off else "on"


def _state(rule: Rule) -> str:
    if rule.is_fixed:
        return "always on: the file is not drawn until it is mended"
    if rule.preview:
        return "in preview: it may still change and is silent without `--preview`"
    return "off until it is selected" if rule.off else "on unless it is ignored"


def settable(rule: Rule) -> str:
    """The part of a page that tells what can be set; nothing if nothing can."""
    if not rule.options:
        return ""
    rows = "".join(
        f"| `{option.key}` | {option.values} | `{as_toml(option.default)}` | {option.about} |\n"
        for option in rule.options
    )
    table = f"| option | value | default | what it sets |\n|---|---|---|---|\n{rows}"
    return f"\n## Options\n\n{table}{'' if '```toml' in rule.page else _example_of(rule)}"


def _example_of(rule: Rule) -> str:
    """How the options are written, with their defaults; some pages have one of their own."""
    lines = "".join(f"{option.key} = {as_toml(option.default)}\n" for option in rule.options)
    return f"\nIn `bp.toml`:\n\n```toml\n[lint.rules.{rule.name}]\n{lines}```\n"


def fix_of(rule: Rule) -> Safety | None:
    """How a rule mends what it finds in the examples of its page; None if it does not."""
    found = {each.fix.safety for each in _found(rule) if each.fix}
    return next((safety for safety in _FIXES if safety in found), None)


def _found(rule: Rule) -> Iterable[Problem]:
    """What a rule says of the blueprints below `Bad`."""
    alone = rule.check is not None
    rules = (rule,) if alone else tuple(each for each in RULES if not each.off or each is rule)
    options = {each.code: {one.name: one.default for one in each.options} for each in rules}
    choice = Choice({each.code: each.severity for each in rules}, options)
    for example in examples(rule, "Bad"):
        document = parse(Source(example.path, example.text))
        problems = lint(document, rules, choice)
        said = suppressions(document.source, document.root, RULES)
        asked = frozenset(choice.severities) if document.index else frozenset()
        for problem in settled(problems, said, document.source, RULES, choice, asked):
            if problem.code == rule.code:
                yield problem


def listed(width: int | None = None) -> str:
    """All rules, one in a line: code, name, severity, whether it is on, what it finds.

    Where they do not fit into `width` columns, what it finds stands in a line of its own.
    """
    rows = [(each.code, each.name, each.severity, state(each), each.about) for each in RULES]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    fits = width is None or sum(widths) + 2 * len(widths) <= width
    return "".join(_row(row, widths, "  " if fits else "\n       ") for row in rows)


def _row(row: tuple[str, ...], widths: list[int], gap: str) -> str:
    words = [f"{word:<{width}}" for word, width in zip(row[:-1], widths, strict=False)]
    return f"{'  '.join(words)}{gap}{row[-1]}\n"


def for_programs(rule: Rule) -> dict[str, object]:
    """The same as a page, with the keys that docs/rules/README.md promises."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "default": state(rule),
        "fix": fix_of(rule),
        "about": rule.about,
        "options": [
            {
                "name": option.key,
                "value": option.values,
                "default": option.default,
                "about": option.about,
            }
            for option in rule.options
        ],
        "page": rule.page,
    }
