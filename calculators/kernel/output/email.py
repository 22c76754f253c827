"""A message as an email file, which a mail program opens for the reader to check and send (RFC 5322).

It has no sender and no date: the mail program adds both when the message is sent.
"""

from binascii import b2a_base64, b2a_qp

EML = "message/rfc822"
_WORD = 42
"""The most bytes of a header in one encoded word, which may have 75 characters (RFC 2047, section 2)."""


def as_email(subject: str, body: str, *, to: str = "") -> str:
    """An unsent message in ASCII with CRLF line endings; `to` may be empty."""
    headings = (
        *([f"To: {to}"] if to else []),
        f"Subject: {_heading(subject)}",
        "X-Unsent: 1",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    )
    return "\r\n".join((*headings, "", _quoted(body)))


def _heading(text: str) -> str:
    """A header as it is or, if it's long or not ASCII, as encoded words, one to a line."""
    if text.isascii() and text.isprintable() and len(text) <= _WORD:
        return text
    words = (b2a_base64(part.encode("utf-8", "replace"), newline=False).decode() for part in _parts(text))
    return "\r\n ".join(f"=?utf-8?B?{word}?=" for word in words)


def _parts(text: str) -> list[str]:
    """The text in parts short enough for an encoded word, without splitting a character."""
    parts = [""]
    for letter in text:
        if len((parts[-1] + letter).encode("utf-8", "replace")) > _WORD:
            parts.append("")
        parts[-1] += letter
    return parts


def _quoted(body: str) -> str:
    """Text as quoted-printable, which keeps each paragraph on one line of its own (RFC 2045, section 6.7)."""
    return b2a_qp("\r\n".join(body.split("\n")).encode("utf-8", "replace"), istext=True).decode()
