"""Print how the code reads, in figures: `python tests/style.py [FOLDER]`.

Where no folder is given, it reads the package. Four kinds of finding are held at zero: their places
are printed, and the exit code is 1 where there is one. The others are figures to watch.
"""

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parent.parent / "itupp"

ABOUT = 40
"""The size that a statement should keep to, in syntax nodes."""

LIMIT = 45
"""The size that a statement may not exceed. ABOUT is a guide; a few nodes more do no harm."""

COLUMNS = 100
"""The width that a line should keep to."""

Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

# Some classes of `ast` stand for nothing that a reader meets on its own: whether a name is read or
# written, and which operator a `BinOp` has. They do not count.
UNSEEN = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)

# What is nested in a compound statement is counted on its own, and so is each `except` and `case`.
NESTED = (ast.stmt, ast.excepthandler, ast.match_case)

# The headers of functions and classes are left out. They list names and types one after the other,
# and a reader looks up the one that is wanted. What makes a statement hard to read is one step
# inside another, and a header has none.
DECLARATIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Finding(NamedTuple):
    """A place in the code and what was found there."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        """Show the finding as editors and linters do."""
        return f"{self.file}:{self.line}: {self.what}"


class Statement(NamedTuple):
    """A statement, by its place, and its size in syntax nodes."""

    file: str
    line: int
    nodes: int


class Source(NamedTuple):
    """A file of Python, as text and as a tree."""

    file: str
    text: str
    tree: ast.Module


Finder = Callable[[Source], Iterable[Finding]]


def parse(text: str, file: str = "module.py") -> Source:
    """Parse the text of a file; raises SyntaxError where it is no Python."""
    return Source(file, text, ast.parse(text))


def read(folder: Path) -> list[Source]:
    """Read all Python files below a folder, in the order of their names."""
    files = sorted(folder.rglob("*.py"))
    return [_read_file(file, folder.parent) for file in files]


def _read_file(file: Path, root: Path) -> Source:
    """Read a file, and name it by its path below the root."""
    return parse(file.read_text(encoding="utf-8"), str(file.relative_to(root)))


def statements(source: Source) -> Iterator[Statement]:
    """The statements of a file with their sizes.

    Docstrings are left out, and the headers of functions and classes.
    """
    for node in ast.walk(source.tree):
        if isinstance(node, DECLARATIONS) or _is_docstring(node):
            continue
        match node:
            case ast.stmt() | ast.excepthandler():
                yield Statement(source.file, node.lineno, _size(node))
            case ast.match_case():
                # A `case` does not know its line.
                yield Statement(source.file, node.pattern.lineno, _size(node))


def _is_docstring(node: ast.AST) -> bool:
    """Whether a statement is a bare string: the docstring of a module, class or variable."""
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _size(node: ast.AST) -> int:
    """The number of syntax nodes of a statement; of a compound statement, those of its header."""
    children = ast.iter_child_nodes(node)
    return 1 + sum(_size(child) for child in children if not isinstance(child, NESTED + UNSEEN))


def large_statements(source: Source) -> Iterator[Finding]:
    """Statements above the limit."""
    for statement in statements(source):
        if statement.nodes > LIMIT:
            what = f"a statement of {statement.nodes} syntax nodes"
            yield Finding(statement.file, statement.line, what)


def nested_comprehensions(source: Source) -> Iterator[Finding]:
    """Comprehensions and generator expressions that hold another one, in whatever part."""
    for node in ast.walk(source.tree):
        if isinstance(node, Comprehension) and _holds_comprehension(node):
            yield Finding(source.file, node.lineno, "a comprehension in a comprehension")


def _holds_comprehension(node: ast.AST) -> bool:
    """Whether there is a comprehension below a node."""
    return any(isinstance(inner, Comprehension) for inner in _inside(node))


def starred_conditionals(source: Source) -> Iterator[Finding]:
    """Stars, single or double, that unpack a conditional: `*(a if c else b)`."""
    for node in ast.walk(source.tree):
        for value in _unpacked(node):
            if isinstance(value, ast.IfExp):
                yield Finding(source.file, value.lineno, "a star before a conditional")


def _unpacked(node: ast.AST) -> Iterator[ast.expr]:
    """The values that a node unpacks with a star or two."""
    match node:
        case ast.Starred():
            yield node.value
        case ast.keyword(arg=None):
            yield node.value
        case ast.Dict():
            for key, value in zip(node.keys, node.values, strict=True):
                if key is None:
                    yield value


def conditionals_in_f_strings(source: Source) -> Iterator[Finding]:
    """Conditionals inside f-strings, at any depth."""
    found: dict[ast.IfExp, None] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            # Of an f-string inside an f-string, the conditional is met twice and counted once.
            found |= dict.fromkeys(inner for inner in _inside(node) if isinstance(inner, ast.IfExp))
    for conditional in found:
        yield Finding(source.file, conditional.lineno, "a conditional in an f-string")


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes below a node."""
    for child in ast.iter_child_nodes(node):
        yield from ast.walk(child)


def shadows(source: Source) -> Iterator[Finding]:
    """Parameters and locals that hide a function, class or import of their module.

    A name is counted once for each function that binds it.
    """
    hidden = _module_names(source.tree)
    for scope in ast.walk(source.tree):
        if isinstance(scope, Scope):
            first: dict[str, int] = {}
            for name, line in _bound(scope):
                first.setdefault(name, line)
            for name in hidden & first.keys():
                yield Finding(source.file, first[name], f"{name!r} hides a name of the module")


def _module_names(module: ast.Module) -> set[str]:
    """The functions, classes and imports of a module, also those inside an `if` or a `try`."""
    names: set[str] = set()
    for node in _own(module):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names.add(node.name)
            case ast.Import() | ast.ImportFrom():
                names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
    return names


def _bound(scope: Scope) -> Iterator[tuple[str, int]]:
    """The names that a function binds, with their lines: its parameters, then its locals.

    An import inside a function is left out. It is put off to save time, and it hides at most the
    same name, imported for type checkers.
    """
    outer: set[str] = set()
    for argument in _arguments(scope):
        yield argument.arg, argument.lineno
    for node in _own(scope):
        if isinstance(node, ast.Global | ast.Nonlocal):
            outer.update(node.names)
    for node in _own(scope):
        name = _name_bound_by(node)
        if name and name not in outer:
            yield name, getattr(node, "lineno", 0)


def _arguments(scope: Scope) -> Iterator[ast.arg]:
    """All parameters of a function."""
    # Only the children: a default value may be a lambda, and that has parameters of its own.
    for node in ast.iter_child_nodes(scope.args):
        if isinstance(node, ast.arg):
            yield node


def _name_bound_by(node: ast.AST) -> str | None:
    """The name that a node gives a value to, if it does."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            return name
        case ast.ExceptHandler(name=name) | ast.MatchAs(name=name) | ast.MatchStar(name=name):
            return name
        case ast.MatchMapping(rest=name):
            return name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return name
    return None


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below a node, without what is inside the functions and classes among them."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, (*DECLARATIONS, ast.Lambda)):
            yield from _own(child)


def each_variables(source: Source) -> Iterator[Finding]:
    """Variables and parameters called `each`, which say nothing of what they hold."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Name(id="each", ctx=ast.Store()) | ast.arg(arg="each"):
                yield Finding(source.file, node.lineno, "a variable named 'each'")


def long_lines(source: Source) -> Iterator[Finding]:
    """Lines above the width."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        if len(line) > COLUMNS:
            yield Finding(source.file, number, f"a line of {len(line)} columns")


def functions(source: Source) -> Iterator[Finding]:
    """All functions and methods."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Finding(source.file, node.lineno, f"the function {node.name!r}")


def briefing_functions(source: Source) -> Iterator[Finding]:
    """Functions that have a parameter named `briefing` or annotated with `Briefing`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _takes_briefing(node):
            yield Finding(source.file, node.lineno, f"{node.name!r} takes the briefing")


def _takes_briefing(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether one of a function's parameters is the briefing."""
    return any(_is_briefing_parameter(argument) for argument in _arguments(function))


def _is_briefing_parameter(argument: ast.arg) -> bool:
    """Whether a parameter is the briefing, by its name or by its annotation."""
    match argument.annotation:
        case ast.Name(id="Briefing") | ast.Attribute(attr="Briefing") | ast.Constant("Briefing"):
            return True
    return argument.arg == "briefing"


def look_ups(source: Source) -> Iterator[Finding]:
    """Look-ups by id in the briefing: `briefing.topics[id]`, `self.briefing.topics[id]`."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Subscript(value=ast.Attribute(value=owner)) if _is_briefing(owner):
                yield Finding(source.file, node.lineno, "a look-up by id")


def _is_briefing(node: ast.expr) -> bool:
    """Whether an expression is `briefing` or ends in `.briefing`."""
    match node:
        case ast.Name(id="briefing") | ast.Attribute(attr="briefing"):
            return True
    return False


HELD: dict[str, Finder] = {
    f"statements over {LIMIT} syntax nodes": large_statements,
    "comprehensions in a comprehension": nested_comprehensions,
    "stars before a conditional": starred_conditionals,
    "conditionals in an f-string": conditionals_in_f_strings,
}
"""What has to be zero."""

WATCHED: dict[str, Finder] = {
    "parameters and locals that hide a name of their module": shadows,
    "variables named 'each'": each_variables,
    f"lines over {COLUMNS} columns": long_lines,
    "functions": functions,
    "functions that take the briefing": briefing_functions,
    "look-ups by id in the briefing": look_ups,
}
"""What is only counted."""


def find(finder: Finder, sources: list[Source]) -> list[Finding]:
    """The findings of one kind in all files, by file and line."""
    return sorted(finding for source in sources for finding in finder(source))


def sizes(sources: list[Source]) -> Iterator[str]:
    """Lines on the sizes of statements; none where there is no statement."""
    counted = [statement for source in sources for statement in statements(source)]
    if not counted:
        return
    nodes = sorted(statement.nodes for statement in counted)
    percentile = nodes[len(nodes) * 99 // 100]
    over = sum(number > ABOUT for number in nodes)
    largest = max(counted, key=lambda statement: statement.nodes)
    yield _figure(len(nodes), "statements")
    yield _figure(over, f"statements over {ABOUT} syntax nodes")
    yield _figure(percentile, "syntax nodes at the 99th percentile of statements")
    yield _figure(largest.nodes, f"syntax nodes in the largest, {largest.file}:{largest.line}")


def _figure(number: int, what: str) -> str:
    return f"{number:5}  {what}"


def main(folder: Path = PACKAGE) -> int:
    """Print the places of what is held at zero, then all figures; 1 where there is such a place."""
    sources = read(folder.resolve())
    held = {what: find(finder, sources) for what, finder in HELD.items()}
    for findings in held.values():
        for finding in findings:
            print(finding)
    for line in sizes(sources):
        print(line)
    for what, findings in held.items():
        print(f"{_figure(len(findings), what)} (held at zero)")
    for what, finder in WATCHED.items():
        print(_figure(len(find(finder, sources)), what))
    return 1 if any(held.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
