"""What changed between two versions of a blueprint, told by what the service does and not by lines.

Comments, layout, the order of keys and short forms are no change.
"""
