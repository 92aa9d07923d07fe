"""One file a rule, a folder a family."""
