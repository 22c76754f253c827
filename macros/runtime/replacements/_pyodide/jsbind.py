"""Replaces Pyodide's `jsbind`. JavaScript functions have no Python signatures here, so all are called in one way."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default  # type: ignore[import-not-found]


def _any(*_: object, **__: object) -> None:
    pass


default_signature = JsFuncSignature(
    _any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
no_default = object()


def func_to_sig(function: object) -> JsFuncSignature:
    """The same signature for every function."""
    return default_signature


def get_attr_sig(signature: object, attribute: str) -> tuple[bool, None]:
    """No signature, for any attribute."""
    return False, None


def bind_class_sig(signature: object) -> object:
    """The signature unchanged, for instances of a class."""
    return signature
