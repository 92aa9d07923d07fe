"""One step in a lane's guide: what the customer goes through, what you do, need and give there."""

from collections.abc import Iterable, Iterator

from blueprint_cli.analysis.places import Place, action_place, step_place
from blueprint_cli.ranges import total
from blueprint_cli.reading.references import Placed
from blueprint_cli.report.content import Entry, Listing, Phrase, Section
from blueprint_cli.report.guide.exchange import given, needs, reaching
from blueprint_cli.report.guide.experience import experience, experience_title
from blueprint_cli.report.guide.sentences import lasting
from blueprint_cli.report.guide.stand import Stand
from blueprint_cli.report.guide.work import own_work, what_fails, what_is_open
from blueprint_cli.report.sentences import listed, quoted


def step_section(stand: Stand) -> Section | None:
    """What a lane has to know of a step; None where it neither acts nor depends on anything."""
    service = stand.service
    reached = () if stand.own else tuple(reaching(stand))
    if not stand.own and not any(each.phrases for each in reached):
        return None
    here = (step_place(service, stand.step),)
    blocks = (
        _listing(experience_title(stand), experience(stand), here),
        _listing("What you do", (_entry(each, own_work(stand, each)) for each in stand.own)),
        _listing("What you need", (_entry(each, needs(stand, each)) for each in stand.own)),
        _listing("Who waits for you", (_entry(each, given(stand, each)) for each in stand.own)),
        _listing("How it hangs together with your work", reached),
        _listing("What can go wrong, and what then", what_fails(stand)),
        _listing("What is not known, and what is to come", what_is_open(stand)),
    )
    key = service.index.step_keys[stand.step]
    shown = tuple(each for each in blocks if each is not None)
    return Section(f"step:{key}", stand.here.name, tuple(_lead(stand)), shown)


def _listing(title: str, entries: Iterable[Entry], about: tuple[Place, ...] = ()) -> Listing | None:
    """A list of what there is to say; None where that is nothing."""
    said = tuple(each for each in entries if each.phrases)
    return Listing(title, said, about) if said else None


def _entry(placed: Placed, sentences: Iterable[Phrase]) -> Entry:
    return Entry(placed.action.name, tuple(sentences))


def _lead(stand: Stand) -> Iterator[Phrase]:
    if not stand.own:
        yield ("You do nothing here yourself, but it hangs together with your work.",)
        return
    said = listed([quoted(action_place(each)) for each in stand.own])
    work = total(each.action.time for each in stand.own)
    spent = f", {lasting(work)} of work" if work else ""
    yield ("Your part: ", *said, f"{spent}.")
