"""BP0: the file and its shape."""

from blueprint_cli.rules.file import (
    control_character,
    empty_value,
    foreign_yaml,
    ignore_without_code,
    invalid_yaml,
    missing_key,
    not_a_blueprint,
    repeated_key,
    too_large,
    unknown_ignore,
    unknown_key,
    unreadable_file,
    unsafe_address,
    unused_ignore,
    wrong_shape,
    wrong_value,
)

RULES = (
    unreadable_file.RULE,
    invalid_yaml.RULE,
    not_a_blueprint.RULE,
    unknown_key.RULE,
    missing_key.RULE,
    repeated_key.RULE,
    empty_value.RULE,
    wrong_shape.RULE,
    wrong_value.RULE,
    unsafe_address.RULE,
    too_large.RULE,
    control_character.RULE,
    foreign_yaml.RULE,
    unused_ignore.RULE,
    unknown_ignore.RULE,
    ignore_without_code.RULE,
)
