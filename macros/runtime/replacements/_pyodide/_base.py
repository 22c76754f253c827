"""Replaces Pyodide's `_base`: runs code for JavaScript, and finds modules and their names for it."""

from _ast import Expr, Expression, Module, PyCF_ONLY_AST
from importlib import import_module
from typing import Any


def eval_code(source: str, globals: dict[str, Any] | None = None, filename: str = "<exec>") -> Any:  # noqa: A002
    """Run Python source. Returns the value of its last statement if that's an expression, else None."""
    scope = {} if globals is None else globals
    tree: Module = compile(source, filename, "exec", int(PyCF_ONLY_AST))
    last = tree.body.pop() if tree.body else None
    if last and not isinstance(last, Expr):
        tree.body.append(last)
    exec(compile(tree, filename, "exec"), scope)
    return eval(compile(Expression(last.value), filename, "eval"), scope) if isinstance(last, Expr) else None


def pyimport_impl(path: str) -> Any:
    """A module or one of its attributes, by its full name."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name) if module else import_module(name)
