"""The languages in which a picture can speak, one file each."""

from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.words import Words

LANGUAGES: tuple[Words, ...] = (ENGLISH,)
