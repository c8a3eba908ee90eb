"""A briefing explorer: who wants what at a conference, with whom, and where it is written."""

__version__ = "0.1.0"
