"""Folders of real files, and the sites that are made of them."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from blueprint_cli import files
from blueprint_cli.config import forget
from blueprint_cli.reporting import Choice
from blueprint_cli.site import Outcome, write_site

SMALL = """\
blueprint: {name}
lanes: [{{id: guest, name: Guest, role: customer}}]
steps: [{{name: Comes, actions: {{guest: {{id: come, name: Comes in}}}}}}]
"""


def small(name: str) -> str:
    return SMALL.format(name=name)


ALL = Choice()


class Place(NamedTuple):
    """A folder of blueprints, and the folder of its site."""

    folder: Path
    output: Path

    def put(self, **texts: str) -> None:
        """Write files; `_` stands for a dot in a name."""
        for name, text in texts.items():
            self.write(name.replace("_", "."), text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def made(self, choice: Choice = ALL, workers: int = 1) -> Outcome:
        """The site as it is now, and what was done for it."""
        forget()
        folder = os.path.relpath(self.folder)
        inputs = files.gather([folder])
        return write_site(inputs, folder, str(self.output), choice, workers)

    def counts(self, choice: Choice = ALL) -> tuple[int, int, int]:
        """How many pages were made, kept and deleted."""
        outcome = self.made(choice)
        return outcome.made, outcome.kept, outcome.deleted

    def pages(self) -> set[str]:
        """The pages of blueprints that are there."""
        start = self.output / "blueprints"
        return {str(path.relative_to(start)) for path in start.rglob("*") if path.is_file()}

    def read(self, page: str) -> str:
        return (self.output / page).read_text(encoding="utf-8")

    def contents(self) -> dict[str, bytes]:
        """All files of the site."""
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return {str(path.relative_to(self.output)): path.read_bytes() for path in paths}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    folder = tmp_path / "services"
    folder.mkdir()
    return Place(folder, tmp_path / "site")
