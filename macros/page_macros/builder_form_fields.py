"""Form fields shared by the link, embed and brand builders."""

COLOURS = {"accent": "Buttons and links", "paper": "Background", "surface": "Boxes and answers", "ink": "Text"}


def question(name: str, label: str, hint: str, box: str, *, checked: bool = False) -> str:
    """A box under its label and hint. If it's checked, there's also a place for an error."""
    error = f'<p class="error" id="{name}-error" hidden></p>' if checked else ""
    return (
        f'<div class="question"><label for="{name}">{label}</label>'
        f'<p class="hint" id="{name}-hint">{hint}</p>{error}{box}</div>'
    )


def text(name: str, attribute: str = "", *, restored: bool = False) -> str:
    """A text box. With `restored`, the browser may restore what was typed in it."""
    marked = f' data-attribute="{attribute}"' if attribute else ""
    off = "" if restored else ' autocomplete="off"'
    return f'<input id="{name}" type="text"{off} spellcheck="false"{marked} aria-describedby="{name}-hint">'


def colours(prefix: str, *, restored: bool = False) -> str:
    """Boxes for the colours that a service may choose, for light and dark, folded."""
    drawn = "".join(
        question(
            f"{prefix}-{name}{end}",
            f"{label}{words}",
            "",
            text(f"{prefix}-{name}{end}", f"{name}{end}", restored=restored),
        )
        for end, words in (("", " (light mode)"), ("-dark", " (dark mode)"))
        for name, label in COLOURS.items()
    )
    return (
        '<details class="more"><summary>Your own colours</summary><fieldset class="group"><legend>Colours</legend>'
        '<p class="hint">Enter each one as # and six digits, such as #005ea5. Leave a box blank to keep our colour.</p>'
        f"{drawn}</fieldset></details>"
    )
