"""Real git repositories for the tests, with dates of their own and nothing of the user's."""

import os
import subprocess
from pathlib import Path

DAY = "2026-03-{:02}T09:30:00+02:00"


class Repo:
    """A work tree in a folder; its n-th commit is made on the n-th of March 2026, 07:30 UTC."""

    def __init__(self, folder: Path, *, begin: bool = True) -> None:
        self.folder = folder
        self.days = 0
        folder.mkdir(parents=True, exist_ok=True)
        if begin:
            self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str) -> str:
        when = DAY.format(self.days or 1)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z",
            "GIT_COMMITTER_DATE": when,
            **{f"GIT_{who}_NAME": "Mira" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "mira@example.org" for who in ("AUTHOR", "COMMITTER")},
        }
        command = ["git", "-c", "protocol.file.allow=always", *words]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, name: str, text: str) -> str:
        """The file's path, with this text in it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def commit(self, subject: str = "A change") -> str:
        """Commit all there is, a day after the commit before; its hash."""
        self.days += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty-message", "-m", subject)
        return self.git("rev-parse", "HEAD")

    def save(self, name: str, text: str, subject: str = "A change") -> str:
        """Write a file and commit it; its path."""
        path = self.write(name, text)
        self.commit(subject)
        return path


def shop(extra: str = "", time: str = "4m") -> str:
    """A small blueprint."""
    return f"""\
blueprint: Phone repair
lanes:
  - {{id: customer, name: Customer, role: customer}}
  - {{id: desk, name: Desk, role: frontstage}}
steps:
  - name: Bring the phone
    actions:
      customer: Hands over the phone
      desk: {{name: Takes the phone, time: {time}}}
{extra}"""


STEP = "  - {name: Fetch the phone, actions: {customer: Pays}}\n"
BROKEN = "  - {nmae: Fetch the phone, actions: {costumer: Pays}}\n"
