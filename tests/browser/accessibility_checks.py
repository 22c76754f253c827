"""Checks a page with axe, and checks that nothing is wider than the window."""

from playwright.sync_api import ViewportSize

from tests import ROOT
from tests.browser.reader import Reader

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
FIT = """async (rules) => {
  [...document.querySelectorAll("details")].slice(0, 12).forEach((folded) => { folded.open = true; });
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly, elementRef: false });
  const root = document.scrollingElement;
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`)),
    ...(root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} pixels wide`] : []),
  ];
}"""
"""Finds the faults on a page. Opens only the first twelve folds: a page with more repeats the same parts."""
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTH = ["target-size", "scrollable-region-focusable"]
"""Rules whose result depends on the colours, and rules whose result depends on the window's width.

The other rules run only once.
"""
WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}


def unfit(reader: Reader) -> list[str]:
    """Return the faults on the page at its current width and in its current colours."""
    load_axe(reader)
    wrong: list[str] = reader.page.evaluate(FIT, None)
    return wrong


def load_axe(reader: Reader) -> None:
    """Load axe into the page that is open, unless it's there: soft navigation keeps it."""
    if not reader.page.evaluate("() => 'axe' in globalThis"):
        reader.page.evaluate(AXE)


def is_fit(reader: Reader) -> None:
    """Check that axe finds no fault and nothing overflows, in a wide and a narrow window, in light and dark mode."""
    page = reader.page
    load_axe(reader)
    for size, rules in ((WIDE, None), (NARROW, COLOURS + WIDTH)):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        faults = page.evaluate(FIT, rules)
        page.emulate_media(color_scheme="dark")
        faults += page.evaluate(FIT, COLOURS)
        assert faults == [], f"{size['width']} pixels wide: {faults}"
