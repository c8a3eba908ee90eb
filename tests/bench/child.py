"""Runs one command below this small process, and prints what it cost.

The command is `python -I -S child.py OUT ERR COMMAND ...`; OUT and ERR are files. A process's peak
memory is at least that of the process it was started from, so that one has to be small.
"""

import os
import sys
import time


def main(out: str, err: str, *argv: str) -> None:
    """Print the exit code, the seconds, the seconds of CPU, and the most memory held, in MB."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, fd, path, flags, 0o600) for fd, path in ((1, out), (2, err))]
    start = time.perf_counter()
    process = os.posix_spawn(argv[0], argv, os.environ, file_actions=files)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    code = os.waitstatus_to_exitcode(status)
    print(code, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


if __name__ == "__main__":
    main(*sys.argv[1:])
