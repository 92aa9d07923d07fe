"""Every rule keeps what its page says, and says exactly what the cases of `cases/` expect.

A case file is `cases/CODE.txt`. `=== TITLE` begins a case; a blueprint follows, or `sample: NAME`
for one of samples/, changed by lines `replace: OLD => NEW`. `set: NAME = VALUE` sets an option of
the rule (VALUE is TOML). `> ` begins what the rule says: place, message, and behind `| ` the hint
and related places; nothing if it is silent. Other rules are not asked. `--accept` rewrites it.
"""

import functools
import inspect
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from blueprint_cli.checking import Task, check
from blueprint_cli.files import Input
from blueprint_cli.lint.choice import Choice
from blueprint_cli.lint.fixing import Judged, mended
from blueprint_cli.lint.judge import lint
from blueprint_cli.lint.rule import Rule
from blueprint_cli.parse import parse, read
from blueprint_cli.problems import FLAWS, Problem
from blueprint_cli.rules.alone import ALONE
from blueprint_cli.rules.every import RULES
from blueprint_cli.source import Source
from blueprint_cli.workspace import Workspace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / "samples"
TODAY = date(2026, 11, 22)
BY_CODE = {rule.code: rule for rule in RULES}
CASES = sorted((HERE / "cases").glob("*.txt"))
BYTES = {"BP001"}
"""Flaws of a file's bytes, which no text shows."""
BY_COMMENT = {"BP014", "BP015", "BP016"}
"""What is found in comments for `bp` once all other rules have spoken."""
SHOWN = [rule for rule in RULES if not rule.check_across and rule.code not in BYTES]
USUAL = [rule for rule in RULES if not rule.off and not rule.preview]


def code(rule: Rule) -> str:
    return rule.code


def found(rule: Rule, text: str, path: str = "example.yaml", **options: object) -> list[Problem]:
    """What one rule says of a text, errors of reading included."""
    if rule.code in BY_COMMENT:
        return [each for each in usually_found(text, path) if each.code == rule.code]
    defaults = {option.name: option.default for option in rule.options}
    choice = Choice({rule.code: rule.severity}, {rule.code: defaults | options}, TODAY)
    document = parse(Source(path, text), Workspace(ROOT))
    return list(lint(document, [rule], choice))


def usually_found(text: str, path: str) -> tuple[Problem, ...]:
    """What all usual rules say of a text."""
    options = {rule.code: {each.name: each.default for each in rule.options} for rule in USUAL}
    choice = Choice({rule.code: rule.severity for rule in USUAL}, options, TODAY)
    task = Task(Input(path, piped=text.encode()), choice)
    return check(task, lambda _: Workspace(ROOT)).problems


def test_of_a_text_by_itself_the_other_rules_say_nothing_but_errors():
    others = {rule.code for rule in RULES if rule not in ALONE}
    assert not [rule.code for rule in RULES if rule.code in others and rule.check]
    assert {flaw.severity for flaw in FLAWS if flaw.code in others} == {"error"}


def examples(rule: Rule, heading: str) -> list[str]:
    _, _, below = rule.page.partition(f"\n## {heading}\n")
    return re.findall(r"```yaml\n(.*?)```", below.partition("\n## ")[0], re.DOTALL)


def settings(rule: Rule) -> dict[str, object]:
    """The options with which the page's examples are to be judged, in a block of TOML."""
    block = re.search(r"```toml\n(.*?)```", rule.page, re.DOTALL)
    set_there = tomllib.loads(block[1])["lint"]["rules"][rule.name] if block else {}
    return {name: frozen(value) for name, value in set_there.items()}


def frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("rule", RULES, ids=code)
def test_a_page_has_all_its_parts(rule: Rule):
    headings = re.findall(r"^## (.*)$", rule.page, re.MULTILINE)
    assert headings == ["Bad", "Good", "How to fix", "Source"]
    assert rule.about.endswith(".")
    assert len(rule.page.split("\n## Bad")[0].split()) > 20, "say why it matters"


@pytest.mark.parametrize("rule", SHOWN, ids=code)
def test_bad_is_found_and_good_is_not(rule: Rule):
    bad, good = examples(rule, "Bad"), examples(rule, "Good")
    assert bad
    assert good
    for text in bad:
        said = found(rule, text, **settings(rule))
        assert {problem.code for problem in said} == {rule.code}, text
    for text in good:
        assert not found(rule, text, **settings(rule)), text


@pytest.mark.parametrize("code", sorted(BY_COMMENT))
def test_comments_of_examples_are_all_that_is_wrong(code: str):
    for heading, codes in (("Bad", {code}), ("Good", set())):
        for text in examples(BY_CODE[code], heading):
            said = usually_found(text, "example.yaml")
            assert {each.code for each in said} - {"BP201"} == codes, text


def test_bad_bytes_are_found_and_good_ones_are_not():
    rule = BY_CODE["BP001"]
    (bad,), (good,) = examples(rule, "Bad"), examples(rule, "Good")
    assert [problem.code for problem in read(bad.encode("latin-1"), "bad.yaml").problems] == [
        "BP001"
    ]
    assert not read(good.encode(), "good.yaml").problems
    sample = (SAMPLES / "passport-de.yaml").read_text(encoding="utf-8").replace("→", "")
    assert [problem.code for problem in read(sample.encode("latin-1"), "x.yaml").problems] == [
        "BP001"
    ]


@pytest.mark.parametrize("rule", RULES, ids=code)
def test_options_are_those_of_the_check(rule: Rule):
    judge = rule.check or rule.check_across
    taken = list(inspect.signature(judge).parameters)[1:] if judge else []
    assert taken == [option.name for option in rule.options]


def test_codes_and_names_are_in_order_and_stand_once():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"BP[0-9]{3}", rule.code) for rule in RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in RULES)


def test_every_file_is_a_rule_in_the_list():
    files = {
        path.stem.replace("_", "-")
        for path in (ROOT / "blueprint_cli" / "rules").glob("*/*.py")
        if path.name != "__init__.py"
    }
    assert files == {rule.name for rule in RULES}


def test_every_flaw_has_a_page():
    assert {flaw.code for flaw in FLAWS} <= set(BY_CODE)


@pytest.mark.parametrize("rule", SHOWN, ids=code)
def test_every_rule_has_a_case_from_a_sample(rule: Rule):
    text = (HERE / "cases" / f"{rule.code}.txt").read_text(encoding="utf-8")
    assert re.search(r"^sample: .*\n(?:(?:replace|set): .*\n)*> ", text, re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, accept: bool) -> None:  # noqa: FBT001 - a fixture
    expected = case.read_text(encoding="utf-8")
    came_out = "".join(
        replayed(BY_CODE[case.stem], section)
        for section in re.split(r"(?m)^(?==== )", expected)
        if section
    )
    if accept and came_out != expected:
        case.write_text(came_out, encoding="utf-8")
    assert came_out == (came_out if accept else expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_fixes_of_a_case_are_proved_and_come_to_an_end(case: Path) -> None:
    rule = BY_CODE[case.stem]
    for section in re.split(r"(?m)^(?==== )", case.read_text(encoding="utf-8"))[1:]:
        lines = [line for line in section.splitlines(keepends=True) if line[:2] not in {"> ", "| "}]
        text, path, options = blueprint(lines[1:])
        judge = functools.partial(judged, rule, path, options)
        after = mended(judge(text), judge, ["safe", "unsafe"])
        assert not after.doubted, section
        assert not [each for each in after.judged.problems if each.fix], section


def judged(rule: Rule, path: str, options: dict[str, object], text: str) -> Judged:
    problems = tuple(found(rule, text, path, **options))
    return Judged(parse(Source(path, text), Workspace(ROOT)), problems)


def replayed(rule: Rule, section: str) -> str:
    """The case with what its rule says today."""
    lines = [line for line in section.splitlines(keepends=True) if not re.match(r"> |\| ", line)]
    kept = "".join(lines).rstrip("\n") + "\n"
    text, path, options = blueprint(lines[1:])
    said = found(rule, text, path, **options)
    return kept + "".join(told(each, rule) for each in said) + "\n"


def blueprint(lines: list[str]) -> tuple[str, str, dict[str, object]]:
    """The text of a case, its path, and the options that are set."""
    text, path, options = "", "example.yaml", {}
    for line in lines:
        if line.startswith("sample: "):
            path = f"samples/{line[8:].strip()}"
            text = (ROOT / path).read_text(encoding="utf-8")
        elif line.startswith("replace: "):
            old, _, new = line[9:].rstrip("\n").partition(" => ")
            assert old in text, f"{path} does not hold {old!r}"
            text = text.replace(old, new.replace("\\n", "\n"), 1)
        elif line.startswith("set: "):
            options |= tomllib.loads(line[5:])
        else:
            text += line
    options = {name: frozen(value) for name, value in options.items()}
    return text, str(ROOT / path), options


def told(problem: Problem, rule: Rule) -> str:
    """A problem as the cases write it; the code stands there if it is another than asked for."""
    place = problem.source.position(problem.span.start) if problem.span else None
    where = f"{place.line}:{place.column}" if place else "file"
    code = "" if problem.code == rule.code else f" {problem.code}"
    lines = [f"> {where}{code} {problem.message}"]
    if problem.hint:
        lines.append(f"| {problem.hint}")
    for other in problem.related:
        beside = other.source.position(other.span.start)
        lines.append(f"| {beside.line}:{beside.column} {other.message}")
    if problem.fix:
        lines.append(f"| {problem.fix.safety} fix: {problem.fix.title}")
        fixed = problem.source.edited(problem.fix.edits)
        before = set(problem.source.text.splitlines())
        lines += [f"| + {line}" for line in fixed.splitlines() if line not in before]
    return "\n".join(lines) + "\n"
