"""What settings and command line may say about rules, read and checked word by word."""

from collections.abc import Callable, Mapping
from typing import get_args

from blueprint_cli.lint.choice import ALL, meant
from blueprint_cli.lint.rule import Option, Rule, as_toml
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Severity, Trouble
from blueprint_cli.rules.every import RULES
from blueprint_cli.settings import Rank


def words(value: object, where: str) -> tuple[str, ...]:
    """Codes, beginnings of codes, names or `ALL`, each of which means some rule."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise Trouble(f"{where} is no list of rules", 'write `["BP2", "empty-step"]`')
    for each in listed:
        _known(each, f"{where}: ")
    return tuple(listed)


def _known(word: str, where: str = "") -> tuple[Rule, ...]:
    """The rules that a word means, or `Trouble`."""
    found = meant(word, RULES)
    if not found:
        known = [ALL, *(name for rule in RULES for name in (rule.code, rule.name))]
        raise Trouble(f"{where}no rule '{word}'", nearest(word, known) or "`bp rule` lists them")
    return found


def _severities(value: object, where: str) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise Trouble(f"{where} is no table", "write `[lint.severity]`, and a rule in each line")
    for word, severity in value.items():
        fixed = [rule for rule in _known(word, f"{where}: ") if rule.is_fixed]
        if severity not in get_args(Severity):
            hint = nearest(str(severity), get_args(Severity))
            message = f"{where}: {word} cannot be '{severity}'"
            raise Trouble(message, hint or "it is `error`, `warning` or `info`")
        if fixed and word in {fixed[0].code, fixed[0].name}:
            message = f"{where}: {word} keeps a file from being drawn and stays an error"
            raise Trouble(message, "delete the line")
    return dict(value)


def _rules(value: object, where: str) -> dict[str, dict[str, object]]:
    if not isinstance(value, dict):
        raise Trouble(f"{where} is no table", "write `[lint.rules.long-name]`")
    found = {}
    for word, table in value.items():
        exact = [rule for rule in _known(word, f"{where}: ") if word in {rule.code, rule.name}]
        if not exact or not isinstance(table, dict):
            hint = f"write `[lint.rules.{word}]`, and below it what is to be set"
            raise Trouble(f"{where}: {word} is no table of one rule", hint)
        found[exact[0].code] = dict(
            _option(exact[0], key, given, where) for key, given in table.items()
        )
    return found


def _option(rule: Rule, key: str, value: object, where: str) -> tuple[str, object]:
    """The name and the value of an option, which is of the kind that its default is."""
    option = next((each for each in rule.options if each.key == key), None)
    if option is None:
        known = [each.key for each in rule.options]
        listed = f"it has {', '.join(f'`{each}`' for each in known)}" if known else None
        hint = nearest(key, known) or listed or "there is nothing to set of it"
        raise Trouble(f"{where}: {rule.name} has no option '{key}'", hint)
    return option.name, _read(option, value, f"{where}: {rule.name}: {key}")


def _read(option: Option, value: object, where: str) -> object:
    if isinstance(option.default, tuple):
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(each, str) for each in listed):
            return tuple(listed)
        raise Trouble(f"{where} is no list of texts", 'write `["one", "two"]`')
    if not _fits(option, value):
        raise Trouble(f"{where} cannot be {as_toml(value)}", f"it is {option.values}")
    return value


def _fits(option: Option, value: object) -> bool:
    default = option.default
    if isinstance(default, (bool, str)) or isinstance(value, bool):
        return type(value) is type(default)
    numbers = int if isinstance(default, int) else (int, float)
    return isinstance(value, numbers) and value >= option.least


def _files(value: object, where: str) -> tuple[Rank, ...]:
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise Trouble(f"{where} is no table of patterns", 'write `[lint.files."drafts/**"]`')
    return tuple(_rank(pattern, table, where) for pattern, table in value.items())


def _rank(pattern: str, table: Mapping[str, object], where: str) -> Rank:
    known = ("extend-select", "ignore", "severity")
    for key in table:
        if key not in known:
            listed = ", ".join(f"`{each}`" for each in known)
            hint = nearest(key, known) or f"known here: {listed}"
            raise Trouble(f"{where}: unknown setting '{key}' for the files '{pattern}'", hint)
    inside = f"{where}: {pattern}"
    return Rank(
        pattern,
        words(table.get("extend-select", []), inside),
        words(table.get("ignore", []), inside),
        _severities(table.get("severity", {}), inside),
    )


READERS: dict[str, Callable[[object, str], object]] = {
    "words": words,
    "severities": _severities,
    "rules": _rules,
    "files": _files,
}
