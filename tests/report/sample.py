"""A report in which every sort of value stands, known and not known, and names that mean two."""

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

BOOK = Place("action", "booking.desk.book", "Books room", "action:booking.desk.book")
DESK = Place("lane", "desk", "Reception", "lane:desk")
FREE, RECORD = (
    Place("action", f"{step}.it.record", "Provides record", f"action:{step}.it.record")
    for step in ("asking", "booking")
)
LAW = Place("action", "law.yaml#record", "law.yaml#record")

EVERY = Table(
    key="every",
    title="Every sort",
    columns=(
        Column("what", "What", "text"),
        Column("count", "How many", "count"),
        Column("number", "Weight", "number"),
        Column("share", "Share", "share"),
        Column("busy", "Busy", "shares"),
        Column("time", "Time", "duration"),
        Column("cost", "Cost", "money"),
        Column("rate", "Fails at", "rate"),
        Column("severity", "Severity", "scale"),
        Column("emotion", "Feels", "emotion"),
        Column("since", "Since", "date"),
        Column("where", "Where", "places"),
        Column("way", "Way", "path"),
        Column("open", "Open", "yes"),
    ),
    rows=(
        (
            "two | screens",
            12_345,
            2.3456,
            0.7,
            Range(0.45, 1.25),
            Range(180, 300),
            Range(0.8, 12.5),
            Range(40, 50),
            4,
            -2,
            date(2026, 9, 1),
            (BOOK, DESK),
            (BOOK, RECORD),
            True,
        ),
        (
            "at once",
            0,
            0.0,
            0.0,
            Range(0, 0),
            Range(90, 90),
            Range(2, 2),
            Range(40, float("inf")),
            1,
            1,
            date(1899, 1, 1),
            (FREE,),
            (LAW,),
            False,
        ),
        ("unsaid", *(None,) * 13),
    ),
    plot=Plot("heat", ("what", "count")),
    note="What the `time` is, and *not* the rest.",
)
NOTHING = Table("nothing", "Nothing", (Column("what", "What", "text"),), ())
FACTS = Facts(
    (
        Fact("wait", "Customers wait", "duration", Range(0, 360), (DESK,)),
        Fact("worst", "Worst", "places", (BOOK,)),
        Fact("left", "Left", "count", None),
    )
)
LISTING = Listing(
    "You need",
    (
        Entry("From others", (("The record of ", RECORD, "."), ("The list of ", FREE, "."))),
        Entry("", (("Write `needs` for more",),)),
    ),
    (DESK,),
)
REPORT = Report(
    title="Hotel #1",
    subtitle="Current state · Owner *us*",
    language="en",
    currency="EUR",
    sections=(
        Section(
            "pain",
            "Where it hurts",
            (("It hurts at ", BOOK, ", since 2026-09-01."), ("1. It comes from ", RECORD, ".")),
            (FACTS, EVERY, NOTHING),
            (Missing("how busy the lanes are", "`arrivals` of the blueprint"),),
        ),
        Section("guide", "What you do", (), (LISTING,)),
    ),
)
