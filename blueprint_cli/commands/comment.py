"""`bp comment`: a text as the one comment of its name on the pull request that CI works for."""

import os
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from blueprint_cli import console
from blueprint_cli.problems import Trouble


def comment(
    path: Annotated[str, typer.Argument(metavar="FILE", help="The text in Markdown, or `-`.")],
    name: Annotated[
        str, typer.Option(help="What the comment is called in its hidden mark.")
    ] = "bp-diff",
    if_allowed: Annotated[
        bool,
        typer.Option(
            "--if-allowed", help="Where the token may not comment, say so and exit with 0."
        ),
    ] = False,
) -> None:
    """Put a text on a pull request as one comment, or bring that comment up to date.

    The request is the one for which CI runs, a merge request on GitLab; the comment is found by its
    hidden mark. An empty text makes no comment; one that is there then says that its matter is
    gone. GitHub Actions and GitLab CI tell the rest in variables; the token is `GITHUB_TOKEN` or
    `GITLAB_TOKEN`.
    """
    from blueprint_cli.reviews import put
    from blueprint_cli.reviews.servers import review_of
    from blueprint_cli.reviews.web import Refused

    if not re.fullmatch(r"[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?", name, re.ASCII) or "--" in name:
        hint = "it is made of letters, digits and `-`, as in `bp-diff`"
        raise Trouble(f"no comment can be called '{name}'", hint)
    text = _text(path)
    review = review_of(os.environ)
    try:
        deed = put(review, name, text)
    except Refused as refused:
        if not if_allowed:
            raise
        console.warn(refused.message)
    else:
        console.say(f"{review.called}: {_SAID[deed]}")


_SAID = {
    "written": "the comment is written",
    "updated": "the comment is brought up to date",
    "kept": "the comment says so already",
    "left out": "there is nothing to say, and no comment",
}


def _text(path: str) -> str:
    try:
        return (sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()).decode()
    except OSError as error:
        raise Trouble(f"cannot read {path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise Trouble(f"{path} is no text in UTF-8") from error
