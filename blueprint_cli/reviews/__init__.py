"""One comment on a pull request or merge request, found again by a mark and kept up to date."""

from typing import Literal, NamedTuple

from blueprint_cli.problems import Trouble
from blueprint_cli.reviews.servers import Review
from blueprint_cli.reviews.web import Refused, ask

TAKEN_BACK = "Nothing is left to say: what this comment told of has been taken back.\n"
"""What an earlier comment says when there is nothing to say any more."""

Deed = Literal["written", "updated", "kept", "left out"]


class _Comment(NamedTuple):
    """A comment of ours, by the number that the server gave it."""

    number: int
    text: str


def put(review: Review, name: str, text: str) -> Deed:
    """Write the text as the review's comment of this name, or bring that comment up to date.

    An empty text is never written; an earlier comment then says that it was taken back. `Refused`
    where the server does not let us, `Trouble` where it cannot be asked.
    """
    mark = f"<!-- {name} -->"
    earlier = _earlier(review, mark)
    if earlier is None:
        if not text.strip():
            return "left out"
        ask(review, "POST", review.comments, f"{mark}\n{text}")
        return "written"
    wanted = f"{mark}\n{text if text.strip() else TAKEN_BACK}"
    if _same(earlier.text, wanted):
        return "kept"
    ask(review, review.change, f"{review.comment}/{earlier.number}", wanted)
    return "updated"


def _same(one: str, other: str) -> bool:
    """Whether two texts are one, as servers keep them."""
    return one.replace("\r\n", "\n").strip() == other.strip()


def _earlier(review: Review, mark: str) -> _Comment | None:
    """Our comment that begins with the mark; those of others are never touched."""
    me = _me(review)
    seen: set[int] = set()
    for page in range(1, 1_000):
        listed = ask(review, "GET", f"{review.comments}?per_page=100&page={page}")
        try:
            found = {each["id"]: (each["body"] or "", each[review.author]) for each in listed}
        except (TypeError, KeyError) as error:
            raise Trouble(f"{review.server} lists comments in a way that is not known") from error
        if found.keys() <= seen:
            break
        seen |= found.keys()
        for number, (text, author) in found.items():
            if text.startswith(mark) and _is_ours(author, me):
                return _Comment(number, text)
    return None


def _me(review: Review) -> int | None:
    """The number of the account that the token belongs to; None where it may not know."""
    try:
        known = ask(review, "GET", "user")
    except Refused:
        if review.bots:
            return None
        raise
    number = known.get("id") if isinstance(known, dict) else None
    return number if isinstance(number, int) else None


def _is_ours(author: object, me: int | None) -> bool:
    """Whether we wrote it; a token of a run on GitHub knows no account, and writes as a bot."""
    if not isinstance(author, dict):
        return False
    return bool(author.get("type") == "Bot" if me is None else author.get("id") == me)
