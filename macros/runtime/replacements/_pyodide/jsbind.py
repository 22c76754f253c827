"""In the place of Pyodide's `jsbind`: no function of JavaScript has a signature in Python, so all are called alike."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default  # type: ignore[import-not-found]


def _any(*_: object, **__: object) -> None:
    pass


default_signature = JsFuncSignature(
    _any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
no_default = object()


def func_to_sig(function: object) -> JsFuncSignature:
    """The one signature that there is."""
    return default_signature


def get_attr_sig(signature: object, attribute: str) -> tuple[bool, None]:
    """No attribute has a signature."""
    return False, None


def bind_class_sig(signature: object) -> object:
    """The same signature for what a class makes."""
    return signature
