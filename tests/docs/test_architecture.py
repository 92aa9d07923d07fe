"""ARCHITECTURE.md says what is true: its tables are read and held against the code's imports."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "blueprint_cli"
PAGE = ROOT / "ARCHITECTURE.md"


def table(heading: str) -> list[list[str]]:
    """The rows of the first table below a heading, without its head."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")
    rows = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert rows, f"no table below {heading}"
    return [
        [cell.strip() for cell in row.strip("|").split("|")]
        for row in rows.group().splitlines()[2:]
    ]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def place(path: Path) -> str:
    """The name that the page calls a module by: its path, or that of its folder."""
    inner = path.relative_to(PACKAGE)
    return f"{inner.parts[0]}/" if len(inner.parts) > 1 else inner.name


MODULES = {path: place(path) for path in sorted(PACKAGE.rglob("*.py"))}
LAYERS = [(row[0], names(row[1])) for row in table("The layers")] if PAGE.exists() else []
DEPTH = {name: depth for depth, (_, row) in enumerate(LAYERS) for name in row}
DOORS = {names(row[0])[0]: names(row[1]) for row in table("The doors")} if PAGE.exists() else {}


def imports(path: Path) -> Iterator[str]:
    """Dotted names of all that a module imports, wherever in it the import stands.

    What is taken from a package of ours that is itself a module is named as that module.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            assert node.module
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if found(inner) else node.module
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = node.args[0] if node.args else None
            by_name = node.func.id in {"import_module", "find_spec"}
            if by_name and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def found(name: str) -> set[Path]:
    """The file of one of our own modules, by its dotted name."""
    base = ROOT.joinpath(*name.split("."))
    return {base.with_suffix(".py"), base / "__init__.py"} & MODULES.keys()


def ours(path: Path) -> set[Path]:
    """The project's own modules that a module imports."""
    return {other for name in imports(path) for other in found(name)} - {path}


def test_the_page_names_every_module_once():
    named = [name for _, row in LAYERS for name in row]
    assert sorted(named) == sorted(set(MODULES.values()))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path):
    for other in ours(path):
        assert DEPTH[place(other)] <= DEPTH[place(path)], f"imports {place(other)}"


def test_no_cycle():
    TopologicalSorter({path: ours(path) for path in MODULES}).prepare()


def test_no_cycle_between_drawers():
    graph: dict[str, set[str]] = {}
    for path, name in MODULES.items():
        graph.setdefault(name, set()).update(place(other) for other in ours(path))
    TopologicalSorter({name: others - {name} for name, others in graph.items()}).prepare()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_outside_packages_come_in_by_their_doors(path):
    for name in {name.split(".")[0] for name in imports(path)}:
        if name not in sys.stdlib_module_names and name != "blueprint_cli":
            inner = path.relative_to(PACKAGE)
            assert name in DOORS, f"no door for {name}"
            assert {inner.as_posix(), place(path)} & set(DOORS[name]), f"imports {name}"


def test_every_door_is_used():
    used = {
        (name.split(".")[0], path.relative_to(PACKAGE).as_posix())
        for path in MODULES
        for name in imports(path)
    }
    for package, doors in DOORS.items():
        for door in doors:
            assert any(
                package == name and (path == door or place(PACKAGE / path) == door)
                for name, path in used
            ), f"{door} does not import {package}"


def test_no_import_hides_from_the_type_checker():
    assert not [path for path in MODULES if "TYPE_CHECKING" in path.read_text(encoding="utf-8")]
