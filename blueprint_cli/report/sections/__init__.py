"""The sections of a report: one file each, all listed in `CHAPTERS`."""
