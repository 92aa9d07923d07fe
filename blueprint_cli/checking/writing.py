"""What a run of `bp lint` writes: mended files, what would be mended, and comments that silence."""

from collections.abc import Sequence

from blueprint_cli import console
from blueprint_cli.checking import Checked, Task
from blueprint_cli.checking.choosing import Chooser
from blueprint_cli.checking.plan import Plan
from blueprint_cli.differences import unified
from blueprint_cli.files import Input
from blueprint_cli.lint.suppressions import ABOUT_COMMENTS
from blueprint_cli.listings import concise
from blueprint_cli.problems import Problem
from blueprint_cli.replacing import replace
from blueprint_cli.rules.every import RULES

IGNORABLE = frozenset(rule.code for rule in RULES if not rule.is_fixed) - ABOUT_COMMENTS


def write(inputs: Sequence[Input], found: Sequence[Checked], plan: Plan) -> None:
    """Replace mended files, each whole; what came in by standard input goes out by the other."""
    for each, one in zip(inputs, found, strict=True):
        if each.piped is not None and plan.mending:
            console.write(each.piped if one.content is None else one.content)
        elif one.content is not None:
            replace(each.path, one.content)


def show_differences(inputs: Sequence[Input], found: Sequence[Checked]) -> int:
    """Print what fixes would change; 1 if anything."""
    color = console.colored_output()
    changed = [(each, one.content) for each, one in zip(inputs, found, strict=True) if one.content]
    for each, content in changed:
        console.write(unified(each.path, each.content(), content, color=color))
    files = f"{len(changed)} {'file' if len(changed) == 1 else 'files'}"
    console.say(f"{files} would be mended.")
    return int(bool(changed))


def ignore(
    inputs: Sequence[Input],
    problems: Sequence[Sequence[Problem]],
    choose: Chooser,
    reason: str,
) -> int:
    """Write comments that silence the problems; 1 if some could not be silenced."""
    from blueprint_cli.checking.ignoring import silenced

    left: list[Problem] = []
    count = 0
    for each, some in zip(inputs, problems, strict=True):
        todo = [problem for problem in some if problem.code in IGNORABLE]
        left += [problem for problem in some if problem.code not in IGNORABLE]
        if not todo:
            continue
        text, not_done = silenced(Task(each, choose(each.path)), todo, reason)
        left += not_done
        count += len(todo) - len(not_done)
        if each.piped is not None:
            console.write(text)
        elif len(not_done) < len(todo):
            replace(each.path, text)
    console.say(f"Silenced {count} {'problem' if count == 1 else 'problems'}.")
    for problem in left:
        console.say(concise(problem, color=False), "warning", "not silenced: ")
    return int(bool(left))
