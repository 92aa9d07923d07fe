"""Judging a blueprint: what a rule is, which are chosen, what comments silence, what is mended."""
