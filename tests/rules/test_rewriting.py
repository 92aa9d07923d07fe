"""Ids are given and items deleted without a change to anything else, however a file is written."""

from hypothesis import given
from hypothesis import strategies as some

from blueprint_cli.lint.choice import Choice
from blueprint_cli.lint.fixing import Judged, mended
from blueprint_cli.lint.judge import lint
from blueprint_cli.parse import Document, parse
from blueprint_cli.rules.structure import cell_reference, repeated_link, unused_resource
from blueprint_cli.source import Source

RULES = [cell_reference.RULE, repeated_link.RULE, unused_resource.RULE]
CHOICE = Choice({rule.code: rule.severity for rule in RULES})
NAMES = some.text("aZé水 ,:;'\"#[]{}!?&*-_.|>%@`0~", min_size=1, max_size=12).filter(
    lambda name: name.strip()
)
STYLES = some.sampled_from(["plain", "single", "double", "braces", "lines", "list", "spread"])


def quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def written(name: str, style: str) -> str:
    """An action of the lane `a` in one of the ways in which people write one."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    ways = {
        "plain": f" {name}",
        "single": f" {quoted(name)}",
        "double": f' "{escaped}"',
        "braces": f" {{ name: {quoted(name)}, time: 2m }}",
        "lines": f"  # said\n        time: 2m  # measured\n        name: {quoted(name)}",
        "list": f"\n        - name: {quoted(name)}\n          time: 2m",
        "spread": f" {{\n          name: {quoted(name)}  # said\n          }}",
    }
    fits = style != "plain" or is_plain(name)
    return ways[style if fits else "single"]


def is_plain(name: str) -> bool:
    """Whether YAML reads a text as it is without quotes."""
    root = parse(Source("x", f"name: {name}\n")).root
    return bool(root) and root.value[0][1][:1] == (name.strip(),) and not {"&", "*"} & {name[0]}


@some.composite
def blueprints(draw: some.DrawFn) -> str:
    """Steps whose one action others refer to by its cell, twice and in several styles."""
    actions = draw(some.lists(some.tuples(NAMES, STYLES), min_size=1, max_size=4))
    cells = [f"s{place}.a" for place in range(len(actions))]
    held = some.lists(some.sampled_from(cells), min_size=1, max_size=5)
    lines = ["blueprint: X", "resources: [{id: k, name: K},", "  Kettle, 'Pot, large']"]
    lines += [
        "lanes:",
        "  - {id: a, name: A, role: customer}",
        "  - {id: b, name: B, role: support}",
    ]
    lines.append("steps:")
    for place, (name, style) in enumerate(actions):
        needs, triggers = draw(held), draw(held)
        lines += [
            f"  - id: s{place}",
            "    name: S",
            "    actions:",
            f"      a:{written(name, style)}",
        ]
        lines += ["      b:", "        name: works", f"        triggers: [{', '.join(triggers)}]"]
        lines += ["        uses: k", "        needs:", *(f"          - {each}" for each in needs)]
    return draw(some.sampled_from(["\n", "\r\n"])).join([*"\n".join(lines).split("\n"), ""])


def judged(text: str) -> Judged:
    document = parse(Source("x.yaml", text))
    return Judged(document, lint(document, RULES, CHOICE))


def told(document: Document) -> tuple[set[tuple[str, str, str]], list[str]]:
    """Which action leads to which, by their steps and lanes, and what all are called."""
    index = document.index
    assert index, document.problems
    places = {each.key: f"{each.step}.{each.lane}" for each in index.actions}
    links = {(each.kind, places[each.start], places[each.end]) for each in index.links}
    return links, [each.action.name for each in index.actions]


@given(blueprints())
def test_all_is_mended_and_nothing_else_is_said(text: str) -> None:
    before = judged(text)
    after = mended(before, judged, ["safe", "unsafe"])
    assert not after.doubted
    assert not [each for each in after.judged.problems if each.fix]
    assert "BP106" not in {each.code for each in after.judged.problems}
    assert "BP111" not in {each.code for each in after.judged.problems}
    assert told(after.judged.document) == told(before.document)
    assert after.judged.document.source.text.count("#") == text.count("#")
    assert after.judged.document.source.text.count("\r") in {
        0,
        after.judged.document.source.text.count("\n"),
    }
