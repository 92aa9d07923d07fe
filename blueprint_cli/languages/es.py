"""Spanish."""

from types import MappingProxyType

from blueprint_cli.words import Words

SPANISH = Words(
    code="es",
    rtl=False,
    states=MappingProxyType({"current": "Estado actual", "future": "Estado futuro"}),
    roles=MappingProxyType(
        {
            "evidence": "Evidencia física",
            "customer": "Acciones del cliente",
            "frontstage": "En escena",
            "backstage": "Tras bastidores",
            "support": "Procesos de soporte",
        }
    ),
    actors=MappingProxyType({"system": "Sistema", "partner": "Socio"}),
    enablers=MappingProxyType(
        {
            "decisions": "Decisiones",
            "policies": "Políticas",
            "procedures": "Procedimientos",
            "technology": "Tecnología",
            "training": "Formación",
            "insights": "Hallazgos",
        }
    ),
    lines=MappingProxyType(
        {
            "interaction": "Línea de interacción",
            "visibility": "Línea de visibilidad",
            "internal-interaction": "Línea de interacción interna",
        }
    ),
    links=MappingProxyType(
        {
            "triggers": "desencadena",
            "needs": "necesita",
            "agrees_with": "debe concordar con",
            "implied": "después (orden de lectura)",
        }
    ),
    linked_from=MappingProxyType(
        {
            "triggers": "desencadenado por",
            "needs": "necesario para",
            "agrees_with": "debe concordar con",
        }
    ),
    goes_back="vuelve atrás",
    joined=MappingProxyType(
        {
            "triggers": "{} desencadena {}",
            "needs": "{} necesita {}",
            "agrees_with": "{} debe concordar con {}",
            "implied": "{}, después {}",
        }
    ),
    marks=MappingProxyType(
        {
            "pain-point": "Punto de dolor",
            "opportunity": "Oportunidad",
            "fail-point": "Punto de fallo",
            "wait": "Espera del cliente",
            "moment-of-truth": "Momento de la verdad",
            "question": "Pregunta abierta",
        }
    ),
    statuses=MappingProxyType(
        {"planned": "previsto", "doing": "en curso", "done": "hecho", "dropped": "descartado"}
    ),
    severity="gravedad {} de 5",
    legend="Leyenda",
    owner="Responsable: {}",
    reviewed="Revisado el {}",
    arrivals="Llegadas: {}",
    persona="Para {}",
    capacity="Capacidad {}",
    importance="Importancia {} de 5",
    takes="Duración {}",
    waits="Espera {}",
    tolerates="Tolerancia {}",
    costs="Coste {}",
    uses="Usa {}",
    via="por {}",
    policy="Política: {}",
    recovery="Recuperación: {}",
    in_detail="En detalle: {}",
    when="si {}",
    target="objetivo {}",
    emotion="Emoción",
    feelings=("muy mal", "mal", "neutro", "bien", "muy bien"),
    thoughts="Piensa, siente, dice",
    touchpoints="Puntos de contacto",
    evidence="Evidencia física",
    time="Tiempo",
    in_sight="Trabajo visible",
    behind="Trabajo tras bastidores",
    total="Cliente hasta aquí",
    units=("sem.", "d", "h", "min", "s"),
    picture="Blueprint de servicio",
    phase="Fase",
    step="Paso",
    lane="Carril",
    steps="Pasos",
    lanes="Carriles",
    shown="Se muestra: {}",
    left_out="No se muestra: {}",
    of="{} de {}",
    some_lanes="{} de {} carriles",
    some_steps="{} de {} pasos",
    some_actions="{} de {} acciones",
    tagged="con etiqueta {}",
    focus="En foco: {}",
    parts=MappingProxyType(
        {
            "title": "título",
            "phases": "fases",
            "emotion": "emoción",
            "thoughts": "pensamientos",
            "evidence": "evidencia",
            "marks": "señales",
            "notes": "notas",
            "details": "detalles",
            "time": "tiempo",
            "links": "enlaces",
            "labels": "nombres de los enlaces",
            "legend": "leyenda",
        }
    ),
    page="Página {} de {}",
    search="Buscar",
    zoom_in="Acercar",
    zoom_out="Alejar",
    whole="Imagen completa",
    nothing_found="Sin resultados",
    close="Cerrar",
    changes=MappingProxyType(
        {
            "added": "nuevo",
            "removed": "eliminado",
            "moved": "movido aquí",
            "left": "movido de aquí",
            "changed": "cambiado",
        }
    ),
    was="antes {}",
    moved_from="desde {}",
    moved_to="ahora en {}",
    was_behind="estaba después de {}",
    was_first="estaba en primer lugar",
    now_behind="ahora después de {}",
    now_first="ahora en primer lugar",
    keys=MappingProxyType(
        {
            "note": "Nota",
            "tags": "Etiquetas",
            "links": "Enlaces",
            "sources": "Fuentes",
            "description": "Descripción",
            "scenario": "Escenario",
            "thinks": "Piensa",
            "feels": "Siente",
            "role": "Papel",
            "actor": "A cargo de",
            "color": "Color",
            "cost_rate": "Coste por hora",
            "frequency": "Proporción de clientes",
            "causes": "Viene de",
            "quote": "Cita",
            "since": "Desde",
            "impact": "Impacto",
            "effort": "Esfuerzo",
            "solves": "Resuelve",
            "due": "Plazo",
            "value": "Valor",
            "unit": "Unidad",
            "better": "Mejor",
            "goals": "Objetivos",
            "kind": "Tipo",
            "review_every": "Frecuencia de revisión",
            "currency": "Moneda",
            "resource": "Recurso",
            "metric": "Indicador",
        }
    ),
    values=MappingProxyType(
        {
            "open": "abierto",
            "people": "personas",
            "higher": "más alto",
            "lower": "más bajo",
        }
    ),
    quotes=("«", "»"),
    decimal=",",
    group="\N{NARROW NO-BREAK SPACE}",
)
