"""The Action's steps, run in their order as a runner of GitHub runs them."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.ci.recipes import ROOT, Team

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
WORD = re.compile(r"'[^']*'|&&|\|\||[!=]=|[!()]|[\w.-]+\(\)|[\w.-]+")
OPERATORS = {"&&": " and ", "||": " or ", "!": " not ", "cancelled()": "False"}
FOR_ARTIFACTS = re.compile(r'[":<>|*?\r\n\\]')
"""What no name of a file in an artifact may hold."""
ARTIFACT = "https://github.example.com/team/tea/actions/runs/1/artifacts/2"
PUSH = {
    "github.event_name": "push",
    "github.base_ref": "main",
    "github.token": "",
    "github.event.pull_request.number": "",
    "github.event.pull_request.base.sha": "",
}


class Acted(NamedTuple):
    """What came of a run; `pictures` are the artifact's files."""

    status: int
    output: str
    summary: str
    outputs: dict[str, str]
    pictures: dict[str, bytes]
    ran: list[str]


def act(team: Team, given: dict[str, str], known: dict[str, str] = PUSH, **more: str) -> Acted:
    """Run the Action behind its first step, which the team's machine has behind it."""
    return _Run(team, given, known, more).all()


class _Run:
    def __init__(
        self, team: Team, given: dict[str, str], known: dict[str, str], more: dict[str, str]
    ) -> None:
        assert given.keys() <= ACTION["inputs"].keys()
        inputs = {name: each["default"] for name, each in ACTION["inputs"].items()} | given
        head = team.must("git rev-parse HEAD").strip()
        self.known = {"github.sha": head, "steps.install.outcome": "success"} | known
        self.known |= {f"inputs.{name}": self.filled(value) for name, value in inputs.items()}
        self.team, self.more = team, more
        self.temporary = team.folder.parent / "runner temp"
        self.temporary.mkdir(exist_ok=True)
        self.status, self.output, self.ran = 0, "", []
        self.pictures: dict[str, bytes] = {}

    def all(self) -> Acted:
        summary = self.temporary / "summary.md"
        summary.write_text("")
        for step in ACTION["runs"]["steps"][1:]:
            when = step.get("if", "true")
            if (not self.status or "cancelled()" in when) and self.holds(when):
                self.ran.append(step["name"])
                self.do(step, summary)
        outputs = {
            name: self.filled(each["value"]) for name, each in ACTION.get("outputs", {}).items()
        }
        text = summary.read_text(encoding="utf-8")
        return Acted(self.status, self.output, text, outputs, self.pictures, self.ran)

    def do(self, step: dict, summary: Path) -> None:
        if uses := step.get("uses"):
            assert uses == "actions/upload-artifact@v4"
            assert self.filled(step["with"]["name"])
            self.keep(Path(self.filled(step["with"]["path"])))
            self.known[f"steps.{step['id']}.outputs.artifact-url"] = ARTIFACT
            return
        assert "${{" not in step["run"], "an input in a script could be a command"
        told = self.temporary / "output"
        told.write_text("")
        variables = {name: self.filled(value) for name, value in step.get("env", {}).items()}
        ran = self.team.run(
            step["run"],
            self.team.folder / self.filled(step.get("working-directory", ".")),
            **self.more,
            **variables,
            GITHUB_OUTPUT=str(told),
            GITHUB_STEP_SUMMARY=str(summary),
            RUNNER_TEMP=str(self.temporary),
        )
        self.status = self.status or ran.status
        self.output += ran.output
        for line in told.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.known[f"steps.{step['id']}.outputs.{name}"] = value

    def keep(self, folder: Path) -> None:
        """Take the files of a folder as an artifact's."""
        for path in sorted(folder.rglob("*")):
            assert not FOR_ARTIFACTS.search(path.name), path.name
            self.pictures[path.name] = path.read_bytes()

    def filled(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: str(self.value(found[1])), text)

    def holds(self, condition: str) -> bool:
        return bool(self.value(condition))

    def value(self, expression: str) -> object:
        """What an expression of GitHub's is, as far as the Action needs them."""
        words = [self.word(each) for each in WORD.findall(expression)]
        return eval("".join(words), {"__builtins__": {}})  # noqa: S307 - our own file

    def word(self, word: str) -> str:
        if word.startswith("'") or word in "!===()":
            return OPERATORS.get(word, word)
        if word in OPERATORS or word in {"true", "false"}:
            return OPERATORS.get(word, word.capitalize())
        assert word in self.known or word.startswith("steps."), word
        return repr(self.known.get(word, ""))


class Note(NamedTuple):
    """A command of GitHub's, as the runner reads it."""

    kind: str
    properties: dict[str, str]
    text: str


def commands(output: str) -> Iterator[Note]:
    """The commands in a step's output that the runner obeys, in both of their forms."""
    stop = None
    for line in output.splitlines():
        if stop is not None:
            stop = None if line.strip() == f"::{stop}::" else stop
            continue
        found = re.match(r"\s*::([\w-]+)(?: ([^:]*))?::(.*)", line)
        found = found or re.search(r"##\[([\w-]+)(?: ([^\]]*))?\](.*)", line)
        if found and found[1] == "stop-commands":
            stop = found[3]
        elif found:
            listed = (each.partition("=") for each in (found[2] or "").split(",") if each)
            yield Note(found[1], {key: plain(value) for key, _, value in listed}, plain(found[3]))


def plain(text: str) -> str:
    for mark, character in ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"):
        text = text.replace(mark, character)
    return text


class PullRequest:
    """A branch that is to go into main, on a server that merges it to try as GitHub does."""

    def __init__(self, team: Team) -> None:
        self.team = team
        self.number = 7
        event = {"pull_request": {"number": self.number}}
        self.event = team.folder.parent / "event.json"
        self.event.write_text(json.dumps(event), encoding="utf-8")

    def checked_out(self, folder: str, *, depth: int = 1, head: bool = False) -> Team:
        """A clone as actions/checkout makes it: of the trial merge, or of the branch's head."""
        team = self.team
        team.must("git push -q -f origin HEAD:refs/heads/change HEAD:refs/pull/7/head")
        team.must(
            "git checkout -q --detach origin/main && git fetch -q origin main change &&"
            " git checkout -q --detach origin/main && git merge -q --no-ff -m Trial origin/change"
            " && git push -q -f origin HEAD:refs/pull/7/merge && git checkout -q branch"
        )
        ref = "head" if head else "merge"
        limit = f"--depth={depth}" if depth else ""
        origin = team.folder.parent / "origin.git"
        clone = team.folder.parent / folder
        team.must(
            f"rm -rf {folder} && git init -q {folder} && cd {folder} &&"
            f" git remote add origin 'file://{origin}' &&"
            f" git fetch -q --no-tags {limit} origin +refs/pull/7/{ref}:refs/remotes/pull/7/{ref}"
            f" && git checkout -q --force refs/remotes/pull/7/{ref}",
            team.folder.parent,
        )
        return _at(team, clone)

    def known(self, token: str, event: str = "pull_request") -> dict[str, str]:
        merge = self.team.must("git ls-remote origin refs/pull/7/merge").split()[0]
        base = self.team.must("git rev-parse origin/main").strip()
        return {
            "github.event_name": event,
            "github.sha": merge,
            "github.base_ref": "main",
            "github.token": token,
            "github.event.pull_request.number": str(self.number),
            "github.event.pull_request.base.sha": base,
        }


def _at(team: Team, folder: Path) -> Team:
    """The same machine in another folder."""
    other = object.__new__(Team)
    other.folder = folder
    other.environment = team.environment | {"PWD": os.fspath(folder)}
    return other
