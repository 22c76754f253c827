"""Checks accessibility with a second tool besides axe: IBM's rules for WCAG 2.2, run in the page and fully offline."""

import tomllib
from typing import Any

from tests import ROOT
from tests.browser.reader import Reader

ENGINE = ROOT / "node_modules/accessibility-checker-engine/ace.js"
EXEMPT: list[dict[str, str]] = tomllib.loads((ROOT / "tests/browser/ibm_checker_exemptions.toml").read_text())["exempt"]
"""The failures that we accept: the rule, where it may fail (a CSS selector) and why."""

CHECK = """async (exempt) => {
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  const failed = results.filter(({ value }) => value.join() === "VIOLATION,FAIL").map(({ ruleId, path, message, snippet }) => {
    const type = XPathResult.FIRST_ORDERED_NODE_TYPE;
    const place = path.dom.replace(/\\/svg\\[.*/, ""); // XPath finds no SVG in HTML: its parent stands for it
    const part = document.evaluate(place, document, null, type).singleNodeValue;
    const known = exempt.findIndex(({ rule, where }) => rule === ruleId && part?.matches(where));
    return { known, told: `${ruleId}: ${message} ${snippet}` };
  });
  return {
    unknown: failed.filter(({ known }) => known < 0).map(({ told }) => told),
    used: [...new Set(failed.map(({ known }) => known))].filter((known) => known >= 0),
  };
}"""


class Seen:
    """The failures on a page that are not exempt, and the exemptions that the page needed."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.failures: list[str] = found["unknown"]
        self.exempt: set[int] = set(found["used"])


def seen_by_second_checker(reader: Reader) -> Seen:
    """Run IBM's rules on the page as it is now. Results that need a person's judgement are left out."""
    reader.page.evaluate(ENGINE.read_text())
    return Seen(reader.page.evaluate(CHECK, EXEMPT))
