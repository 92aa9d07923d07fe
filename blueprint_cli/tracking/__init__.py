"""Who changed what of a blueprint, and when: its commits, each told by what it means."""
