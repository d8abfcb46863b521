"""Which thing of before is which thing of now."""

from __future__ import annotations

from sagaict.comparing.pairing import Key, pair_up


def title(_key: tuple[str, ...], item: str) -> str | None:
    return item.split(":")[1] or None


def test_the_same_key_is_the_same_thing() -> None:
    paired = pair_up({("a",): "old:x"}, {("a",): "new:y"}, title)
    assert paired.both == (("old:x", "new:y"),)


def test_a_resemblance_pairs_what_is_left() -> None:
    paired = pair_up({("a",): "old:x", ("b",): "old:z"}, {("c",): "new:x"}, title)
    assert paired.both == (("old:x", "new:x"),)
    assert paired.gone == ("old:z",)


def test_a_resemblance_that_several_show_says_nothing() -> None:
    paired = pair_up({("a",): "old:x", ("b",): "old:x"}, {("c",): "new:x"}, title)
    assert paired.both == ()
    assert paired.gone == ("old:x", "old:x")
    assert paired.new == ("new:x",)


def test_nothing_in_common_is_no_resemblance() -> None:
    paired = pair_up({("a",): "old:"}, {("c",): "new:"}, title)
    assert paired.both == ()


def test_a_pair_keeps_the_order_of_now() -> None:
    old: dict[Key, str] = {("a",): "1:x", ("b",): "2:y", ("c",): "3:z"}
    new: dict[Key, str] = {("d",): "4:z", ("b",): "5:y", ("a",): "6:x"}
    paired = pair_up(old, new, title)
    assert [now for _before, now in paired.both] == ["4:z", "5:y", "6:x"]
