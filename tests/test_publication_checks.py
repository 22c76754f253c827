"""Each check before publication finds its own kind of fault, and passes everything else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros import content_policy
from macros.build_steps import publication_guards

PAGE = Path("page.html")
HEAD = "<html><head><title>A page</title></head>"

Guard = Callable[[Path, str], Iterator[publication_guards.Fault]]


def style_sheet(file: Path, source: str) -> Iterator[publication_guards.Fault]:
    return publication_guards.names_another_host(file, source, publication_guards.HOST_IN_CSS)


def script(file: Path, source: str) -> Iterator[publication_guards.Fault]:
    return publication_guards.names_another_host(file, source, publication_guards.HOST_IN_SCRIPT)


REFUSED: list[tuple[Guard, str, int]] = [
    (publication_guards.front_matter, "---\ntitle: Court\ndescription: Court: what it costs\n---\nText", 3),
    (publication_guards.front_matter, "---\ntitle: Court\n\nText", 1),
    (publication_guards.front_matter, "\n---\ntitle: Court\n---\nText", 1),
    (publication_guards.front_matter, "Note: this line would vanish\n\nText", 1),
    (publication_guards.typed_amounts, "You pay\n£115 to start.", 2),
    (publication_guards.typed_amounts, "You pay £ 115.", 1),
    (publication_guards.typed_amounts, "You pay &pound;115.", 1),
    (publication_guards.typed_amounts, "{{ amount('fee') }} is\nmore than £1,000.", 2),
    (publication_guards.loads_from_elsewhere, '<link rel="stylesheet" href="https://fonts.example/a.css">', 1),
    (publication_guards.loads_from_elsewhere, '<link rel="preconnect" href="//fonts.example">', 1),
    (publication_guards.loads_from_elsewhere, '\n<script src="https://cdn.example/a.js"></script>', 2),
    (publication_guards.loads_from_elsewhere, '<img srcset="a.png 1x, https://cdn.example/a.png 2x">', 1),
    (publication_guards.loads_from_elsewhere, '<form action="https://forms.example/">', 1),
    (publication_guards.loads_from_elsewhere, '<svg><use xlink:href="http://icons.example/a#b"/></svg>', 1),
    (style_sheet, 'p {}\n@import "https://fonts.example/a.css";', 2),
    (style_sheet, "p { background: url( //cdn.example/a.png) }", 1),
    (script, 'await fetch("https://api.example/answers")', 1),
    (script, "import('//cdn.example/a.mjs')", 1),
    (publication_guards.unrendered, "<p>It costs\n{{ amount('fee') }}</p>", 1),
    (publication_guards.unrendered, "<p>{% if debt %}</p>", 1),
    (publication_guards.unrendered, '<a href="{{ page }}">More</a>', 1),
    (publication_guards.unrendered, "<p>Agree a day.\n3. <strong>Write it down.</strong></p>", 1),
    (publication_guards.unrendered, "<p>Take these:\n- the invoice</p>", 1),
    (publication_guards.unrendered, "<p>See what to ask for.</p>\n<p>{ .lead }</p>", 2),
    (publication_guards.links_in_links, '<p>\n<a href="a/">my <a class="word" href="#b">letter</a></a></p>', 2),
    (publication_guards.inline_code, '<p style="color: red">Late</p>', 1),
    (publication_guards.inline_code, '<button onclick="pay()">Pay</button>', 1),
    (publication_guards.inline_code, "<style>p { color: red }</style>", 1),
    (publication_guards.policy_gaps, HEAD, 1),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD).replace("; worker-src 'self'", ""), 1),
    (
        publication_guards.policy_gaps,
        content_policy.with_policy(HEAD).replace("connect-src 'self'", "connect-src *"),
        1,
    ),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD).replace("'wasm-", "'unsafe-inline' 'wasm-"), 1),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD).replace("<head>", "<head><script></script>"), 1),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD) + "\n<script>late()</script>", 2),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD) + "<script type=module>late()</script>", 1),
]

PASSED: list[tuple[Guard, str]] = [
    (publication_guards.front_matter, '---\ntitle: "Court: what it costs"\n---\nText\n\n---\n\nMore text'),
    (publication_guards.front_matter, "# Court\n\nNote: this stays."),
    (publication_guards.typed_amounts, "{{ amount('fee', '£3') }}, {% set x = '£3' %} and a £ sign, 3 times."),
    (publication_guards.loads_from_elsewhere, '<a href="https://www.gov.uk/">GOV.UK</a> <img src="a//b.png">'),
    (publication_guards.loads_from_elsewhere, '<link rel="canonical" href="https://this.example/">'),
    (style_sheet, "@import 'a.css'; p { background: url(data:image/svg+xml;utf8,a) }"),
    (script, '// see https://example.org\ncreateElementNS("http://www.w3.org/2000/svg", "path")'),
    (publication_guards.unrendered, "<code>{{ amount('fee') }}</code><pre>{% if debt %}</pre><p>{ a }</p>"),
    (publication_guards.unrendered, "<p>1. The debt.<br>\n2. The payments.</p><h2>3. The supplier</h2>"),
    (publication_guards.unrendered, '<script type="application/json">{"a": {{}}}</script>'),
    (publication_guards.links_in_links, '<a href="a/"><b>One</b></a> <a href="b/">Two</a> <abbr>Three</abbr>'),
    (publication_guards.inline_code, '<link rel="stylesheet" href="a.css"><p class="style">Late</p>'),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD + "<script>early()</script>")),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD + '<script src="a.js"></script>')),
    (publication_guards.policy_gaps, content_policy.with_policy(HEAD + '<script type="application/json">{}</script>')),
]


@pytest.mark.parametrize(("guard", "text", "line"), REFUSED)
def test_a_fault_is_reported_with_its_file_and_line(guard: Guard, text: str, line: int) -> None:
    faults = list(guard(PAGE, text))
    assert [(fault.file, fault.line) for fault in faults] == [(PAGE, line)]
    assert str(faults[0]).startswith(f"page.html, line {line}: ")


@pytest.mark.parametrize(("guard", "text"), PASSED)
def test_correct_text_passes(guard: Guard, text: str) -> None:
    assert list(guard(PAGE, text)) == []


def test_case_studies_may_contain_typed_amounts(tmp_path: Path) -> None:
    for folder in ("stories", "guide"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.md").write_text("# The plumber\n\nShe was owed £3,000.")
    assert [fault.file.parent.name for fault in publication_guards.source_faults(tmp_path)] == ["guide"]
