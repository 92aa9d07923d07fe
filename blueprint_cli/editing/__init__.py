"""A text as it is written, and proof that edits of it change what they are meant to."""
