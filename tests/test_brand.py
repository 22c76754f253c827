"""Settings of a service that hosts the site: colours have enough contrast, and one sentence explains each mistake."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from macros.build_steps import colour_palette, host_settings, service_brand
from tests import ROOT

OURS = colour_palette.tokens((ROOT / "docs/assets/styles/tokens.css").read_text())


def config(**settings: Any) -> MkDocsConfig:
    return with_extra(service=settings)


def with_extra(**extra: Any) -> MkDocsConfig:
    made = MkDocsConfig(config_file_path=str(ROOT / "tests/brand/service.yml"))
    made.load_dict({"site_name": "The guide", "docs_dir": str(ROOT / "docs"), "extra": extra})
    return made


def test_contrast_follows_the_wcag_formula() -> None:
    assert colour_palette.contrast("#000000", "#ffffff") == 21
    assert colour_palette.contrast("#ffffff", "#ffffff") == 1
    assert (
        round(colour_palette.contrast("#767676", "#ffffff"), 2) == 4.54
    )  # the lightest grey that WCAG allows for text on white
    assert colour_palette.mixed("#000000", "#ffffff", 50) == "#808080"


@pytest.mark.parametrize("scheme", colour_palette.SCHEMES)
def test_our_own_colours_have_enough_contrast(scheme: str) -> None:
    assert list(colour_palette.faint(OURS[scheme])) == []
    assert {
        str(name) for pairs in ("text", "controls") for pair in colour_palette.RULES[pairs] for name in pair
    } <= set(OURS[scheme])


IN_A_BROWSER = """
import { faint, palette } from "./docs/assets/embed/colour-contrast.js";
const { rules, cases } = JSON.parse(process.argv[1]);
const answers = cases.map(([base, chosen]) => {
  const made = palette(rules, base, chosen);
  return [made, faint(rules, made).map(({ front, back, ratio, needed }) => [front, back, ratio.toFixed(9), needed])];
});
console.log(JSON.stringify(answers));
"""


def test_javascript_finds_the_same_colours_and_low_contrast_pairs_as_python() -> None:
    chosen = [
        {}, {"accent": "#7a1f5c"}, {"accent": "#ffb000"}, {"paper": "#f4f7f6", "ink": "#333333"},
        {"surface": "#6b7690"}, {"accent": "#767676", "surface": "#ffffff"}, {"ink": "#aabbcc", "paper": "#010203"},
    ]  # fmt: skip
    cases = [(OURS[scheme], given) for scheme in colour_palette.SCHEMES for given in chosen]
    asked = json.dumps({"rules": colour_palette.RULES, "cases": cases})
    node = ["node", "--input-type=module", "--eval", IN_A_BROWSER, asked]
    done = subprocess.run(node, cwd=ROOT, capture_output=True, text=True, check=True)
    answers = json.loads(done.stdout)
    palettes = [colour_palette.palette(*case) for case in cases]
    assert [made for made, _ in answers] == palettes
    found = [
        [[one.front, one.back, f"{one.ratio:.9f}", one.needed] for one in colour_palette.faint(made)]
        for made in palettes
    ]
    assert [faint for _, faint in answers] == found
    assert any(found)


def test_chosen_colours_replace_ours_in_the_style_sheet_and_nothing_else_changes() -> None:
    css = (ROOT / "docs/assets/styles/tokens.css").read_text()
    assert colour_palette.with_colours(css, OURS) == css
    pink = {scheme: {**OURS[scheme], "accent": "#7a1f5c"} for scheme in colour_palette.SCHEMES}
    assert colour_palette.tokens(colour_palette.with_colours(css, pink)) == pink


def test_no_service_is_set_by_default() -> None:
    made = MkDocsConfig(config_file_path=str(ROOT / "mkdocs.yml"))
    made.load_dict({"site_name": "The guide", "extra": {}})
    assert service_brand.read(made) is None


def test_the_example_settings_work_unchanged() -> None:
    example = yaml.safe_load((ROOT / "docs/examples/service.yml").read_text())
    service = service_brand.read(config(**example["extra"]["service"]))
    assert service
    assert (service.name, service.guide) == ("Harbour Business Advice", "The guide")
    assert service.covers == "England and Wales"
    assert service.colours["light"]["accent"] == "#7a1f5c"


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"colour": {}}, ("extra.service: there is no setting called colour: use one of colours, contact, local_page, "
         "logo, name, nations, opening")),
        ({"name": 7}, "extra.service.name: write it as text, in quotes"),
        ({"logo": "none.svg"}, "extra.service.logo: there is no file none.svg beside service.yml"),
        ({"logo": "near-you.md"}, "extra.service.logo: near-you.md must end in .png or .svg or .webp"),
        ({"contact": {"fax": "1"}}, ("extra.service.contact: there is no setting called fax: use one of email, hours, "
         "name, phone, url")),
        ({"contact": {"url": "harbour.example"}}, "extra.service.contact.url: write the whole address, starting with https://"),
        ({"nations": ["wales"]}, ("extra.service.nations: write a list of one or more of england_wales, scotland, "
         "northern_ireland")),
        ({"colours": {"accent": {"light": "red"}}}, ("extra.service.colours.accent.light: write # and six digits, in "
         "quotes, not red")),
        ({"colours": {"accent": "#7a1f5c"}}, "extra.service.colours.accent: put its settings below it, each with a name"),
        ({"colours": {"accent": {"light": "#ffb000"}}}, ("extra.service.colours: in light colours, accent (#ffb000) on "
         "paper (#f7f5f0) has a contrast of 1.68, and needs 4.5")),
        ({"colours": {"surface": {"dark": "#6b7690"}}}, ("extra.service.colours: in dark colours, ink (#edf1f9) on "
         "surface (#6b7690) has a contrast of 4.02, and needs 4.5")),
    ],
)  # fmt: skip
def test_an_invalid_service_setting_is_explained_in_one_sentence(settings: dict[str, Any], sentence: str) -> None:
    with pytest.raises(service_brand.CannotBeServed) as refused:
        service_brand.read(config(**settings))
    assert str(refused.value) == sentence


def test_a_colour_with_too_little_contrast_stops_the_build() -> None:
    with pytest.raises(service_brand.CannotBeServed):
        service_brand.settle(config(colours={"accent": {"dark": "#7a1f5c"}}))


def test_files_are_found_next_to_the_settings_file() -> None:
    service = service_brand.read(config(logo="logo.svg", local_page="near-you.md"))
    assert service
    assert service.logo == Path(ROOT / "tests/brand/logo.svg")
    assert service.logo_name == "assets/brand.svg"


# The address, the source, the accessibility statement


def test_a_host_without_settings_gets_the_defaults() -> None:
    made = with_extra()
    host_settings.settle(made)
    assert made.extra["host"] == host_settings.Host()
    assert (made.site_url, list(host_settings.files(made))) == (None, [])


def test_the_hosts_address_overrides_site_url_and_its_contact_can_be_a_web_page() -> None:
    made = with_extra(address="https://harbour.example/owed")
    made.site_url = "https://other.example/"
    host_settings.settle(made)
    assert made.site_url == made.extra["host"].address == "https://harbour.example/owed/"
    assert host_settings.read(with_extra(accessibility={"contact": "https://a.example/"})).accessibility_link == (
        "https://a.example/"
    )


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        ({"address": "harbour.example"}, "extra.address: write the whole address, starting with https://"),
        ({"address": "https://harbour.example/?a=1"}, "extra.address: write the whole address, starting with https://"),
        ({"repository": "git@harbour"}, "extra.repository: write the whole address, starting with https://"),
        ({"accessibility": {"contact": "us"}}, ("extra.accessibility.contact: write an email address, or one "
         "starting with https://")),
        ({"accessibility": {"compliance": "AA"}}, "extra.accessibility.compliance: write one of fully, partially, not"),
        ({"accessibility": {"level": "AA"}}, ("extra.accessibility: there is no setting called level: use one of "
         "compliance, contact")),
    ],
)  # fmt: skip
def test_an_invalid_host_setting_is_explained_in_one_sentence(extra: dict[str, Any], sentence: str) -> None:
    with pytest.raises(service_brand.CannotBeServed) as refused:
        host_settings.read(with_extra(**extra))
    assert str(refused.value) == sentence
