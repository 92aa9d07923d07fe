"""French: before a colon and inside quotes stands a narrow space that breaks no line."""

from types import MappingProxyType

from blueprint_cli.words import Words

FRENCH = Words(
    code="fr",
    rtl=False,
    states=MappingProxyType({"current": "État actuel", "future": "État futur"}),
    roles=MappingProxyType(
        {
            "evidence": "Preuves physiques",
            "customer": "Actions du client",
            "frontstage": "Avant-scène",
            "backstage": "Coulisses",
            "support": "Processus de support",
        }
    ),
    actors=MappingProxyType({"system": "Système", "partner": "Partenaire"}),
    enablers=MappingProxyType(
        {
            "decisions": "Décisions",
            "policies": "Règles",
            "procedures": "Procédures",
            "technology": "Technologie",
            "training": "Formation",
            "insights": "Enseignements",
        }
    ),
    lines=MappingProxyType(
        {
            "interaction": "Ligne d’interaction",
            "visibility": "Ligne de visibilité",
            "internal-interaction": "Ligne d’interaction interne",
        }
    ),
    links=MappingProxyType(
        {
            "triggers": "déclenche",
            "needs": "a besoin de",
            "agrees_with": "doit concorder avec",
            "implied": "puis (ordre de lecture)",
        }
    ),
    linked_from=MappingProxyType(
        {"triggers": "déclenché par", "needs": "nécessaire à", "agrees_with": "doit concorder avec"}
    ),
    goes_back="revient en arrière",
    joined=MappingProxyType(
        {
            "triggers": "{} déclenche {}",
            "needs": "{} a besoin de {}",
            "agrees_with": "{} doit concorder avec {}",
            "implied": "{}, puis {}",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "Point de friction",
            "opportunity": "Opportunité",
            "fail-point": "Point de défaillance",
            "wait": "Attente du client",
            "moment-of-truth": "Moment de vérité",
            "question": "Question ouverte",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "prévu", "doing": "en cours", "done": "fait", "dropped": "abandonné"}
    ),
    severity="gravité {} sur 5",
    legend="Légende",
    owner="Responsable\N{NARROW NO-BREAK SPACE}: {}",
    reviewed="Révisé le {}",
    arrivals="Arrivées\N{NARROW NO-BREAK SPACE}: {}",
    persona="Pour {}",
    capacity="Capacité {}",
    importance="Importance {} sur 5",
    takes="Durée {}",
    waits="Attente {}",
    tolerates="Tolérance {}",
    costs="Coût {}",
    uses="Utilise {}",
    via="par {}",
    policy="Règle\N{NARROW NO-BREAK SPACE}: {}",
    recovery="Rattrapage\N{NARROW NO-BREAK SPACE}: {}",
    in_detail="En détail\N{NARROW NO-BREAK SPACE}: {}",
    when="si {}",
    target="cible {}",
    emotion="Émotion",
    feelings=("très mauvais", "mauvais", "neutre", "bon", "très bon"),
    thoughts="Pense, ressent, dit",
    touchpoints="Points de contact",
    evidence="Preuves physiques",
    time="Temps",
    in_sight="Travail visible",
    behind="Travail en coulisses",
    total="Client jusqu’ici",
    units=("sem.", "j", "h", "min", "s"),
    picture="Blueprint de service",
    phase="Phase",
    step="Étape",
    lane="Couloir",
    steps="Étapes",
    lanes="Couloirs",
    shown="Affiché\N{NARROW NO-BREAK SPACE}: {}",
    left_out="Non affiché\N{NARROW NO-BREAK SPACE}: {}",
    of="{} sur {}",
    some_lanes="{} couloirs sur {}",
    some_steps="{} étapes sur {}",
    some_actions="{} actions sur {}",
    tagged="mot-clé {}",
    focus="En évidence\N{NARROW NO-BREAK SPACE}: {}",
    parts=MappingProxyType(
        {
            "title": "titre",
            "phases": "phases",
            "emotion": "émotion",
            "thoughts": "pensées",
            "evidence": "preuves",
            "marks": "signes",
            "notes": "remarques",
            "details": "détails",
            "time": "temps",
            "links": "liens",
            "labels": "noms des liens",
            "legend": "légende",
        }
    ),
    page="Page {} sur {}",
    search="Rechercher",
    zoom_in="Agrandir",
    zoom_out="Réduire",
    whole="Vue d’ensemble",
    nothing_found="Aucun résultat",
    close="Fermer",
    changes=MappingProxyType(
        {
            "added": "nouveau",
            "removed": "supprimé",
            "moved": "déplacé ici",
            "left": "déplacé d’ici",
            "changed": "modifié",
        }
    ),
    was="auparavant {}",
    moved_from="depuis {}",
    moved_to="maintenant dans {}",
    was_behind="était après {}",
    was_first="était en premier",
    now_behind="maintenant après {}",
    now_first="maintenant en premier",
    keys=MappingProxyType(
        {
            "note": "Remarque",
            "tags": "Mots-clés",
            "links": "Liens",
            "sources": "Sources",
            "description": "Description",
            "scenario": "Scénario",
            "thinks": "Pense",
            "feels": "Ressent",
            "role": "Rôle",
            "actor": "Assuré par",
            "color": "Couleur",
            "cost_rate": "Coût horaire",
            "frequency": "Part des clients",
            "causes": "Vient de",
            "quote": "Citation",
            "since": "Depuis",
            "impact": "Impact",
            "effort": "Effort",
            "solves": "Résout",
            "due": "Échéance",
            "value": "Valeur",
            "unit": "Unité",
            "better": "Mieux",
            "goals": "Objectifs",
            "kind": "Type",
            "review_every": "Fréquence de révision",
            "currency": "Devise",
            "resource": "Ressource",
            "metric": "Indicateur",
        }
    ),
    values=MappingProxyType(
        {
            "open": "ouvert",
            "people": "personnes",
            "higher": "plus haut",
            "lower": "plus bas",
        }
    ),
    colon="\N{NARROW NO-BREAK SPACE}: ",
    quotes=("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»"),
    decimal=",",
    group="\N{NARROW NO-BREAK SPACE}",
)
