"""The page and views in a real browser: looked at, filtered with the keyboard, printed.

They need Chromium, and the packages of the extra `browser`.
"""

import re
import shutil
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright here")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe here")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no chromium here")

ATTACK = Path(__file__).parent / "data" / "attack.yaml"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

SIZES = {"wide": (1280, 900), "phone": (390, 844)}

A4 = {"width": 794, "height": 1123}
"""The size of a sheet in the pixels of a browser."""

MARGINS = 136
"""What the style of the page leaves blank of a sheet's width, in pixels."""

FILES = {
    "page": ["page"],
    "topic": ["topic", "itrs", "--full"],
    "country": ["bloc", "Kenya"],
    "room": ["compare", "--full"],
    "brief": ["brief", "itrs"],
    "list": ["positions"],
}
"""What is opened: the page of the whole briefing, and views."""


@pytest.fixture(scope="module")
def chromium():
    """The browser."""
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, itupp, tmp_path):
    """Open what a command line writes; whatever the browser complains of or asks for is noted."""
    contexts = []

    def run(*argv, address="", size="wide", scheme="light", scripts=True):
        file = tmp_path / "x.html"
        assert itupp(*argv, "-o", str(file)).code == 0
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.noticed = []
        page.on("console", lambda message: page.noticed.append(message.text))
        page.on("pageerror", lambda error: page.noticed.append(str(error)))
        page.on("dialog", lambda dialog: page.noticed.append(dialog.message))
        page.on("request", lambda request: page.noticed.append(request.url))
        page.goto(file.as_uri() + address)
        page.noticed.remove(file.as_uri())
        return page

    yield run
    for context in contexts:
        context.close()


def shown(page, selector):
    """The ids of the elements that are seen."""
    found = page.locator(selector).all()
    return [one.get_attribute("id") for one in found if one.is_visible()]


def positions(page):
    """The positions that are seen."""
    return shown(page, "[id='page:topics'] details[id]")


@pytest.mark.parametrize(("size", "scheme"), [("wide", "light"), ("phone", "dark")])
@pytest.mark.parametrize("name", FILES)
def test_it_is_accessible(opened, name, size, scheme):
    """Axe finds nothing, nothing is asked for, and nothing is wider than the screen."""
    page = opened(*FILES[name], size=size, scheme=scheme)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= SIZES[size][0]
    assert page.noticed == []


def test_unfolded_it_is_accessible(opened):
    """What is folded in at first is so, too."""
    page = opened("page")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_country_is_found_by_its_name(opened, pp22):
    """Typed as a word it finds the positions of its blocs, and what is empty goes."""
    page = opened("page")
    assert len(positions(page)) == len(pp22.positions)
    page.get_by_label("Words").focus()
    page.keyboard.type("Kenya")
    wanted = [position.id for position in pp22.blocs["african-states"].positions]
    assert sorted(positions(page)) == sorted(wanted)
    status = page.get_by_role("status").inner_text()
    counted, _, remark = status.partition(". ")
    assert counted == "8 of 30 positions, 4 of 129 entries of the record"
    assert remark == "A bloc\u2019s position does not bind each member."
    assert "topic:open-ran" not in shown(page, "article")
    assert shown(page, "[id='page:proponents'] article") == ["proponent:african-states"]
    assert page.noticed == []


def test_the_keyboard_does(opened, pp22):
    """From one filter to the next by TAB, chosen by its first letters, all of it undone again."""
    page = opened("page")
    page.locator("[name=who]").focus()
    page.keyboard.type("Kenya")
    kenya = sorted(position.id for position in pp22.countries["ke"].line())
    assert sorted(positions(page)) == kenya
    page.keyboard.press("Tab")
    page.keyboard.type("International")
    assert positions(page) == ["itrs-2"]
    page.keyboard.press("Tab")
    page.keyboard.type("group working")
    assert positions(page) == ["itrs-2"]
    page.keyboard.type(" xyzzy")
    assert positions(page) == []
    assert page.get_by_role("status").inner_text().startswith("0 of 30 positions")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[role=status]').textContent === ''")
    assert len(positions(page)) == len(pp22.positions)


@pytest.mark.parametrize(
    ("word", "found"),
    [("wcit", "itrs-3"), ("ÉTHIOPIA", "ai-2"), ("outer sp", "outer-space-1"), ("(EG-", "itrs-1")],
)
def test_words(opened, word, found):
    """Their beginnings do, in any case, with accents or without; titles of topics count."""
    page = opened("page")
    page.get_by_label("Words").fill(word)
    assert found in positions(page)
    assert len(positions(page)) < 30
    assert page.noticed == []


def test_a_word_finds_terms_and_resolutions(opened):
    """So that what it is about is found as well."""
    page = opened("page")
    page.get_by_label("Words").fill("wcit")
    assert "term:wcit" in shown(page, "article")
    page.get_by_label("Words").fill("Resolution 146")
    assert "resolution:146" in shown(page, "article")


@pytest.mark.parametrize("size", SIZES)
def test_the_address_of_a_position(opened, size):
    """It leads there, and what is folded in unfolds, also where a filter had hidden it."""
    page = opened("page", address="#itrs-3", size=size)
    place = page.locator("#itrs-3")
    assert place.locator("dl").is_visible()
    assert 0 <= place.bounding_box()["y"] < 200
    page.get_by_label("Words").fill("satellite")
    assert not place.is_visible()
    page.evaluate("location.hash = '#itrs-4'")
    page.wait_for_selector("#itrs-4 dl")
    assert page.locator("#itrs-4 dl").is_visible()
    assert page.get_by_label("Words").input_value() == ""


def test_the_address_of_an_entry_of_the_record(opened):
    """It unfolds; a country's entries are those of its blocs as well, and nobody's decisions."""
    page = opened("page", address="#itrs-2012-8")
    place = page.locator("#itrs-2012-8")
    assert place.get_by_text("Source: ZDNet").is_visible()
    assert place.get_by_role("link").get_attribute("href").startswith("https://www.zdnet.com/")
    page.locator("[name=who]").select_option(label="United States")
    page.locator("[name=on]").select_option(label="Online meetings")
    seen = shown(page, "[id='page:record'] details[id]")
    assert seen == []
    page.locator("[name=on]").select_option(label="International Telecommunication Regulations")
    seen = shown(page, "[id='page:record'] details[id]")
    assert {"itrs-2012-8", "itrs-2012-3"} <= set(seen)
    assert not {"itrs-1998-1", "itrs-2002-1"} & set(seen)
    page.locator("[name=words]").fill("walks away")
    assert shown(page, "[id='page:record'] details[id]") == []
    page.locator("[name=words]").fill("high level")
    assert shown(page, "[id='page:record'] details[id]") == ["itrs-2012-8"]
    assert page.noticed == []


def test_what_unfolds_has_its_address_told(opened):
    """In the line of the browser, so that it can be copied; a term tells what it stands for."""
    page = opened("page")
    page.locator("#itrs-3 > summary").click()
    assert page.url.endswith("#itrs-3")
    page.locator("[id='topic:itrs'] summary").first.click()
    assert page.url.endswith("#itrs-3")
    told = page.locator("[id='topic:itrs'] a[href='#term:wcit']").first.get_attribute("title")
    assert told == "World Conference on International Telecommunications"
    assert page.noticed == []


@pytest.mark.parametrize("address", ["#", "#%", "#nowhere"])
def test_an_address_that_leads_nowhere(opened, pp22, address):
    """It is passed over."""
    page = opened("page", address=address)
    assert len(positions(page)) == len(pp22.positions)
    assert page.locator("form").is_visible()
    assert page.noticed == []


def test_a_link_from_a_disagreement(opened):
    """It is followed with the keyboard."""
    page = opened("page")
    page.locator("[id='question:itrs:wcit'] a[href='#itrs-3']").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#itrs-3 dl")
    assert page.url.endswith("#itrs-3")


def test_without_scripts(opened, pp22):
    """All is there but the filters."""
    page = opened("page", scripts=False)
    assert len(positions(page)) == len(pp22.positions)
    assert not page.locator("form").is_visible()
    assert page.noticed == []


@pytest.mark.parametrize("name", FILES)
def test_on_paper(opened, name):
    """No table or picture is wider than the sheet, no row is cut, and positions are unfolded."""
    page = opened(*FILES[name])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4["width"] - MARGINS, "height": A4["height"]})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rights = page.evaluate(
        "[...document.querySelectorAll('table, svg, dl, p')]"
        ".map((one) => one.getBoundingClientRect().right)"
    )
    assert max(rights) <= A4["width"] - MARGINS
    cut = page.evaluate(
        "[...document.querySelectorAll('tr')]"
        ".filter((row) => getComputedStyle(row).breakInside !== 'avoid').length"
    )
    assert cut == 0
    if name == "page":
        assert page.locator("#itrs-3 dl").is_visible()
        assert page.locator("#itrs-2012-8 summary").is_visible()
        assert page.get_by_text("Keep them narrow: United States").is_visible()
        assert not page.locator("#itrs-2012-8 p").first.is_visible()
        assert not page.locator("form").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    assert page.noticed == []


@pytest.mark.parametrize(
    "argv",
    [
        ["page"],
        ["topic", "lamps", "--full"],
        ["bloc", "pike", "--full"],
        ["terms"],
        ["compare"],
        ["brief", "lanterns"],
    ],
)
def test_a_hostile_dataset_does_nothing(opened, argv):
    """Nothing runs, nothing is asked for, and no link leads to anything but a page of the web."""
    page = opened(*argv, "--data", str(ATTACK))
    if argv == ["page"]:
        page.get_by_label("Words").fill("touch")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    schemes = page.evaluate("[...document.querySelectorAll('a')].map((link) => link.protocol)")
    assert set(schemes) <= {"file:", "http:", "https:"}
    assert page.evaluate("document.scripts.length") == (argv == ["page"])
    assert page.noticed == []


def test_a_script_of_another_is_refused(opened):
    """Whatever came into the file, the policy in it would stop it; so it would a request."""
    page = opened("topics")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"alert(1)\">');"
        "document.body.append(Object.assign(document.createElement('script'), {text: 'alert(2)'}))"
    )
    page.wait_for_timeout(100)
    refused = [noticed for noticed in page.noticed if "Content Security Policy" in noticed]
    assert len(refused) == 3  # both scripts, and the picture
    assert not {"1", "2"} & set(page.noticed)


@pytest.mark.parametrize("subject", ["itrs", "ai", "kenya", "arab-states", "102"])
def test_a_brief_is_one_page(opened, subject):
    """Of A4, as a browser prints it."""
    page = opened("brief", subject)
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(pages) == 1
