"""Where everything in a picture stands: from a blueprint to a `Drawing`.

The journey: all texts, cards and arrows (`plan`), each arrow's way (`routes`), ends (`ports`) and
tracks (`tracks`), coordinates (`places`), what stands around the cards (`steps_across`,
`steps_down`), the look (`paint`), and for languages that are read leftward its mirror image.
"""

from blueprint_cli.drawing import Drawing
from blueprint_cli.layout import steps_across, steps_down
from blueprint_cli.layout.mirror import mirrored
from blueprint_cli.layout.paint import paint
from blueprint_cli.layout.places import place
from blueprint_cli.layout.plan import plan
from blueprint_cli.look import PLAIN, Look
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index


def lay_out(blueprint: Blueprint, index: Index, look: Look = PLAIN) -> Drawing:
    """Place, route and colour a blueprint whose references hold."""
    planned = plan(blueprint, index, look)
    way = steps_across if look.direction == "lr" else steps_down
    places = place(planned.cards, planned.wires, way.frame(planned))
    drawing = paint(planned, places, way.scene(planned, places))
    return mirrored(drawing) if look.words.rtl else drawing
