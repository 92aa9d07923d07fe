"""German: the field speaks of Frontstage and Backstage, and draws an Interaktionslinie."""

from types import MappingProxyType

from blueprint_cli.words import Words

GERMAN = Words(
    code="de",
    rtl=False,
    states=MappingProxyType({"current": "Ist-Zustand", "future": "Soll-Zustand"}),
    roles=MappingProxyType(
        {
            "evidence": "Physische Evidenz",
            "customer": "Kundenaktionen",
            "frontstage": "Frontstage",
            "backstage": "Backstage",
            "support": "Unterstützungsprozesse",
        }
    ),
    actors=MappingProxyType({"system": "System", "partner": "Partner"}),
    enablers=MappingProxyType(
        {
            "decisions": "Entscheidungen",
            "policies": "Richtlinien",
            "procedures": "Verfahren",
            "technology": "Technik",
            "training": "Schulung",
            "insights": "Erkenntnisse",
        }
    ),
    lines=MappingProxyType(
        {
            "interaction": "Interaktionslinie",
            "visibility": "Sichtbarkeitslinie",
            "internal-interaction": "Interne Interaktionslinie",
        }
    ),
    links=MappingProxyType(
        {
            "triggers": "löst aus",
            "needs": "braucht",
            "agrees_with": "muss übereinstimmen mit",
            "implied": "dann (Lesefolge)",
        }
    ),
    linked_from=MappingProxyType(
        {
            "triggers": "wird ausgelöst von",
            "needs": "wird gebraucht von",
            "agrees_with": "muss übereinstimmen mit",
        }
    ),
    goes_back="führt zurück",
    joined=MappingProxyType(
        {
            "triggers": "{} löst {} aus",
            "needs": "{} braucht {}",
            "agrees_with": "{} muss mit {} übereinstimmen",
            "implied": "{}, dann {}",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "Schmerzpunkt",
            "opportunity": "Chance",
            "fail-point": "Fehlerquelle",
            "wait": "Wartezeit",
            "moment-of-truth": "Moment der Wahrheit",
            "question": "Offene Frage",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "geplant", "doing": "in Arbeit", "done": "erledigt", "dropped": "verworfen"}
    ),
    severity="Schwere {} von 5",
    legend="Legende",
    owner="Verantwortlich: {}",
    reviewed="Geprüft {}",
    arrivals="Ankünfte {}",
    persona="Für {}",
    capacity="Kapazität {}",
    importance="Wichtigkeit {} von 5",
    takes="Dauer {}",
    waits="Wartezeit {}",
    tolerates="Toleranz {}",
    costs="Kosten {}",
    uses="Nutzt {}",
    via="über {}",
    policy="Richtlinie: {}",
    recovery="Abhilfe: {}",
    in_detail="Im Detail: {}",
    when="wenn {}",
    target="Ziel {}",
    emotion="Gefühl",
    feelings=("sehr schlecht", "schlecht", "neutral", "gut", "sehr gut"),
    thoughts="Denkt, fühlt, sagt",
    touchpoints="Kontaktpunkte",
    evidence="Physische Evidenz",
    time="Zeit",
    in_sight="Sichtbare Arbeit",
    behind="Unsichtbare Arbeit",
    total="Kunde bisher",
    units=("Wo.", "Tg.", "Std.", "Min.", "Sek."),
    picture="Service-Blueprint",
    phase="Phase",
    step="Schritt",
    lane="Bahn",
    steps="Schritte",
    lanes="Bahnen",
    shown="Gezeigt: {}",
    left_out="Nicht gezeigt: {}",
    of="{} von {}",
    some_lanes="{} von {} Bahnen",
    some_steps="{} von {} Schritten",
    some_actions="{} von {} Aktionen",
    tagged="mit Schlagwort {}",
    focus="Im Fokus: {}",
    parts=MappingProxyType(
        {
            "title": "Titel",
            "phases": "Phasen",
            "emotion": "Gefühl",
            "thoughts": "Gedanken",
            "evidence": "Evidenz",
            "marks": "Zeichen",
            "notes": "Anmerkungen",
            "details": "Einzelheiten",
            "time": "Zeit",
            "links": "Verbindungen",
            "labels": "Namen der Verbindungen",
            "legend": "Legende",
        }
    ),
    page="Seite {} von {}",
    search="Suchen",
    zoom_in="Vergrößern",
    zoom_out="Verkleinern",
    whole="Ganzes Bild",
    nothing_found="Nichts gefunden",
    close="Schließen",
    changes=MappingProxyType(
        {
            "added": "neu",
            "removed": "entfällt",
            "moved": "hierher verschoben",
            "left": "von hier verschoben",
            "changed": "geändert",
        }
    ),
    was="vorher {}",
    moved_from="aus {}",
    moved_to="jetzt in {}",
    was_behind="stand hinter {}",
    was_first="stand an erster Stelle",
    now_behind="jetzt hinter {}",
    now_first="jetzt an erster Stelle",
    keys=MappingProxyType(
        {
            "note": "Notiz",
            "tags": "Schlagwörter",
            "links": "Verweise",
            "sources": "Quellen",
            "description": "Beschreibung",
            "scenario": "Szenario",
            "thinks": "Denkt",
            "feels": "Fühlt",
            "role": "Rolle",
            "actor": "Ausgeführt von",
            "color": "Farbe",
            "cost_rate": "Kosten je Stunde",
            "frequency": "Anteil der Kunden",
            "causes": "Kommt von",
            "quote": "Zitat",
            "since": "Seit",
            "impact": "Wirkung",
            "effort": "Aufwand",
            "solves": "Löst",
            "due": "Fällig",
            "value": "Wert",
            "unit": "Einheit",
            "better": "Besser",
            "goals": "Ziele",
            "kind": "Art",
            "review_every": "Prüfrhythmus",
            "currency": "Währung",
            "resource": "Ressource",
            "metric": "Kennzahl",
        }
    ),
    values=MappingProxyType(
        {
            "open": "offen",
            "people": "Menschen",
            "higher": "höher",
            "lower": "niedriger",
        }
    ),
    quotes=("„", "“"),
    decimal=",",
    group=".",
)
