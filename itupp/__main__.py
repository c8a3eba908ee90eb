"""The console entry: what belongs to a process of its own, set before anything else is imported."""

import gc
import os
import signal


def run() -> None:
    """Run the command line of this process and end it."""
    # First of all, so that no key ends in a traceback while modules are imported.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()
    from itupp.exit_codes import Exit

    signal.signal(signal.SIGINT, lambda *_: os._exit(Exit.INTERRUPTED))
    if hasattr(signal, "SIGPIPE"):  # pragma: no branch - Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    from itupp.process import console

    os._exit(console())  # all is written; the interpreter's own end would take a sixth of the time


if __name__ == "__main__":
    run()
