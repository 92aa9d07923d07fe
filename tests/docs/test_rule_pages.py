"""docs/rules/ shows what each rule says of its examples, and names the keys of the JSON."""

import re
from pathlib import Path

import pytest

from blueprint_cli.rule_pages import families, for_programs, page
from blueprint_cli.rules.every import RULES

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
INDEX = (FOLDER / "README.md").read_text(encoding="utf-8")
MOST_BYTES = 6_000_000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_shows_what_lint_says_of_its_bad_example(rule):
    text = (FOLDER / f"{rule.code}.md").read_text(encoding="utf-8")
    bad, good = text.partition("\n## Bad\n")[2].split("\n## Good\n")
    assert f"{rule.severity}[{rule.code}]" in bad
    assert f"[{rule.code}]" not in good


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_is_complete_without_the_pictures(rule):
    text = page(rule)
    assert text.startswith(f"# {rule.code} {rule.name}\n")
    assert rule.page.partition("\n## Bad\n")[2] in text
    assert all(f"| `{option.key}` |" in text for option in rule.options)


def test_the_index_lists_every_rule_once_in_its_family():
    assert re.findall(r"^\| \[(BP[0-9]+)\]", INDEX, re.MULTILINE) == [rule.code for rule in RULES]
    for family in families():
        assert {rule.code[: len(family.code)] for rule in family.rules} <= {family.code}


def test_the_index_names_the_keys_of_the_json():
    below = " ".join(INDEX.partition("## For programs")[2].split())
    told = for_programs(next(rule for rule in RULES if rule.options))
    assert all(f"`{key}`" in below for key in told)
    assert all(f"`{key}`" in below for option in told["options"] for key in option)


def test_the_folder_stays_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES
