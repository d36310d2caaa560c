"""The catalogues have every message, whole, and the compiled ones say the same as those that people edit."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tools import catalogues
from tools.catalogues import CATALOGUES, SCORER

HAN = re.compile(r"[\u3400-\u9fff]")
FUNCTIONS = {"tr", "mark", "said", "trn", "markn", "trp", "saidp"}
# Modules whose Chinese is for readers.
SPOKEN: tuple[str, ...] = (
    *("cli/*.py", "pipeline.py", "review/apply.py", "rules/**/*.py", "scoring/*.py"),
    *("reading/html_lacks.py", "reading/manuscript.py", "reading/mhtml.py", "reading/office.py"),
    *("reading/office_flow.py", "reading/places.py", "reading/rtf_parser.py", "structure/parse.py"),
    *("batch/*.py", "compare/*.py", "rendering/**/*.py"),
)
# Templates and scripts are for readers, all of them.
TEMPLATES: tuple[str, ...] = ("rendering/*.j2", "rendering/*/*.j2")
SCRIPTS = "*.js"
# Modules whose tables hold words of reports to search for, not words to readers; what their functions say is.
WORDS_OF_REPORTS: set[str] = {
    "compare/body.py",  # set phrases that every report repeats
    "compare/growth_claims.py",  # how reports tell that a number grew
    "compare/identity.py",  # endings of places' and organs' names
    "compare/pieces.py",  # words that do not tell what a stretch is about
    "reading/html_lacks.py",  # what a page shows while it loads
    "reading/office_flow.py",  # titles and organs
    "rendering/fonts.py",  # names of fonts
    "rules/acceptance.py",  # signs of levels
    "rules/context.py",  # documents and dates
    "rules/facts.py",  # organs
    "rules/lists.py",  # how problems are listed
    "rules/metrics.py",  # rates of decrease
    "rules/model.py",  # how a note ends, by which it is known while it is Chinese
    "rules/together.py",  # who is called to what
    "rules/wording.py",  # units
    "rules/worked_out.py",  # what stands between ordinals
    "structure/parse.py",  # traditional characters
}


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("domain", CATALOGUES)
def test_every_message_is_in_the_catalogue_and_translated(domain: str) -> None:
    today = {catalogues.key(one) for one in catalogues.OWN[domain]() if one.id}
    catalog = catalogues.load(domain)
    missing = today - {catalogues.key(one) for one in catalog if one.id}
    assert not missing, (
        f"run `python -m tools.catalogues update`, translate and compile: {sorted(map(str, missing))}"
    )
    assert catalogues.untranslated(catalog) == []


@pytest.mark.parametrize("domain", CATALOGUES)
def test_the_compiled_catalogue_is_that_of_the_text(domain: str) -> None:
    assert catalogues.path_of(domain, ".mo").read_bytes() == catalogues.mo_bytes(domain)


@pytest.mark.parametrize("domain", CATALOGUES)
def test_a_compiled_catalogue_holds_no_day_and_no_version(domain: str) -> None:
    data = catalogues.mo_bytes(domain)
    assert b"Plural-Forms" in data
    assert b"-Date" not in data
    assert b"Babel" not in data


@pytest.mark.parametrize("domain", CATALOGUES)
def test_no_guessed_and_no_left_over_translations(domain: str) -> None:
    text = catalogues.path_of(domain).read_text(encoding="utf-8")
    assert "fuzzy" not in text
    assert "#~" not in text


def test_translations_name_the_same_values() -> None:
    for message in catalogues.load("scorer"):
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[0]
            for form in forms(message):
                # "one place" may leave the number out, but no translation names what is not there.
                assert fields(form) <= fields(source), source
            assert fields(source) == set().union(*map(fields, forms(message))), source


def test_english_is_not_chinese() -> None:
    for message in catalogues.load("scorer"):
        if message.id:
            assert not any(map(HAN.search, forms(message))), message.id


def bare(path: Path) -> Iterator[str]:
    """The Chinese strings of a module that no function of the catalogue takes, docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed: set[int] = set()
    if path.relative_to(SCORER).as_posix() in WORDS_OF_REPORTS:
        tables = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AnnAssign))]
        allowed |= {id(node) for table in tables for node in ast.walk(table)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            heads = node.args[:2] if node.func.id in ("trp", "saidp") else node.args[:1]
            allowed |= {id(head) for head in heads}
        elif isinstance(node, ast.Expr):
            allowed.add(id(node.value))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in allowed:
            continue
        if isinstance(node.value, str) and HAN.search(node.value):
            yield f"{path.relative_to(SCORER)}:{node.lineno}: {node.value}"


def spoken_modules() -> list[Path]:
    return [path for folder in SPOKEN for path in sorted(SCORER.glob(folder))]


def test_no_chinese_is_shown_past_the_catalogue() -> None:
    assert [found for path in spoken_modules() for found in bare(path)] == []


def test_no_chinese_stands_in_a_template_past_the_catalogue() -> None:
    """What is left of a template without its expressions and comments holds no Chinese."""
    for path in [path for pattern in TEMPLATES for path in sorted(SCORER.glob(pattern))]:
        text = path.read_text(encoding="utf-8")
        rest = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", text, flags=re.DOTALL)
        assert not HAN.search(rest), path


def test_every_chinese_string_of_a_template_is_taken_by_the_catalogue() -> None:
    taken = {part for one in catalogues.messages_of_outputs() if one.id for part in _parts(one)}
    for path in [path for pattern in TEMPLATES for path in sorted(SCORER.glob(pattern))]:
        strings = re.findall(r"[\"]([^\"]*)[\"]", re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8")))
        assert [words for words in strings if HAN.search(words) and words not in taken] == [], path


def _parts(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_no_chinese_is_shown_by_a_script_past_the_catalogue() -> None:
    for path in sorted(SCORER.rglob(SCRIPTS)):
        assert not HAN.search(re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"))), path
