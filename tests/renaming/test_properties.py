"""What holds for every renaming in every workspace: the same service, with one id another."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint_cli.editing.comments import comments
from blueprint_cli.editing.walks import kinds, mentions, records
from blueprint_cli.parse import parse
from blueprint_cli.problems import Trouble
from blueprint_cli.source import Source
from tests.renaming.workspaces import laid_out, renamed

IDS = ["desk", "guest", "book", "ask", "a-b", "x-ray", "no", "12", "café", "cafe\u0301-2", "予約"]
FORMS = ("short", "long")
LINE_ENDS = st.sampled_from(["\n", "\r\n"])


@dataclass
class Writer:
    """Writes texts and mappings as users do: now this way, now that."""

    draw: st.DrawFn

    def one(self, *ways):
        return self.draw(st.sampled_from(ways))

    def text(self, text):
        return self.one(text, text, f'"{text}"', f"'{text}'", f" {text}")

    def mapping(self, pairs, indent):
        """Key and value texts in braces or in lines; `indent` is the column of the lines."""
        pairs = [(key, value) for key, value in pairs if value]
        if self.one(*FORMS) == "short" and not any("\n" in value for _, value in pairs):
            space = self.one("", " ")
            inner = ", ".join(f"{key}: {value}" for key, value in pairs)
            return f"{{{space}{inner}{space}}}"
        start = "\n" + " " * indent
        comment = self.one("", "", "   # beside")
        return start + start.join(f"{key}: {value}{comment}" for key, value in pairs)

    def element(self, number, kind, indent, **more):
        """An element and the id by which it is known; None if it has none that can be relied on."""
        name = f"{kind} {number}"
        written = self.one(None, None, f"{self.one(*IDS)}-{kind}-{number}")
        if not more and not written and self.one(*FORMS) == "short":
            return self.text(name), f"{kind}-{number}"
        pairs = [
            ("id", written and self.text(written)),
            ("name", self.text(name)),
            *more.items(),
            ("was", self.one(None, None, "older", "[older, oldest]")),
        ]
        return self.mapping(pairs, indent), written or f"{kind}-{number}"


@st.composite
def blueprints(draw, elsewhere=()):
    """A blueprint's text; `elsewhere` are references to actions of other files."""
    write = Writer(draw)
    resources = [write.element(n, "resource", 4) for n in range(draw(st.integers(0, 2)))]
    lanes = [
        write.element(n, "lane", 4, role=role)
        for n, role in enumerate(["customer", "frontstage", "support"])
    ]
    lanes = lanes[: draw(st.integers(1, 3))]
    known = list(elsewhere)
    steps, number = [], 0
    for place in range(draw(st.integers(1, 3))):
        cells = []
        for _, lane in lanes:
            if draw(st.booleans()):
                continue
            links = draw(st.lists(st.sampled_from(known), max_size=2, unique=True)) if known else []
            pains = {"name": write.text("slow")} | (
                {"causes": write.text(known[0])} if known else {}
            )
            more = {
                "needs": links and f"[{', '.join(map(write.text, links))}]",
                "uses": resources and write.one(None, write.text(resources[0][1])),
                "pain_points": write.one(None, write.mapping(list(pains.items()), 12)),
                "x-own": write.one(None, "{needs: book}"),
            }
            text, named = write.element(number, "action", 8, **more)
            if "id: " in text:
                known.append(named)
            cells.append((write.text(lane).strip(), text))
            number += 1
        actions = cells and write.mapping(cells, 6)
        text, named = write.element(place, "step", 4, **({"actions": actions} if actions else {}))
        if cells:
            known.append(f"{named}.{write.one(*[lane for _, lane in lanes][:1])}")
            if cells[0][0].strip("'\"") != known[-1].partition(".")[2]:
                known.pop()
        steps.append(text)
    lines = ["# head", f"blueprint: {write.text('A service')}"]
    for key, elements in (("resources", resources), ("lanes", lanes)):
        if elements:
            lines.append(f"{key}:   # all")
            lines += [line for text, _ in elements for line in ("  # above", f"  - {text.strip()}")]
    lines += ["steps:", *(f"  - {text.strip()}" for text in steps), "# end"]
    return draw(LINE_ENDS).join("\n".join(lines).split("\n")) + draw(st.sampled_from(["", "\n"]))


@st.composite
def workspaces(draw):
    """A blueprint, and one in another folder that refers to it."""
    home = draw(blueprints())
    document = parse(Source("home.yaml", home))
    written = [each.action.id for each in document.index.actions if not each.action.implied_id]
    elsewhere = [f"../home.yaml#{each}" for each in written]
    return {"home.yaml": home, "sub/other.yaml": draw(blueprints(elsewhere=elsewhere))}


def graph(document):
    """What leads where, by the places of actions in the file."""
    places = {placed.key: place for place, placed in enumerate(document.index.actions)}
    return [
        (each.kind, places[each.start], None if each.external else places[each.end])
        for each in document.index.links
    ]


def without_ids(document):
    """All records with what they say besides ids and references."""
    spared = {"id", "implied_id"}
    return [
        {
            key: repr(value)
            for key, value in vars(each).items()
            if is_plain(value) and key not in spared
        }
        for each in sorted(records(document.blueprint), key=lambda each: each.span)
    ]


def is_plain(value):
    return isinstance(value, (str, int, float))


def elements(document):
    found = [
        (each.element, each.id) for each in records(document.blueprint) if each.element in kinds()
    ]
    return [each for each in found if found.count(each) == 1]


@given(workspaces(), st.data())
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_there_and_back(tmp_path, monkeypatch, texts, data):
    monkeypatch.chdir(tmp_path)
    before = laid_out(texts)
    kind, old = data.draw(st.sampled_from(elements(before["home.yaml"])))
    new = data.draw(st.sampled_from(["fresh", "null", "---", "é", "予-約"]))
    there = texts | renamed(texts, "home.yaml", kind, old, new)
    after = laid_out(there)
    for path, document in after.items():
        assert graph(document) == graph(before[path])
        assert without_ids(document) == without_ids(before[path])
        assert written_comments(document) == written_comments(before[path])
        assert has_crlf_only(document.source.text) == has_crlf_only(texts[path])
        assert not still_named(document, before[path], kind, old)
    assert (kind, new) in elements(after["home.yaml"])
    back = there | renamed(there, "home.yaml", kind, new, old)
    again = laid_out(back)
    assert elements(again["home.yaml"]) == elements(before["home.yaml"])
    assert graph(again["home.yaml"]) == graph(before["home.yaml"])
    assert unquoted(back["sub/other.yaml"]) == unquoted(texts["sub/other.yaml"])


def unquoted(text):
    return text.replace('"', "").replace("'", "")


def written_comments(document):
    return [each.text for each in comments(document.source, document.root)]


def has_crlf_only(text):
    return "\n" not in text.replace("\r\n", "")


def still_named(document, before, kind, old):
    """Whether the old id stands in a reference; another element may be called so, too."""
    if (kind, old) in elements(document) or len(
        {each for _, each in elements(before) if each == old}
    ) > 1:
        return False
    lanes = {lane.id for lane in document.blueprint.lanes}
    return any(
        kind in to and word.value.strip().rpartition("#")[2] == old
        for to, word in mentions(document.root, lanes)
        if document.source.path == "home.yaml" or "#" in word.value
    )


@given(workspaces(), st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_id_that_is_taken_is_refused_or_harmless(tmp_path, monkeypatch, texts, data):
    monkeypatch.chdir(tmp_path)
    before = laid_out(texts)["home.yaml"]
    known = elements(before)
    kind, old = data.draw(st.sampled_from(known))
    new = data.draw(st.sampled_from([each for _, each in known]))
    try:
        there = texts | renamed(texts, "home.yaml", kind, old, new)
    except Trouble:
        return
    assert graph(laid_out(there)["home.yaml"]) == graph(before)


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_can_be_renamed(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = """\
blueprint: Kinds
id: blueprint
personas: {id: persona, name: A}
resources: {id: resource, name: A}
metrics: {id: metric, name: A}
lanes: {id: lane, name: A, role: customer, enablers: {policies: {id: enabler, name: A}}}
steps:
  id: step
  name: A
  actions:
    lane:
      id: action
      name: A
      policies: {id: policy, name: A}
      fail_point: {id: fail_point, name: A}
      pain_points: {id: pain_point, name: A, causes: [action, resource]}
      opportunities: {id: opportunity, name: A, solves: pain_point}
      questions: {id: question, name: A}
"""
    (after,) = renamed({"a.yaml": text}, "a.yaml", kind, kind, "fresh").values()
    assert f"was: {kind}" in after
    assert f"id: {kind}" not in after
    assert after.count("fresh") == {"action": 2, "resource": 2, "pain_point": 2, "lane": 2}.get(
        kind, 1
    )
