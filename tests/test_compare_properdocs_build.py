"""The comparison of two builds finds every difference except the generator's name."""

from pathlib import Path

from macros.compare_properdocs_build import differences

PAGE = '<meta name="generator" content="{}"><p>{}</p>'


def site(folder: Path, generator: str, words: str, files: tuple[str, ...] = ()) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format(generator, words))
    for name in files:
        (folder / name).touch()
    return folder


def test_differing_and_extra_files_are_found_but_the_generators_name_is_ignored(tmp_path: Path) -> None:
    ours = site(tmp_path / "ours", "mkdocs-1.6.1", "Chase it")
    assert list(differences(ours, site(tmp_path / "same", "mkdocs-ProperDocs", "Chase it"))) == []
    assert list(differences(ours, site(tmp_path / "words", "mkdocs-1.6.1", "Leave it"))) == ["index.html"]
    assert list(differences(ours, site(tmp_path / "more", "mkdocs-1.6.1", "Chase it", ("x.css",)))) == ["x.css"]
