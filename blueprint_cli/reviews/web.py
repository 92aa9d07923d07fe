"""Asking the API of a server: JSON there and back, and its refusals in our words."""

import json
import time
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from blueprint_cli.problems import Trouble
from blueprint_cli.reviews.servers import Review

_PATIENCE = 30
_PAUSES = (1, 3)
"""Seconds for an answer, and between one try and the next where the server is in trouble."""
_REFUSED = frozenset({401, 403, 404})
"""Servers answer 404, too, where a token may not know that something is there."""
_BROKEN = 500
_SAID = 300
"""Characters of a server's words that are told at most."""


class Refused(Trouble):
    """The server does not let the token do this, as in a pull request from a fork."""


def ask(review: Review, verb: str, path: str, body: str | None = None) -> Any:  # noqa: ANN401 - JSON
    """What the API answers; a `body` is sent as the text of a comment.

    Asked again where the server is in trouble, except for what would be written twice.
    """
    pauses = iter(() if verb == "POST" else _PAUSES)
    while True:
        try:
            return _answer(_request(review, verb, path, body))
        except HTTPError as error:
            pause = next(pauses, None)
            if error.code < _BROKEN or pause is None:
                raise _in_our_words(review, error) from error
        except (OSError, HTTPException, ValueError) as error:
            pause = next(pauses, None)
            if pause is None:
                reason = error.reason if isinstance(error, URLError) else error
                raise Trouble(f"{review.server} cannot be asked: {reason}") from error
        time.sleep(pause)


class _Stay(HTTPRedirectHandler):
    """Follows nowhere: the token is for this server and for no other."""

    def redirect_request(self, *_: object) -> None:
        """Nothing, and so the answer is an error."""


def _request(review: Review, verb: str, path: str, body: str | None) -> Request:
    content = None if body is None else json.dumps({"body": body}).encode()
    address = f"{review.api.rstrip('/')}/{path}"
    headers = {**review.headers, "Content-Type": "application/json", "User-Agent": "bp"}
    if not address.startswith(("https://", "http://")):
        raise Trouble(f"'{review.api}' is no address of an API")
    return Request(address, content, headers, method=verb)  # noqa: S310 - its beginning is checked


def _answer(request: Request) -> Any:  # noqa: ANN401 - JSON
    with build_opener(_Stay).open(request, timeout=_PATIENCE) as answer:
        return json.loads(answer.read() or b"null")


def _in_our_words(review: Review, error: HTTPError) -> Trouble:
    said = f"{error.code} {_said(error) or error.reason}"
    if error.code not in _REFUSED:
        return Trouble(f"{review.server} does not take the comment: {said}")
    hint = "does the token exist, and may it write comments? `--if-allowed` goes on without"
    return Refused(f"{review.server} refuses a comment on {review.called}: {said}", hint)


def _said(error: HTTPError) -> str:
    """The reason that the server gives, if it gives one."""
    try:
        told = json.loads(error.read())
    except (OSError, ValueError, HTTPException):
        return ""
    return str(told.get("message", ""))[:_SAID] if isinstance(told, dict) else ""
