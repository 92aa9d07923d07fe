"""What a run of `bp lint` tells: what was found, in the formats asked for, and a summary."""

from collections.abc import Iterable, Sequence

from blueprint_cli import console
from blueprint_cli.checking import Checked
from blueprint_cli.checking.plan import Plan
from blueprint_cli.files import Input
from blueprint_cli.listings import Outcome, Wished, summary
from blueprint_cli.problems import Problem
from blueprint_cli.replacing import replace
from blueprint_cli.rules.every import RULES


def tell(
    inputs: Sequence[Input],
    found: Sequence[Checked],
    problems: Sequence[Sequence[Problem]],
    listings: Sequence[Wished],
    plan: Plan,
) -> None:
    """Print what was found and write it to files; then say how much it is."""
    flat = [each for some in problems for each in some]
    files = [each.path for each in inputs]
    piped = any(each.piped is not None for each in inputs) and plan.mending
    for listing, path in listings:
        color = path is None and console.colored_output()
        if path is None and plan.statistics:
            console.write(_statistics(flat, as_json=listing.name == "json"))
            continue
        text = listing.write(Outcome(flat, files, RULES, color))
        if path is not None:
            replace(path, text.encode("utf-8", "backslashreplace"))
        elif piped:
            console.report([text.rstrip("\n")] if text else [])
        else:
            console.write(text)
    for each in found:
        for doubted in each.doubted:
            where = f"{each.source.path}: {doubted.code} {doubted.message}"
            console.complain(f"{where}: its fix could not be proved, and was not made")
    if plan.show_fixes:
        _show_fixes(found)
    console.say(_summary(flat, found, plan))


def _statistics(problems: Iterable[Problem], *, as_json: bool) -> str:
    """How often each rule found something, the most frequent first."""
    counts: dict[tuple[str, str], list[int]] = {}
    for each in problems:
        count = counts.setdefault((each.code, each.rule), [0, 0])
        count[0] += 1
        count[1] += bool(each.fix and each.fix.safety != "display")
    rows = sorted(counts.items(), key=lambda row: (-row[1][0], row[0]))
    if as_json:
        import json

        listed = [
            {"code": code, "rule": rule, "count": count, "fixable": fixable}
            for (code, rule), (count, fixable) in rows
        ]
        return json.dumps(listed, indent=2) + "\n"
    width = max((len(str(count)) for _, (count, _) in rows), default=0)
    return "".join(
        f"{count:>{width}}  {code}  {rule}{f'  ({fixable} with a fix)' if fixable else ''}\n"
        for (code, rule), (count, fixable) in rows
    )


def _show_fixes(found: Iterable[Checked]) -> None:
    for each in found:
        for made in each.made:
            title = made.fix.title if made.fix else ""
            console.say(
                f"{each.source.path}: {made.code} {made.message}: {title}", "good", "mended "
            )


def _summary(problems: Sequence[Problem], found: Sequence[Checked], plan: Plan) -> str:
    if not found:
        return "No blueprints found."
    said = [summary(problems, len(found), "problem" if plan.since is None else "new problem")]
    if made := sum(len(each.made) for each in found):
        said.insert(0, f"Mended {made} {'problem' if made == 1 else 'problems'}.")
    fixes = [each.fix.safety for each in problems if each.fix]
    safe, unsafe = fixes.count("safe"), fixes.count("unsafe")
    if safe:
        said.append(f"`--fix` mends {safe}.")
    if unsafe:
        said.append(f"`--fix --unsafe-fixes` mends {safe + unsafe}.")
    return " ".join(said)
