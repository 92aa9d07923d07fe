"""Which rules judge a file, how severely, and with what limits."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from blueprint_cli.lint.rule import Rule
from blueprint_cli.problems import Severity

ALL = "ALL"
"""The word that means every rule."""


class Choice(NamedTuple):
    """What lints a file: the codes that are on with their severities, options by code, the day."""

    severities: Mapping[str, Severity]
    options: Mapping[str, Mapping[str, object]] = {}
    today: date | None = None


class Wishes(NamedTuple):
    """What somebody says about rules; words are codes, beginnings of codes, names or `ALL`.

    `select` is None where the usual ones are meant.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    preview: bool = False


def usual(rules: Sequence[Rule]) -> Choice:
    """The choice where nobody says anything: the usual rules as they are, and no date."""
    return Choice(severities(rules, Wishes()), defaults(rules))


def defaults(rules: Iterable[Rule]) -> dict[str, dict[str, object]]:
    """What the options of rules are where nobody sets them, by code."""
    return {
        rule.code: {each.name: each.default for each in rule.options}
        for rule in rules
        if rule.options
    }


def meant(word: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that a word means: its code or name, all whose codes begin so, or `ALL`."""
    if word == ALL:
        return tuple(rules)
    exact = tuple(each for each in rules if word in {each.code, each.name})
    if exact or not word.startswith("BP"):
        return exact
    return tuple(each for each in rules if each.code.startswith(word))


def severities(rules: Sequence[Rule], wishes: Wishes) -> dict[str, Severity]:
    """The rules that are on, each with its severity.

    Of two words that mean a rule the more exact one counts, and of two equal ones `ignore` does.
    """
    own = dict(sorted(wishes.severities.items(), key=lambda wish: _exactness(wish[0])))
    given = {rule.code: severity for word, severity in own.items() for rule in meant(word, rules)}
    return {
        rule.code: given.get(rule.code, rule.severity) for rule in rules if _is_on(rule, wishes)
    }


def _is_on(rule: Rule, wishes: Wishes) -> bool:
    if rule.preview and not wishes.preview:
        return False
    usual = wishes.select is None and not rule.off
    wished = max(0 if usual else -1, _most(rule, (*(wishes.select or ()), *wishes.extend_select)))
    return wished > _most(rule, wishes.ignore)


def _most(rule: Rule, words: Iterable[str]) -> int:
    """How exactly the most exact of some words means a rule; -1 if none does."""
    return max((_exactness(word) for word in words if meant(word, (rule,))), default=-1)


def _exactness(word: str) -> int:
    """How exactly a word tells which rules are meant: a code or name more than its beginning."""
    if word == ALL:
        return 0
    return min(len(word), _CODE) if word.startswith("BP") else _CODE


_CODE = len("BP204")
