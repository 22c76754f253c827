"""The comparison of two builds sees what differs, and passes over the generator's name."""

from pathlib import Path

from macros.compare_properdocs_build import differences

PAGE = '<meta name="generator" content="{}"><p>{}</p>'


def site(folder: Path, generator: str, words: str, files: tuple[str, ...] = ()) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(PAGE.format(generator, words))
    for name in files:
        (folder / name).touch()
    return folder


def test_two_builds_differ_in_what_a_reader_gets_and_not_in_the_generator(tmp_path: Path) -> None:
    ours = site(tmp_path / "ours", "mkdocs-1.6.1", "Chase it")
    assert list(differences(ours, site(tmp_path / "same", "mkdocs-ProperDocs", "Chase it"))) == []
    assert list(differences(ours, site(tmp_path / "words", "mkdocs-1.6.1", "Leave it"))) == ["index.html"]
    assert list(differences(ours, site(tmp_path / "more", "mkdocs-1.6.1", "Chase it", ("x.css",)))) == ["x.css"]
