"""Pages of calculators and letters in another language, once it has checked translations.

A page has a twin, such as calculators/routes-cy for calculators/routes, and the two link to each other. In the twin,
the form and the examples are translated as far as possible. The guidance around them stays English.
"""

import re
from collections.abc import Iterator

import yaml
from babel import Locale
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from calculators import draft_names, load, names, translated_replies
from calculators.kernel.contract.calculator import Calculator, page_of
from calculators.kernel.extras import translated_html
from calculators.kernel.extras.translation import Translator
from macros.translations import catalogues, extraction

CannotBeShown = catalogues.CannotBeShown

_SHOWN = re.compile(r'<article class="calculator".*?</article>|<details class="example".*?</details>', re.DOTALL)
_FORM = re.compile(r"<form [^>]*>")
_NAME_IN = re.compile(r'data-calculator="(\w+)"')
_TITLE_ENDS = "</h1>"
NOT_IN_A_TWIN = ("embed", "searched_as")
"""Front matter that only the English page needs."""


def put(files: Files, config: MkDocsConfig) -> None:
    """Add the twins of pages whose form has translations. Raises CannotBeShown."""
    for language, messages in catalogues.lay().items():
        for module in map(load, (*names(), *draft_names())):
            source = files.get_file_from_path(f"{page_of(module)}.md")
            if source and any(words in messages for words, _ in extraction.of_module(module)):
                files.append(_twin(source, module, language, config))


def _twin(source: File, module: Calculator, language: str, config: MkDocsConfig) -> File:
    body, meta = get_data(source.content_string)
    kept = {name: value for name, value in meta.items() if name not in NOT_IN_A_TWIN}
    told = {"language": language, "translates": f"{page_of(module)}/", "search": {"exclude": True}}
    content = f"---\n{yaml.safe_dump(kept | told, allow_unicode=True)}---\n\n{body}"
    place = _place(page_of(module), language)
    return File.generated(config, place, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _place(page: str, language: str) -> str:
    return f"{page}-{language}.md"


def drawn(html: str, page: Page, files: Files) -> str:
    """A page with links to its other languages. A twin also gets its calculator in its own language."""
    if language := page.meta.get("language"):
        html = translated(html, language)
    links = "".join(_links(page, files))
    return html.replace(_TITLE_ENDS, f'{_TITLE_ENDS}<p class="languages">{links}</p>', 1) if links else html


def translated(html: str, language: str) -> str:
    """A page with its calculator and examples in a language. The form sends the language with every request."""
    found, name = translated_replies.catalogue(language), _NAME_IN.search(html)
    if not (found and name):
        return html
    typed = (text for one in load(name[1]).EXAMPLES for text in translated_replies.typed(one.values))
    to = Translator(found, typed)
    asks = rf'\g<0><input type="hidden" name="language" value="{language}">'
    return _SHOWN.sub(lambda one: _FORM.sub(asks, _in(language, translated_html.translated(to, one[0])), count=1), html)


def _in(language: str, element: str) -> str:
    return re.sub(r"^<(\w+)", rf'<\1 lang="{language}"', element)


def _links(page: Page, files: Files) -> Iterator[str]:
    if english := page.meta.get("translates"):
        yield _link("en", english, page)
        return
    for language in catalogues.lay():
        if twin := files.get_file_from_path(_place(page.file.src_uri.removesuffix(".md"), language)):
            yield _link(language, twin.url, page)


def _link(language: str, url: str, page: Page) -> str:
    """A link to a page, with the language's own name for itself, from the Unicode CLDR."""
    name = Locale(language).get_display_name(language)
    return f'<a href="{get_relative_url(url, page.url)}" lang="{language}" hreflang="{language}">{name}</a>'
