"""An answer in a format, out: the only room that prints answers."""
