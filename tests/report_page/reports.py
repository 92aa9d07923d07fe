"""Reports put together by hand: one with every form of value and plot, one full of nasty texts."""

from datetime import date

from blueprint_cli.analysis.places import Place
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import (
    Column,
    Entry,
    Fact,
    Facts,
    Listing,
    Missing,
    Plot,
    Report,
    Section,
    Table,
)

BOOK = Place("action", "booking.reception.book", "Books room", "action:booking.reception.book")
ROOM = Place("action", "booking.it.room-record", "Room record", "action:booking.it.room-record")
ARRIVES = Place("step", "arrival", "Arrives at the hotel", "step:arrival")
BOOKING = Place("step", "booking", "Books the room", "step:booking")
DINNER = Place("step", "dinner", "Comes down to dinner", "step:dinner")
RECEPTION = Place("lane", "reception", "Reception", "lane:reception")
LINEN = Place("lane", "linen", "Laundry", "lane:linen")
PMS = Place("resource", "pms", "Property management system")

PAIN = Table(
    "pain",
    "Pain points",
    (
        Column("name", "Pain point", "text"),
        Column("where", "Where", "places"),
        Column("severity", "Severity", "scale"),
        Column("share", "Customers", "share"),
        Column("since", "Since", "date"),
    ),
    (
        ("Two screens", (BOOK,), 4, 0.7, date(2026, 3, 1)),
        ("Linen is late", (LINEN,), 2, 1.0, None),
        ("Bar is loud", (DINNER,), 1, 0.2, date(2026, 1, 1)),
        ("Nobody is there", (ARRIVES,), None, None, date(2025, 12, 1)),
        ("Zimmer zu laut", (BOOKING,), 5, 0.05, None),
        ("Émile's key", (BOOK, ROOM), 3, 0.5, None),
        ("A 10", (BOOK,), 2, 0.3, None),
        ("A 9", (BOOK,), 2, 0.4, None),
    ),
    note="Weight is `severity` times share.",
)
CURVE = Table(
    "feelings",
    "Emotion curve",
    (Column("step", "Step", "places"), Column("emotion", "Emotion", "emotion")),
    (((ARRIVES,), 0), ((BOOKING,), None), ((DINNER,), 2)),
    Plot("curve", ("step", "emotion")),
)
HEAT = Table(
    "heat",
    "Pain by step and lane",
    (
        Column("step", "Step", "places"),
        Column("reception", "Reception", "number"),
        Column("linen", "Laundry", "number"),
    ),
    (((ARRIVES,), None, 1.0), ((BOOKING,), 10.0, 5.0)),
    Plot("heat", ("step", "reception", "linen")),
)
TREE = Table(
    "ways",
    "From pain to cause",
    (Column("way", "Way", "path"), Column("weight", "Weight", "number")),
    (((BOOK, ROOM, PMS), 14.0), ((BOOK, ROOM), 7.0), ((LINEN,), 3.5)),
    Plot("tree", ("way", "weight")),
)
STACK = Table(
    "times",
    "Time by step",
    (
        Column("step", "Step", "places"),
        Column("wait", "Waiting", "duration"),
        Column("work", "Work", "duration"),
    ),
    (((ARRIVES,), Range(0, 120), Range(60, 60)), ((BOOKING,), None, Range(180, 300))),
    Plot("stack", ("step", "wait", "work")),
)
BARS = Table(
    "load",
    "Load of lanes",
    (Column("lane", "Lane", "places"), Column("load", "Busy", "shares")),
    (
        ((RECEPTION,), Range(0.5, 1.25)),
        ((LINEN,), None),
        ((PMS,), Range(1.5, 2.0)),
        ((ROOM,), Range(1.0, 1.0)),
    ),
    Plot("bars", ("lane", "load")),
)
SCATTER = Table(
    "chances",
    "Opportunities",
    (
        Column("name", "Opportunity", "text"),
        Column("effort", "Effort", "scale"),
        Column("impact", "Impact", "scale"),
        Column("weight", "Pain it ends", "number"),
        Column("status", "Status", "text"),
        Column("due", "Due", "date"),
    ),
    (
        ("One screen", 2, 4, 14.0, "planned", date(2026, 3, 31)),
        ("Second lift", 5, 4, 3.5, "done", date(2026, 3, 31)),
        ("Own laundry", None, 3, None, "open", date(2026, 9, 30)),
    ),
    Plot("scatter", ("name", "effort", "impact", "weight")),
)
LINES = Table(
    "versions",
    "How it moved",
    (
        Column("day", "Day", "date"),
        Column("pain", "Pain", "number"),
        Column("cost", "Cost of a case", "money"),
    ),
    (
        (date(2026, 1, 1), 20.0, None),
        (date(2026, 2, 1), 12.0, Range(30, 40)),
        (date(2026, 3, 4), 14.0, Range(28, 36)),
    ),
    Plot("lines", ("day", "pain", "cost")),
)
FACTS = Facts(
    (
        Fact("pain", "Sum of pain", "number", 24.75, (BOOKING,)),
        Fact("elapsed", "From start to end", "duration", Range(4320, 6720)),
        Fact("delight", "Delight", "count", None),
        Fact("fresh_until", "Fresh until", "date", date(2026, 3, 1)),
    )
)
GUIDE = Listing(
    "At “Books the room”",
    (Entry("You do", ((BOOK, ", 3–5 min"), ("Write down the name",))), Entry("", (("Last.",),))),
    (BOOKING,),
)


def report(*sections):
    return Report("Hotel room and dinner", "Current state", "en", "EUR", sections)


FULL = report(
    Section("summary", "Summary", (("It hurts most at ", BOOK, "."),), (FACTS,)),
    Section(
        "pain",
        "Where it hurts",
        (("It comes from ", PMS, "."),),
        (PAIN, CURVE, HEAT, TREE),
        (Missing("Delight", "an `emotion` above 0"),),
    ),
    Section("time", "Time and load", (), (STACK, BARS)),
    Section("first", "What to do first", (), (SCATTER, LINES)),
    Section("guide", "Your work", (), (GUIDE,)),
)


def full_of(text):
    """A report in which every word that can come from a file is this one."""

    def place(at=BOOK.at):
        return Place("action", text, text, at)

    marks = (Column("", text, "text"), *(Column(key, text, "scale") for key in "abc"))
    words = (Column("name", text, "text"), Column("at", text, "places"), Column("n", text, "count"))
    drawn = [
        Table("w", text, words, ((text, (place(),), 1),) * 9, note=text),
        Table("t", text, (Column("a", text, "path"), Column("b", text, "count")),
              (((place(), place("")), 3),), Plot("tree", ("a", "b"))),
        Table("c", text, (Column("a", text, "places"), Column("b", text, "emotion")),
              (((place(),), 1), ((place(),), -2)), Plot("curve", ("a", "b"))),
        Table("h", text, (Column("a", text, "text"), Column("b", text, "count")),
              ((text, 1), (text, 2)), Plot("heat", ("a", "b"))),
        Table("b", text, (Column("a", text, "text"), Column("b", text, "shares")),
              ((text, Range(1, 2)),), Plot("bars", ("a", "b"))),
        Table("s", text, (Column("a", text, "text"), Column("b", text, "duration")),
              ((text, Range(1, 2)),), Plot("stack", ("a", "b"))),
        Table("l", text, (Column("a", text, "date"), Column("b", text, "count")),
              ((date(2026, 1, 1), 1), (date(2026, 1, 2), 2)), Plot("lines", ("a", "b"))),
        Table("x", text, marks, ((text, 1, 1, 1), (text, None, 2, 2)),
              Plot("scatter", ("", *"abc"))),
    ]  # fmt: skip
    facts = Facts((Fact("f", text, "text", text, (place(),)),))
    listing = Listing(text, (Entry(text, ((text, place(), text), (text,))),), (place(),))
    lead = ((text, place(), text),)
    section = Section("summary", text, lead, (facts, *drawn, listing), (Missing(text, text),))
    return Report(text, text, "en", text, (section,))
