"""The site: every page is led to, no way leads nowhere, and what is internal is on none."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from little_city import City as Town
from running import ROOT, TODAY, Ran, sagaict

HIDDEN = "極秘"


class Links(HTMLParser):
    """Where a page leads to, and what it calls its language."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.lang = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.lang = given["lang"] or ""
        if given.get("href"):
            self.hrefs.append(given["href"] or "")


def made(root: Path, folder: Path, *options: str) -> Ran:
    return sagaict("--lang", "ja", "site", "-o", folder, "--today", TODAY, *options, cwd=root)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    ran = made(ROOT, folder)
    assert (ran.code, ran.err) == (0, "")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_way_leads_to_a_page_and_every_page_is_led_to(shipped: Path) -> None:
    led_to = {shipped / "index.html"}
    for path in shipped.rglob("*.html"):
        links = Links(path.read_text(encoding="utf-8"))
        assert links.lang == ("en" if path.is_relative_to(shipped / "en") else "ja")
        for href in links.hrefs:
            if href.startswith("#"):
                continue
            assert not re.match(r"[a-z]+:|/", href), href
            target = (path.parent / unquote(href)).resolve()
            assert target.is_file(), f"{path} leads to {href}"
            led_to.add(target)
    assert {path for path in shipped.rglob("*") if path.is_file()} - led_to == {
        shipped / ".sagaict-site"
    }


def test_each_page_has_a_title_of_its_own_and_the_name_of_the_site(shipped: Path) -> None:
    titles: dict[str, str] = {}
    for path in shipped.glob("**/*.html"):
        (title,) = re.findall(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))
        name = "Targets and results of the plans" if "en" in path.parts else "計画の目標と実績"
        assert title.endswith(name), path
        assert title not in titles, (path, titles[title])
        titles[title] = str(path)


def test_a_page_leads_to_those_before_and_after_of_its_sort(shipped: Path) -> None:
    def beside(name: str) -> list[str]:
        text = (shipped / name).read_text(encoding="utf-8")
        (nav,) = re.findall(r'<nav aria-label="前後のページ".*?</nav>', text, re.DOTALL)
        return re.findall(r'href="(.*?)"', nav)

    assert beside("plans/dx-plan.html") == ["ict-strategy-2.html"]
    assert beside("plans/ict-strategy-2/1.html") == ["2.html"]
    assert beside("plans/ict-strategy-2/2.html") == ["1.html", "3.html"]
    assert beside("plans/ict-strategy-2/1-2.html") == ["1-1.html", "2-1.html"]


def test_the_newest_plan_is_first_and_those_of_one_plan_are_not_named_again(shipped: Path) -> None:
    for name in ("reporting", "sources", "methods"):
        text = (shipped / f"{name}.html").read_text(encoding="utf-8")
        places = [text.find(f"plans/{plan}.html") for plan in ("ict-strategy-2", "ict-katsuyo")]
        assert places == sorted(places), name
    plan = (shipped / "plans/ict-strategy-1.html").read_text(encoding="utf-8")
    assert plan[plan.index("<main") : plan.index("</main>")].count("相模原市ICT総合戦略") == 1
    # Eight goal indicators and 22 outcomes lack a figure: said once, and not as unmet.
    assert plan.count("施策目標値 8、成果指標 22（R2、R3、R4、R5）") == 1
    assert "今後の予定" not in plan
    # Zeros are counted too; what is outside of the denominator is named.
    running = (shipped / "plans/ict-strategy-2.html").read_text(encoding="utf-8")
    text = re.sub(r"<[^>]*>", "", running)
    assert "達成 0未達成 0評価中 0未報告 2" in text
    assert "母数に含めないもの期限前 8" in text
    assert "次の列は省きました: 実績、達成率" in text


def test_there_is_a_page_for_everything_that_has_an_id(shipped: Path) -> None:
    for name in (
        "ict-strategy-1",
        "ict-strategy-1/2",
        "ict-strategy-1/2-2",
        "ict-strategy-1/2-2/productivity",
        "ict-strategy-1/rpa",
        "ict-strategy-1/rpa/introduced",
        "dx-plan",
    ):
        for language in ("", "en/"):
            assert (shipped / f"{language}plans/{name}.html").is_file(), name


def test_nothing_is_written_where_nothing_changed(shipped: Path) -> None:
    before = {path: path.stat().st_ino for path in shipped.rglob("*")}
    assert "書き込み 0、削除 0" in made(ROOT, shipped).out
    assert {path: path.stat().st_ino for path in shipped.rglob("*")} == before


def test_pages_of_what_is_gone_go_and_others_files_stay(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    folder = tmp_path / "site"
    made(town.root, folder)
    (folder / "robots.txt").write_text("User-agent: *\n", encoding="utf-8")
    town.path("projects/aoba/kiosk.yaml").unlink()
    ran = made(town.root, folder)
    # The project and its indicator, in two languages.
    assert "削除 4" in ran.out
    assert not (folder / "plans/aoba/kiosk.html").exists()
    assert (folder / "robots.txt").exists()


def test_nothing_outside_is_removed_whatever_the_list_says(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    folder = tmp_path / "site"
    made(town.root, folder)
    outside = tmp_path / "outside.txt"
    outside.write_text("keep", encoding="utf-8")
    with (folder / ".sagaict-site").open("a", encoding="utf-8") as listed:
        listed.write("../outside.txt\n")
    assert made(town.root, folder).code == 0
    assert outside.exists()


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "htdocs"
    folder.mkdir()
    (folder / "index.html").write_text("mine", encoding="utf-8")
    ran = made(ROOT, folder)
    assert ran.code == 2
    assert "index.html" in ran.err
    assert (folder / "index.html").read_text(encoding="utf-8") == "mine"


def test_a_site_that_was_interrupted_is_made_again(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    folder = tmp_path / "site"
    made(town.root, folder)
    whole = files_of(folder)
    (folder / ".sagaict-site").write_bytes(b"")
    (folder / "plans/aoba.html").write_bytes(b"<!doc")
    (folder / "history.html").unlink()
    assert "書き込み 2、削除 0" in made(town.root, folder).out
    assert files_of(folder) == whole


def test_a_folder_inside_the_data_is_refused(tmp_path: Path) -> None:
    town = Town.found(tmp_path)
    for folder in (town.data, town.data / "x", town.data / "plans" / "site"):
        ran = made(town.root, folder)
        assert (ran.code, ran.out) == (2, "")
        assert "データのフォルダの中" in ran.err
    assert sorted(path.name for path in town.data.iterdir()) == ["plans", "projects"]


def test_what_is_internal_is_on_no_page_of_the_public_site(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    hidden = f"internal: true\ninternal_note: {HIDDEN}\n"
    kiosk = "projects/aoba/kiosk.yaml"
    town.write(kiosk, town.read(kiosk).replace("places", "hidden-places") + hidden)
    portal, progress = "projects/aoba/portal.yaml", "    progress: on_schedule\n"
    judged = f"{progress}    remark: {HIDDEN}\n    internal: true\n"
    note = f"internal_note: {HIDDEN}\n"
    town.write(portal, town.read(portal).replace(progress, judged) + note)
    midori = "plans/midori.yaml"
    town.write(midori, town.read(midori) + "internal: true\n")
    every, public = tmp_path / "every", tmp_path / "public"
    assert made(town.root, every).code == 0
    ran = made(town.root, public, "--public")
    assert (ran.code, ran.err) == (0, "")
    words = (HIDDEN, "kiosk", "hidden-places", "証明書の自動交付機", "みどり市")
    for word in words:
        found = [name for name, content in files_of(every).items() if word.encode() in content]
        assert found, word
        assert not any(word.encode() in content for content in files_of(public).values()), word
        assert not any(word in name for name in files_of(public)), word


def test_files_that_cannot_be_read_stand_on_every_page(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    town.write("projects/aoba/kiosk.yaml", "id: [")
    folder = tmp_path / "site"
    made(town.root, folder)
    pages = {name: content for name, content in files_of(folder).items() if name.endswith(".html")}
    assert pages
    for name, content in pages.items():
        assert b"projects/aoba/kiosk.yaml" in content, name


@pytest.mark.parametrize(
    ("name", "rows", "tables"),
    [
        (
            "ict-strategy-1/2-2/productivity",
            "indicator_id = ict-strategy-1/2-2/productivity",
            ["indicators", "figures", "targets"],
        ),
        (
            "ict-strategy-1/rpa",
            "plan_id = ict-strategy-1、project_id = rpa",
            ["indicators", "actions", "evaluations"],
        ),
    ],
)
def test_a_page_leads_to_the_tables_that_hold_its_rows(
    shipped: Path, name: str, rows: str, tables: list[str]
) -> None:
    path = shipped / "plans" / f"{name}.html"
    text = path.read_text(encoding="utf-8")
    assert rows in text
    led_to = [href for href in Links(text).hrefs if href.endswith(".csv")]
    assert [Path(href).stem for href in led_to] == tables
    assert all((path.parent / href).is_file() for href in led_to)
