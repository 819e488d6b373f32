from pathlib import Path

from mapgen.files.polling import changed, stamps, wait


def test_nothing_changes_by_looking(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("one")

    assert changed(stamps([file, tmp_path / "none", Path("a\0b")])) == set()


def test_each_way_to_save_is_seen(tmp_path: Path) -> None:
    written, renamed, deleted, made = (tmp_path / name for name in ("written", "renamed", "deleted", "made"))
    for file in (written, renamed, deleted):
        file.write_text("one")
    seen = stamps([written, renamed, deleted, made])
    written.write_text("other")
    (tmp_path / "new").write_text("two")
    (tmp_path / "new").replace(renamed)
    deleted.unlink()
    made.write_text("")

    assert changed(seen) == {written, renamed, deleted, made}


def test_a_wait_ends_with_a_change_or_with_its_patience(tmp_path: Path) -> None:
    file = tmp_path / "a"
    seen = stamps([file])

    assert wait(seen, patience=0.001) == set()
    file.write_text("one")
    assert wait(seen, patience=600) == {file}
