"""`python -m itupp`."""

from itupp.cli import run

run()
