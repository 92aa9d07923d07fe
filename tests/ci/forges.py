"""Servers on this machine that speak as much of GitHub's and GitLab's API as comments need."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit


class Account(NamedTuple):
    """Whom a token belongs to, and what it may; `knows` says whether it may ask who it is."""

    number: int
    kind: str
    writes: bool = True
    knows: bool = True


RUN = "token-of-a-run"
FORK = "token-of-a-fork"
PERSON = "token-of-a-person"
ACCOUNTS = {
    RUN: Account(41, "Bot", knows=False),
    FORK: Account(41, "Bot", writes=False, knows=False),
    PERSON: Account(12, "User"),
}
REFUSALS = (
    (401, {"message": "Bad credentials"}),
    (403, {"message": "Resource not accessible by integration"}),
)
OTHER = Account(99, "User")


class Forge:
    """A server with the comments of one request, and all that it was asked."""

    api = ""
    path: str
    author: str
    change: str

    def __init__(self) -> None:
        self.comments: list[dict] = []
        self.asked: list[tuple[str, str]] = []
        self.troubles: list[int] = []

    def add(self, text: str, account: Account) -> dict:
        """A new comment, as the API tells it."""
        author = {"id": account.number, "type": account.kind}
        number = 1000 + len(self.comments)
        self.comments.append({"id": number, "body": text, self.author: author})
        return self.comments[-1]

    @property
    def texts(self) -> list[str]:
        return [each["body"] for each in self.comments]

    @property
    def wrote(self) -> list[str]:
        """The verbs of what was written, or was to be."""
        return [verb for verb, _ in self.asked if verb != "GET"]

    def answer(self, verb: str, address: str, token: str, body: dict) -> tuple[int, object]:
        self.asked.append((verb, address))
        if self.troubles:
            return self.troubles.pop(0), {"message": "Server Error"}
        url = urlsplit(address)
        account = ACCOUNTS.get(token)
        if url.path == "/user":
            return self.user(account)
        if verb == "GET" and url.path == self.path:
            return 200, self.page(parse_qs(url.query))
        if account is None or not account.writes:
            return REFUSALS[account is not None]
        return self.written(verb, url.path, account, body)

    def written(self, verb: str, path: str, account: Account, body: dict) -> tuple[int, object]:
        if verb == "POST" and path == self.path:
            return 201, self.add(body["body"], account)
        if verb == self.change and (number := self.one(path)):
            (comment,) = [each for each in self.comments if each["id"] == number]
            comment["body"] = body["body"]
            return 200, comment
        return 404, {"message": "Not Found"}

    @staticmethod
    def user(account: Account | None) -> tuple[int, object]:
        if account is None or not account.knows:
            return REFUSALS[account is not None]
        return 200, {"id": account.number}

    def page(self, query: dict[str, list[str]]) -> list[dict]:
        most, page = int(query["per_page"][0]), int(query["page"][0])
        assert most <= 100, "both servers give a hundred at most"
        return self.comments[most * (page - 1) : most * page]

    def one(self, path: str) -> int:
        raise NotImplementedError

    def variables(self, token: str) -> dict[str, str]:
        raise NotImplementedError


class GitHub(Forge):
    path = "/repos/team/tea/issues/7/comments"
    author = "user"
    change = "PATCH"

    def one(self, path: str) -> int:
        found = re.fullmatch(r"/repos/team/tea/issues/comments/(\d+)", path)
        return int(found[1]) if found else 0

    def variables(self, token: str) -> dict[str, str]:
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.api,
            "GITHUB_REPOSITORY": "team/tea",
            "GITHUB_TOKEN": token,
        }


class GitLab(Forge):
    path = "/projects/5/merge_requests/7/notes"
    author = "author"
    change = "PUT"

    def one(self, path: str) -> int:
        found = re.fullmatch(rf"{self.path}/(\d+)", path)
        return int(found[1]) if found else 0

    def variables(self, token: str) -> dict[str, str]:
        return {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": self.api,
            "CI_MERGE_REQUEST_PROJECT_ID": "5",
            "CI_MERGE_REQUEST_IID": "7",
            "GITLAB_TOKEN": token,
        }


@contextmanager
def served(forge: Forge) -> Iterator[Forge]:
    """The server, listening; its address is in `api`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _speaking(forge))
    forge.api = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _speaking(forge: Forge) -> type[BaseHTTPRequestHandler]:
    class Speaking(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else {}
            token = self.headers.get("PRIVATE-TOKEN") or ""
            token = token or self.headers.get("Authorization", "").removeprefix("Bearer ")
            status, told = forge.answer(self.command, self.path, token.strip(), body)
            content = json.dumps(told).encode()
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"{forge.api}/elsewhere")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - the names that the server calls

        def log_message(self, *_: object) -> None:
            pass

    return Speaking
