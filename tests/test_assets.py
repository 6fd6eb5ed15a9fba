"""Where resources are found."""

from __future__ import annotations

from gdviz.assets import resource


def test_that_resources_are_found_beside_or_inside_the_package() -> None:
    assert resource("LICENSE").is_file()
    assert resource("icons", "play.svg").parent == resource("icons")
    assert not resource("icons", "no-such-icon.svg").exists()
