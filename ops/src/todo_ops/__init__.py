"""Runs, tests, builds and deploys the task manager. Imports nothing of `todo`: it starts it as a program."""
