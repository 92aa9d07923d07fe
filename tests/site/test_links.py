"""From every page one gets to every other: each link leads to a file, and to an id in it."""

import os
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.test_together import DINNER, EVENING, HOTEL

FOREIGN = {
    "Häuser & Gärten/Größe.yaml": "Größe",
    "no #1/100% &amp;.yaml": "#1",
    "宿泊/予約 100%?.yaml": "宿泊の予約",
    "a b/c'd.yml": 'Quotes "and" more',
    "a b/c'd.yaml": "The other one",
}


EVERYWHERE = """\
blueprint: Everywhere
lanes: [{id: guest, name: Guest, role: customer}]
steps:
  - name: One
    details: "Häuser & Gärten/Größe.yaml"
    actions: {guest: {name: Goes, needs: "宿泊/予約 100%?.yaml#book", details: "a b/c'd.yml"}}
  - name: Two
    details: a b/c'd.yaml
"""


class Links(HTMLParser):
    """The links and ids of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in {"href", "xlink:href"} and tag != "link":
                self.links.append(value)
            if name == "id":
                self.ids.append(value)


def dead_links(output):
    pages = {
        path: Links(path.read_text(encoding="utf-8")) for path in output.resolve().rglob("*.html")
    }
    dead, followed = [], 0
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            followed += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target not in pages or (
                parts.fragment and unquote(parts.fragment) not in pages[target].ids
            ):
                dead.append((path.name, link))
    return dead, followed


def test_no_link_is_dead(place):
    place.put(hotel_yaml=HOTEL, dinner_yaml=DINNER, evening_yaml=EVENING)
    place.made()
    dead, followed = dead_links(place.output)
    assert dead == []
    assert followed > 100


def test_no_link_is_dead_whatever_files_are_called(place):
    for name, title in FOREIGN.items():
        place.write(name, HOTEL.replace("blueprint: Hotel", f"blueprint: '{title}'"))
    place.write("überall.yaml", EVERYWHERE)
    outcome = place.made()
    assert [each.message for each in outcome.errors] == []
    assert len(place.pages()) == 6
    dead, followed = dead_links(place.output)
    assert dead == []
    assert followed > 100


def test_all_pages_are_reached_from_the_index(place):
    place.put(hotel_yaml=HOTEL, dinner_yaml=DINNER, evening_yaml=EVENING)
    place.made()
    output = place.output.resolve()
    seen, waiting = set(), [output / "index.html"]
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            links = (urlsplit(link) for link in Links(path.read_text(encoding="utf-8")).links)
            waiting += [
                (path.parent / unquote(link.path)).resolve()
                for link in links
                if link.path and not link.scheme
            ]
    assert seen == set(output.rglob("*.html"))


def test_two_files_that_differ_in_their_ending_have_a_page_each(place):
    place.write("a.yaml", HOTEL)
    place.write("a.yml", HOTEL)
    place.write("a.yml.yaml", HOTEL)
    place.made()
    assert place.pages() == {"a.html", "a.yml.html", "a.yml.yaml.html"}


def test_details_lead_from_page_to_page(place):
    place.put(hotel_yaml=HOTEL, dinner_yaml=DINNER)
    place.write(
        "all/evening.yaml",
        EVENING.replace(": hotel.yaml", ": ../hotel.yaml").replace("dinner.yaml", "../dinner.yaml"),
    )
    place.write("bp.toml", "")
    outcome = place.made()
    assert outcome.errors == ()
    links = Links(place.read("blueprints/all/evening.html")).links
    assert {"../hotel.html", "../dinner.html", "../../index.html"} <= set(links)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_file_whose_name_is_no_text_has_a_page(place):
    (place.folder / os.fsdecode(b"caf\xe9.yaml")).write_text(HOTEL, encoding="utf-8")
    place.write("b.yaml", HOTEL)
    assert place.counts() == (2, 0, 0)
    assert place.counts() == (0, 2, 0)
    assert (place.output / "blueprints" / os.fsdecode(b"caf\xe9.html")).exists()
    assert 'href="./blueprints/caf%E9.html"' in place.read("index.html")


def test_two_blueprints_of_one_id_have_a_page_each(place):
    place.put(a_yaml="id: same\n" + HOTEL, b_yaml="id: same\n" + HOTEL)
    assert place.counts() == (2, 0, 0)
    dead, _ = dead_links(place.output)
    assert dead == []
