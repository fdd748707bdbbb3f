"""The languages that are read: one data file each, named by its ISO 639-1 code. `docs/LANGUAGE.md` explains them."""
