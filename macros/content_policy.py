"""The content security policy: a page may load from its own site, and from nowhere else."""

import base64
import hashlib
import re

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
}
FRAMES = {"frame-src": "'self'"}
"""Extra permission for a page that previews our pages in a frame."""

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def with_policy(html: str) -> str:
    """Put the policy first in the head, with the hash of every inline script on the page."""
    return html.replace("<head>", f"<head>{_meta(html)}", 1)


def directives(html: str) -> dict[str, str]:
    """The policy of a page, without the hashes of its scripts."""
    return DIRECTIVES | (FRAMES if "data-preview" in html else {})


def digest(script: str) -> str:
    """The hash of an inline script, in the form used in a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _meta(html: str) -> str:
    hashes = sorted({digest(script) for script in _INLINE_SCRIPT.findall(html)})
    allowed = directives(html) | {"script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    content = "; ".join(f"{name} {value}" for name, value in allowed.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'
