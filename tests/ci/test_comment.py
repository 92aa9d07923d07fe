"""`bp comment` keeps one comment on a request, on servers that speak GitHub's and GitLab's API."""

import json
import os
import subprocess
import sys

import pytest

from tests.ci.forges import ACCOUNTS, FORK, OTHER, PERSON, RUN, Forge, GitHub, GitLab, served
from tests.ci.recipes import Ran

MARK = "<!-- bp-diff -->\n"
TEXT = "# Tea\n\nThe guest waits — **longer**.\n"
GONE = MARK + "Nothing is left to say: what this comment told of has been taken back.\n"


class Request:
    """A pull request or merge request, and `bp comment` in a run for it."""

    def __init__(self, forge: Forge, token: str, folder) -> None:
        self.forge, self.token, self.folder = forge, token, folder
        event = folder / "event.json"
        event.write_text(json.dumps({"pull_request": {"number": 7}}), encoding="utf-8")
        self.variables = {"GITHUB_EVENT_PATH": str(event), "NO_PROXY": "127.0.0.1"}

    def comment(self, text: str, *options: str, **variables: str) -> Ran:
        given = self.forge.variables(self.token) | self.variables | variables
        known = ("PATH", "SYSTEMROOT", "HOME", "PYTHONPATH")
        done = subprocess.run(
            [sys.executable, "-m", "blueprint_cli", "comment", "-", *options],
            input=text.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={key: os.environ[key] for key in known if key in os.environ} | given,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode())


@pytest.fixture(params=[(GitHub, RUN), (GitHub, PERSON), (GitLab, PERSON)])
def request_(request, tmp_path):
    kind, token = request.param
    with served(kind()) as forge:
        yield Request(forge, token, tmp_path)


@pytest.fixture
def pull(tmp_path):
    with served(GitHub()) as forge:
        yield Request(forge, RUN, tmp_path)


def test_one_comment_is_written_and_then_kept_up_to_date(request_):
    ran = request_.comment(TEXT)
    assert (ran.status, request_.forge.texts) == (0, [MARK + TEXT])
    assert ran.output.endswith(" request 7: the comment is written\n")
    ran = request_.comment(TEXT)
    assert (ran.status, "says so already" in ran.output) == (0, True)
    assert request_.forge.wrote == ["POST"]
    ran = request_.comment("Less.\n")
    assert (ran.status, request_.forge.texts) == (0, [f"{MARK}Less.\n"])
    assert "brought up to date" in ran.output


def test_nothing_to_say_makes_no_comment(request_):
    ran = request_.comment(" \n")
    assert (ran.status, request_.forge.texts, request_.forge.wrote) == (0, [], [])
    assert "no comment" in ran.output


def test_what_was_taken_back_is_said_once_and_may_come_again(request_):
    request_.comment(TEXT)
    assert request_.comment("").status == 0
    assert request_.forge.texts == [GONE]
    request_.comment("")
    assert request_.forge.wrote == ["POST", request_.forge.change]
    request_.comment(TEXT)
    assert request_.forge.texts == [MARK + TEXT]


def test_comments_of_others_stay_whatever_they_begin_with(request_):
    request_.forge.add(MARK + "I am no robot.", OTHER)
    request_.forge.add("Look: " + MARK, ACCOUNTS[request_.token])
    before = request_.forge.texts
    request_.comment(TEXT)
    request_.comment("More.\n")
    assert request_.forge.texts == [*before, f"{MARK}More.\n"]


def test_the_comment_is_found_among_hundreds(request_):
    for number in range(230):
        request_.forge.add(f"{number}", OTHER)
        if number == 210:
            request_.forge.add(MARK + "Old.", ACCOUNTS[request_.token])
    request_.comment(TEXT)
    assert request_.forge.wrote == [request_.forge.change]
    assert request_.forge.texts[211] == MARK + TEXT


def test_a_server_without_pages_is_asked_no_more_than_twice(pull):
    class Unpaged(GitHub):
        def page(self, _):
            return self.comments

    with served(Unpaged()) as pull.forge:
        for number in range(150):
            pull.forge.add(f"{number}", OTHER)
        assert pull.comment(TEXT).status == 0
        assert [path for verb, path in pull.forge.asked if verb == "GET"][1:] == [
            "/repos/team/tea/issues/7/comments?per_page=100&page=1",
            "/repos/team/tea/issues/7/comments?per_page=100&page=2",
        ]


def test_comments_of_two_names_live_side_by_side(request_):
    request_.comment(TEXT)
    request_.comment("Worst: the queue.\n", "--name", "bp-report")
    request_.comment("Other.\n")
    assert request_.forge.texts == [f"{MARK}Other.\n", "<!-- bp-report -->\nWorst: the queue.\n"]


@pytest.mark.parametrize("token", [FORK, "", "no such token"])
def test_who_may_not_write_is_told_so(pull, token):
    pull.token = token
    ran = pull.comment(TEXT)
    assert ran.status == 2
    assert "GitHub refuses a comment on pull request 7: 40" in ran.output
    assert "--if-allowed" in ran.output
    ran = pull.comment(TEXT, "--if-allowed")
    assert ran.status == 0
    assert ran.output.startswith("warning: GitHub refuses")
    assert pull.forge.texts == []


def test_gitlab_without_a_token_goes_on_where_that_is_allowed(tmp_path):
    with served(GitLab()) as forge:
        request = Request(forge, "", tmp_path)
        assert request.comment(TEXT).status == 2
        assert request.comment(TEXT, "--if-allowed").status == 0
        assert forge.wrote == []


def test_a_server_in_trouble_is_asked_again_but_nothing_is_written_twice(pull):
    pull.forge.troubles = [502, 403]
    assert pull.comment(TEXT).status == 0

    class Broken(GitHub):
        def answer(self, verb, *rest):
            if verb == "POST":
                self.troubles = [502]
            return super().answer(verb, *rest)

    with served(Broken()) as pull.forge:
        ran = pull.comment(TEXT)
    assert (ran.status, pull.forge.wrote) == (2, ["POST"])
    assert "GitHub does not take the comment: 502 Server Error" in ran.output


def test_no_token_follows_to_another_place(pull):
    pull.forge.troubles = [302]
    ran = pull.comment(TEXT)
    assert (ran.status, len(pull.forge.asked)) == (2, 1)
    assert "302" in ran.output


def test_a_server_that_is_not_there(pull):
    ran = pull.comment(TEXT, GITHUB_API_URL="http://127.0.0.1:9")
    assert ran.status == 2
    assert "GitHub cannot be asked" in ran.output
    ran = pull.comment(TEXT, GITHUB_API_URL="file:///etc")
    assert ran.status == 2


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"GITHUB_ACTIONS": ""}, "there is no pull request to comment on"),
        ({"GITHUB_EVENT_PATH": "/nowhere"}, "this run belongs to no pull request"),
        ({"GITHUB_REPOSITORY": "team/../user"}, "the variable `GITHUB_REPOSITORY` is"),
    ],
)
def test_a_run_for_no_request(pull, variables, said):
    ran = pull.comment(TEXT, **variables)
    assert (ran.status, said in ran.output, pull.forge.asked) == (2, True, []), ran.output


def test_a_run_for_no_merge_request(tmp_path):
    with served(GitLab()) as forge:
        request = Request(forge, PERSON, tmp_path)
        for name in ("CI_MERGE_REQUEST_IID", "CI_MERGE_REQUEST_PROJECT_ID", "CI_API_V4_URL"):
            assert request.comment(TEXT, **{name: ""}).status == 2
            assert request.comment(TEXT, **{name: "../5"}).status == 2
        assert forge.asked == []


@pytest.mark.parametrize("name", ["", "a b", "x-->", "--", "a--b", "-a", "é"])
def test_a_name_cannot_leave_its_mark(pull, name):
    ran = pull.comment(TEXT, f"--name={name}")
    assert (ran.status, pull.forge.asked) == (2, [])
    assert "no comment can be called" in ran.output


def test_a_text_that_is_no_text(pull, tmp_path):
    (tmp_path / "latin").write_bytes(b"caf\xe9")
    ran = pull.comment("", GITHUB_ACTIONS="true")
    assert ran.status == 0
    done = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "comment", str(tmp_path / "latin")],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"no text in UTF-8" in done.stderr) == (2, True)


def test_a_text_that_is_not_there(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "blueprint_cli", "comment", "nothing.md"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2,
        "error: cannot read nothing.md: no such file or directory\n",
    )
