r"""How candidates are handed to zsh, fish and PowerShell; for bash typer's way will do.

Seen with typer 0.27.2 and 0.28.0, and the reasons for this module:

- zsh: `$` and backquotes are escaped, but not a backslash before them, and the shell evaluates the
  whole twice. So the title `\$(command)` of a topic ran the command. Apostrophes are doubled, and
  vanish.
- zsh, fish, PowerShell: rich reads labels as markup and folds them: `[shall]` vanished, `[/x]`
  ended in a traceback, and fish took the lines of a folded label for candidates.

A later typer that prints labels as they are needs none of this.
"""

import shlex

from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import FishComplete, PowerShellComplete, ZshComplete


class Zsh(ZshComplete):
    """Candidates as an array for `_describe`, in single quotes: nothing is left to evaluate."""

    def format_completion(self, item: CompletionItem) -> str:
        """`id:label`, quoted."""
        return shlex.quote(f"{item.value}:{item.help}" if item.help else item.value)

    def complete(self) -> str:
        """The code that the shell runs; without candidates it offers files."""
        items = self.get_completions(*self.get_completion_args())
        if not items:
            return "_files"
        offered = " ".join(map(self.format_completion, items))
        # zsh, too, drops what does not begin as typed, but for -U; of several it would then take
        # away what was typed, as far as they have no beginning in common
        replacing = " -U" if len(items) == 1 else ""
        return f"local -a offered; offered=({offered}); _describe '' offered{replacing}"


class Fish(FishComplete):
    """A candidate on each line."""

    def format_completion(self, item: CompletionItem) -> str:
        """`id`, a tab and the label."""
        return f"{item.value}\t{item.help}" if item.help else item.value


class PowerShell(PowerShellComplete):
    """A candidate on each line."""

    def format_completion(self, item: CompletionItem) -> str:
        """`id:::label`, which the shell splits at each `:::`; it takes no empty label."""
        label = (item.help or " ").replace(":::", ": : :")
        return f"{item.value}:::{label}"


def register() -> None:
    """Put these in the place of typer's own, which each run of the command line registers anew."""
    add_completion_class(Zsh, "zsh")
    add_completion_class(Fish, "fish")
    for name in ("powershell", "pwsh"):
        add_completion_class(PowerShell, name)
