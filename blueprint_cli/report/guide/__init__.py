"""A lane's own guide to the service: what somebody who is new in it does, needs and has to know."""

from collections.abc import Iterator

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.places import Place, lane_place, resource_place, step_place
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.model import Enablers, Lane, Resource
from blueprint_cli.problems import Trouble
from blueprint_cli.ranges import total
from blueprint_cli.report.content import Entry, Listing, Missing, Phrase, Report, Section
from blueprint_cli.report.guide.sentences import answered, ended, lasting
from blueprint_cli.report.guide.stand import Stand, blamed
from blueprint_cli.report.guide.steps import step_section
from blueprint_cli.report.sentences import counted, listed, quoted
from blueprint_cli.service import Service
from blueprint_cli.slicing.wanted import place_of

_ENABLERS = {
    "decisions": "What you may decide yourself",
    "policies": "Rules that you work by",
    "procedures": "How the work is done",
    "technology": "Tools and systems",
    "training": "What you learn first",
    "insights": "What is known about customers",
}
_OWNERS = "`owner` at the top level, or of lanes and resources"
_PARTS = {
    "customer": "You are the one for whom all of this is done.",
    "frontstage": "Customers see what you do, and talk to you.",
    "backstage": "Customers do not see what you do, but they feel whether it is done.",
    "support": "You help those who serve the customers.",
}


def guide(analysis: Analysis, lane: str) -> Report:
    """The guide for a lane by its id or name; `Trouble` where it is unknown or of evidence."""
    service = analysis.service
    blueprint = service.blueprint
    place = place_of(lane, service.index.lane_keys, blueprint.lanes, "lane")
    _refuse_evidence(service, place)
    causes = blamed(service)
    stands = (Stand(service, place, step, causes) for step in range(len(blueprint.steps)))
    steps = map(step_section, stands)
    return Report(
        title=f"{blueprint.lanes[place].name}: guide to {blueprint.name}",
        subtitle="What you do, what you need, who waits for you",
        language=ENGLISH.code,
        currency=blueprint.currency or "",
        sections=(
            _the_service(service),
            _your_part(service, place),
            *(each for each in steps if each is not None),
            _whom_to_ask(service, place),
        ),
    )


def _refuse_evidence(service: Service, place: int) -> None:
    """Nobody works in a lane of things."""
    lanes = service.blueprint.lanes
    if lanes[place].role == "evidence":
        keys = zip(service.index.lane_keys, lanes, strict=True)
        others = [f"`{key}`" for key, lane in keys if lane.role != "evidence"]
        hint = f"name one of {', '.join(others)}" if others else "add a lane of people"
        raise Trouble(f"nobody works in '{lanes[place].name}': it holds physical evidence", hint)


# The service as a whole


def _the_service(service: Service) -> Section:
    blueprint = service.blueprint
    lead = tuple((ended(text),) for text in (blueprint.description, blueprint.scenario) if text)
    missing = () if lead else (Missing("what the service is", "`description` at the top level"),)
    blocks = tuple(each for each in (_personas(service), _way(service)) if each is not None)
    return Section("service", "The service", lead, blocks, missing)


def _personas(service: Service) -> Listing | None:
    entries = []
    for persona in service.blueprint.personas:
        said = [(f"Wants: {ended(goal)}",) for goal in persona.goals]
        said += [(f"Says: {''.join(map(str, quoted(persona.quote)))}",)] if persona.quote else []
        said += [(ended(persona.note),)] if persona.note else []
        entries.append(Entry(persona.name, tuple(said)))
    return Listing("Who it is for", tuple(entries)) if entries else None


def _way(service: Service) -> Listing:
    """All steps, phase by phase."""
    entries: list[Entry] = []
    for place, step in enumerate(service.blueprint.steps):
        said: tuple[Phrase, ...] = ((step_place(service, place),),)
        phase = step.phase or "Steps"
        if entries and entries[-1].term == phase:
            said = entries.pop().phrases + said
        entries.append(Entry(phase, said))
    return Listing("The way from beginning to end", tuple(entries))


# The lane as a whole


def _your_part(service: Service, place: int) -> Section:
    lane = service.blueprint.lanes[place]
    missing = tuple(_missing(lane))
    if not service.in_lane[place]:
        missing = (
            Missing("What you do", f"actions of the lane '{lane.name}' in `steps`"),
            *missing,
        )
    blocks = tuple(each for each in (_enablers(service, place),) if each is not None)
    return Section(
        "part", f"Your part: {lane.name}", tuple(_lead(service, place)), blocks, (*missing,)
    )


def _lead(service: Service, place: int) -> Iterator[Phrase]:
    lane, actions = service.blueprint.lanes[place], service.in_lane[place]
    if lane.actor == "system":
        yield ("You look after ", lane_place(service, place), "; what it does counts as yours.")
    if lane.actor == "partner":
        yield ("You are a partner of those who give the service.",)
    yield (_PARTS[lane.role],)
    count, whole = len({each.step for each in actions}), len(service.blueprint.steps)
    work = total(each.action.time for each in actions)
    spent = f"; for one customer that is {lasting(work)} of work" if work else ""
    if actions:
        yield (f"You act at {count} of the {counted(whole, 'step')}{spent}.",)
    if lane.places.get("capacity"):
        yield (f"So many can work at once: {lane.capacity}.",)
    if lane.note:
        yield (ended(lane.note),)


def _missing(lane: Lane) -> Iterator[Missing]:
    """The enablers of which the blueprint says nothing; customers and systems need none."""
    if lane.role == "customer" or lane.actor == "system":
        return
    absent = [word for word in _ENABLERS if not _enabled(lane, word)]
    if len(absent) == len(_ENABLERS):
        yield Missing("what you have to work with", f"`enablers` of the lane '{lane.name}'")
        return
    for word in absent:
        figure = _ENABLERS[word][:1].lower() + _ENABLERS[word][1:]
        yield Missing(figure, f"`{word}` below `enablers` of the lane '{lane.name}'")


def _enablers(service: Service, place: int) -> Listing | None:
    lane = service.blueprint.lanes[place]
    entries = [
        Entry(title, found) for word, title in _ENABLERS.items() if (found := _enabled(lane, word))
    ]
    return Listing("What you have to work with", tuple(entries)) if entries else None


def _enabled(lane: Lane, word: str) -> tuple[Phrase, ...]:
    found = getattr(lane.enablers or Enablers(), word)
    return tuple(
        (ended(each.name) + (f" {ended(each.note)}" if each.note else "") + answered(each),)
        for each in found
    )


# Whom to ask


def _whom_to_ask(service: Service, place: int) -> Section:
    answering: dict[str, list[Phrase]] = {}
    for owner, what in _owners(service, place):
        answering.setdefault(owner, []).append((what,))
    nobody = answering.pop("", [])
    entries = [Entry(owner, tuple(said)) for owner, said in answering.items()]
    lead: tuple[Phrase, ...] = ()
    if nobody:
        lead = (("Nobody is named for ", *listed(nobody), "."),)
    missing = () if entries else (Missing("whom to turn to", _OWNERS),)
    blocks = (Listing("Who answers for what", tuple(entries)),) if entries else ()
    return Section("owners", "Whom to turn to", lead, blocks, missing)


def _owners(service: Service, place: int) -> Iterator[tuple[str, str | Place]]:
    """Who answers for what this lane has to do with; an empty name where nobody does."""
    blueprint = service.blueprint
    if blueprint.owner:
        yield blueprint.owner, "The service, and all for which nobody else is named"
    for other in _at_work(service, place):
        owner = blueprint.lanes[other].owner
        if owner or not blueprint.owner:
            yield owner or "", lane_place(service, other)
    for key, resource in _used(service, place):
        if resource.owner or not blueprint.owner:
            yield resource.owner or "", resource_place(service, key)


def _at_work(service: Service, place: int) -> list[int]:
    """The lane itself, those it needs something from and those that wait for it; no customers."""
    keys = {each.key for each in service.in_lane[place]}
    lanes = {
        service.placed[key].lane
        for joined in service.links
        if joined.start in keys or joined.end in keys
        for key in (joined.start, joined.end)
    }
    roles = [lane.role for lane in service.blueprint.lanes]
    others = sorted(lanes - {place})
    return [each for each in (place, *others) if roles[each] not in {"evidence", "customer"}]


def _used(service: Service, place: int) -> Iterator[tuple[str, Resource]]:
    """The resources that the lane's actions use, with their keys, in the file's order."""
    used = {
        id(service.resource(reference))
        for each in service.in_lane[place]
        for reference in each.action.uses
    }
    for key, resource in service.index.resources.items():
        if id(resource) in used:
            yield key, resource
