"""Which pull request or merge request a run in CI belongs to, and how its comments are reached."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from blueprint_cli.problems import Trouble


class Review(NamedTuple):
    """A pull request or merge request, and where a server's API has its comments.

    `comments` lists and creates, `comment` and a number behind it is one of them, and `change` is
    the verb that rewrites it. `author` is the key of who wrote a comment. `bots` says that a token
    without an account writes as a bot.
    """

    server: str
    called: str
    api: str
    headers: Mapping[str, str]
    comments: str
    comment: str
    change: Literal["PATCH", "PUT"]
    author: str
    bots: bool


def review_of(environment: Mapping[str, str]) -> Review:
    """The review for which CI has started us, as its variables tell; `Trouble` where none is."""
    if environment.get("GITLAB_CI"):
        return _on_gitlab(environment)
    if environment.get("GITHUB_ACTIONS"):
        return _on_github(environment)
    hint = "it runs in GitHub Actions and in GitLab CI, where variables tell of the request"
    raise Trouble("there is no pull request to comment on", hint)


def _on_github(environment: Mapping[str, str]) -> Review:
    number = _pull_request(environment)
    repository = _known(environment, "GITHUB_REPOSITORY", r"[\w.-]+/[\w.-]+")
    issues = f"repos/{repository}/issues"
    token = environment.get("GITHUB_TOKEN") or environment.get("GH_TOKEN") or ""
    return Review(
        server="GitHub",
        called=f"pull request {number}",
        api=environment.get("GITHUB_API_URL") or "https://api.github.com",
        headers={"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"},
        comments=f"{issues}/{number}/comments",
        comment=f"{issues}/comments",
        change="PATCH",
        author="user",
        bots=True,
    )


def _pull_request(environment: Mapping[str, str]) -> int:
    """The number that stands in the event for which the workflow runs."""
    try:
        event = json.loads(Path(environment.get("GITHUB_EVENT_PATH", "")).read_bytes())
        number = event["pull_request"]["number"]
    except (OSError, ValueError, TypeError, KeyError):
        number = None
    if not isinstance(number, int):
        hint = "let the workflow run `on: pull_request`"
        raise Trouble("this run belongs to no pull request", hint)
    return number


def _on_gitlab(environment: Mapping[str, str]) -> Review:
    if not environment.get("CI_MERGE_REQUEST_IID"):
        hint = 'give the job the rule `if: $CI_PIPELINE_SOURCE == "merge_request_event"`'
        raise Trouble("this run belongs to no merge request", hint)
    number = _known(environment, "CI_MERGE_REQUEST_IID", r"\d+")
    project = _known(environment, "CI_MERGE_REQUEST_PROJECT_ID", r"\d+")
    notes = f"projects/{project}/merge_requests/{number}/notes"
    return Review(
        server="GitLab",
        called=f"merge request {number}",
        api=_known(environment, "CI_API_V4_URL", r"https?://.+"),
        headers={"PRIVATE-TOKEN": environment.get("GITLAB_TOKEN") or ""},
        comments=notes,
        comment=notes,
        change="PUT",
        author="author",
        bots=False,
    )


def _known(environment: Mapping[str, str], name: str, form: str) -> str:
    """A variable that CI sets; `Trouble` where it is not as it should be."""
    value = environment.get(name, "")
    if not re.fullmatch(form, value):
        raise Trouble(f"the variable `{name}` is '{value}'", "the CI server sets it")
    return value
