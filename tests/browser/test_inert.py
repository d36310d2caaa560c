"""Words of a report stay words: they make no element, no attribute, no request, and run nothing."""

from __future__ import annotations

import pytest

from scorer.rendering import Failure
from tests.browser.cards import LONG_WORD, MALICE, WHOLE, malicious
from tests.browser.chromium import Chromium, Page
from tests.browser.conftest import PHONE, Opened, Write

SHAPE = """(() => {
  const names = new Set(), attributes = new Set();
  for (const e of document.querySelectorAll('*')) {
    names.add(e.localName);
    for (const a of e.attributes) attributes.add(a.name);
  }
  return [[...names].sort(), [...attributes].sort()];
})()"""


def shape(page: Page) -> tuple[list[str], list[str]]:
    names, attributes = page.run(SHAPE)
    return names, attributes


def use(page: Page) -> None:
    """Click through everything in which words of a report are moved by the script."""
    page.click(".filters [name=unfold]")
    page.click(".filters [name=refused]")
    page.click("mark")
    page.run("document.querySelector('#chooser a')?.click()")
    page.run("document.querySelectorAll('.head > button').forEach(e => e.click())")
    page.run("document.querySelectorAll('a.note, a.place').forEach(e => e.click())")
    page.run("document.querySelectorAll('[name=decide]').forEach(e => e.click())")
    page.settle()


@pytest.mark.parametrize(
    "words", [MALICE, LONG_WORD, "\ud800\x00\x85\u2029" * 50], ids=["malice", "long", "odd"]
)
def test_hostile_words_are_inert(opened: Opened, words: str) -> None:
    failures = [Failure(words, words)]
    with opened([WHOLE, WHOLE], failures=failures[:0]) as page:
        use(page)
        honest = shape(page)
    with opened([malicious(words), malicious(words)], PHONE, failures=failures) as page:
        use(page)
        names, attributes = shape(page)
        assert set(names) <= set(honest[0])
        assert set(attributes) <= set(honest[1])
        assert page.run("window.__pwned") is None
        assert page.run("document.scripts.length") == 2
        assert page.run(
            "[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#'))"
        )


def test_hostile_words_are_shown_as_they_are(opened: Opened) -> None:
    words = "<b>粗</b> & {{ 7*7 }}"
    with opened(malicious(words)) as page:
        assert page.text("h1") == words
        assert (
            page.run("[...document.querySelectorAll('.line mark')].map(e => e.textContent).join('')")
            == words * 3
        )


@pytest.mark.parametrize(
    "attempt",
    [
        "const s = document.createElement('script'); s.textContent = 'window.__pwned = 1'; document.body.append(s)",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.__pwned = 1\">')",
        "document.body.setAttribute('onclick', 'window.__pwned = 1'); document.body.click()",
        "window.eval('window.__pwned = 1')",
        "const i = document.createElement('img'); i.src = 'https://example.invalid/a.png'; document.body.append(i)",
        "fetch('https://example.invalid/').catch(() => 0)",
    ],
)
def test_what_got_in_all_the_same_would_be_stopped_by_the_policy(
    chromium: Chromium, write: Write, attempt: str
) -> None:
    """The second wall: a script of the page itself that tried it would be refused."""
    with chromium.page(*PHONE) as page:
        page.open(write(WHOLE))
        page.run(f"(() => {{ try {{ {attempt} }} catch (error) {{ console.error(String(error)); }} }})()")
        page.settle()
        assert page.run("window.__pwned") is None
        told = " ".join(page.complaints)
        assert "Content Security Policy" in told or "Trusted" in told
