"""The form that puts a service's brand on a copy of the site, with a preview and buttons to download copies."""

from macros.build_steps import embed_pages
from macros.page_macros.builder_form_fields import colours, question
from macros.page_macros.link_builder import copied


def builder(home: str) -> str:
    """The form and its preview. `home` is the address of the home page."""
    return (
        '<article class="builder" id="brand-builder" data-brands data-preview data-search-exclude>'
        f'<form class="questions" novalidate>{_service()}{_contact()}{colours("brand", restored=True)}'
        '<p class="note" id="brand-faint" hidden></p></form>'
        '<section class="made" aria-labelledby="your-copy"><h2 id="your-copy">Your copy</h2>'
        f"{_preview(home)}{_copies()}</section>"
        '<noscript><p class="note">Your browser isn’t running JavaScript here. You can '
        '<a href="#with-a-settings-file">use a settings file</a> instead.</p></noscript>'
        '<p class="note for-online">You’re reading the offline copy. To make your own copy, use the website.</p>'
        f"{embed_pages.colour_rules()}</article>"
    )


def _service() -> str:
    logo = (
        '<input id="brand-logo" type="file" accept=".svg,.png,image/svg+xml,image/png" '
        'aria-describedby="brand-logo-hint brand-logo-error">'
    )
    hint = "An SVG or PNG file of up to 100 KB. A square logo works best."
    name = _box("name", "organization", checked=True)
    return (
        f"{question('brand-name', 'Name of your service', '', name, checked=True)}"
        f"{question('brand-logo', 'Logo (optional)', hint, logo, checked=True)}"
        f"{question('brand-opening', 'Sentence at the top of the home page (optional)', '', _box('opening'))}"
    )


def _contact() -> str:
    boxes = (
        ("name", "Heading", "Such as “Talk to us”. If you leave it blank, we use your service’s name.", ""),
        ("phone", "Phone number", "", "tel"),
        ("email", "Email address", "", "email"),
        ("url", "Web address", "", "url"),
        ("hours", "Opening hours", "", ""),
    )
    drawn = "".join(
        question(f"brand-contact-{name}", label, hint, _box(f"contact-{name}", fills, checked=checked), checked=checked)
        for name, label, hint, fills in boxes
        for checked in (name == "url",)
    )
    return (
        '<fieldset class="group"><legend>How to reach you</legend><p class="hint">This appears on every page. '
        f"Leave out anything you don’t want to show.</p>{drawn}</fieldset>"
    )


def _box(name: str, fills: str = "", *, checked: bool = False) -> str:
    error = f" brand-{name}-error" if checked else ""
    filled = f' autocomplete="{fills}"' if fills else ""
    return f'<input id="brand-{name}" type="text"{filled} aria-describedby="brand-{name}-hint{error}">'


def _preview(home: str) -> str:
    options = {"": "Same as your device", "light": "Light", "dark": "Dark"}
    drawn = "".join(f'<option value="{value}">{label}</option>' for value, label in options.items())
    return (
        f"{question('brand-scheme', 'Colour theme: light or dark', '', f'<select id=brand-scheme>{drawn}</select>')}"
        f'<iframe class="preview" src="{home}" title="How your home page looks" loading="lazy"></iframe>'
    )


def _copies() -> str:
    return (
        "<h3>Download your copy</h3><p>The PDF files, the icon on a phone’s home screen and the accessibility "
        'statement stay the same as on this site.</p><p class="controls">'
        '<button type="button" class="md-button md-button--primary" id="brand-host">Download the website</button>'
        '<button type="button" class="md-button" id="brand-offline">Download the offline copy</button></p>'
        '<p class="status" id="brand-status" role="status" tabindex="-1"></p>'
        "<h3>If you build the site yourself</h3>"
        f"{copied('brand-yaml', 'Settings file, service.yml', 'Copy the settings', rows=8)}"
    )
