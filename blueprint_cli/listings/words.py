"""What several output formats say alike: counts, sentences, paths, fingerprints, arrays."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from blueprint_cli.console import visible
from blueprint_cli.lint.fingerprints import fingerprints
from blueprint_cli.problems import Problem, Severity

_NAMES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def summary(problems: Iterable[Problem], files: int, called: str = "problem") -> str:
    """How many problems there are in how many files, as a sentence."""
    counts: dict[str, int] = {}
    places = set()
    for each in problems:
        counts[each.severity] = counts.get(each.severity, 0) + 1
        places.add(each.source.path)
    if not counts:
        return f"No {called}s in {_counted(files, 'file')}."
    found = [_counted(counts[kind], name) for kind, name in _NAMES.items() if kind in counts]
    listed = " and ".join(filter(None, [", ".join(found[:-1]), found[-1]]))
    return f"Found {listed} in {_counted(len(places), 'file')}."


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by severity, and among equals in the order they came in."""
    order = list(_NAMES)
    return sorted(problems, key=lambda each: order.index(each.severity))


def sentence(problem: Problem) -> str:
    """The message and what to do, on one line, safe to be shown."""
    hint = f". Hint: {visible(problem.hint)}" if problem.hint else ""
    return f"{visible(problem.message)}{hint}"


def paragraph(problem: Problem) -> str:
    """The sentence and, a line each, the other places that explain it."""
    notes = [
        f"{visible(slashed(each.source.path))}:{':'.join(map(str, place))}: {visible(each.message)}"
        for each in problem.related
        for place in [each.source.position(each.span.start)]
    ]
    return "\n".join([sentence(problem), *notes])


def slashed(path: str) -> str:
    """The path as other programs take it: with slashes, and without `./` before it."""
    return os.path.normpath(path).replace(os.sep, "/")


def from_top(path: str, here: str) -> str:
    """A path as forges take it: from the top of the repository, in which the run is `here`."""
    return slashed(path if PurePath(path).is_absolute() else here + path)


def by_file(problems: Iterable[Problem], files: Iterable[str]) -> dict[str, list[Problem]]:
    """The problems of each file that was checked or has one, in the order of the files."""
    found: dict[str, list[Problem]] = {path: [] for path in files}
    for each in problems:
        found.setdefault(each.source.path, []).append(each)
    return found


def with_fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem and what tells it from all others, whatever lines they stand at."""
    told = list(problems)
    found: dict[str, list[Problem]] = {}
    for each in told:
        found.setdefault(slashed(each.source.path), []).append(each)
    prints = {path: iter(fingerprints(some, path)) for path, some in found.items()}
    return ((each, next(prints[slashed(each.source.path)])) for each in told)


def listed(members: Iterable[object]) -> str:
    """A JSON array with each member on a line: soon written, and easily compared."""
    import json

    lines = ",\n".join(json.dumps(each) for each in members)
    return f"[\n{lines}\n]" if lines else "[]"


def named(members: Mapping[str, str]) -> str:
    """A JSON object with each member on a line; the values are JSON already."""
    lines = ",\n".join(f'"{name}": {value}' for name, value in members.items())
    return f"{{\n{lines}\n}}"
