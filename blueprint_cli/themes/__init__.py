"""The themes that come with the program, one file each."""

from blueprint_cli.theme import Theme
from blueprint_cli.themes.dark import DARK
from blueprint_cli.themes.high_contrast import HIGH_CONTRAST
from blueprint_cli.themes.light import LIGHT
from blueprint_cli.themes.print import PRINT

THEMES: tuple[Theme, ...] = (LIGHT, DARK, PRINT, HIGH_CONTRAST)
