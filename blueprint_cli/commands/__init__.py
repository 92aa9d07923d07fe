"""The commands of `bp`, a module each; `cli` lists them."""
