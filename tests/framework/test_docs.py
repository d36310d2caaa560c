"""The format's documentation names what the program knows."""

from __future__ import annotations

from pathlib import Path

import yaml
from jsonschema import Draft7Validator

from scorer.framework import framework_schema
from scorer.quantities.units import UNITS

TEXT = (Path(__file__).parents[2] / "docs" / "framework.md").read_text(encoding="utf-8")


def test_every_unit_is_listed() -> None:
    listed = TEXT.partition("```text\n")[2].partition("```")[0].split()
    assert sorted(listed) == sorted(UNITS)


def test_every_key_is_named() -> None:
    definitions = framework_schema()["$defs"]
    for name in ("framework", "extension", "dimension", "dimensionPatch", "item", "metric"):
        for key in definitions[name]["properties"]:
            assert f"`{key}`" in TEXT or f"\n{key}:" in TEXT or f" {key}:" in TEXT, key


def test_every_source_and_role_is_named() -> None:
    definitions = framework_schema()["$defs"]
    for word in [*definitions["source"]["enum"], *definitions["roles"]["items"]["enum"]]:
        assert f"`{word}`" in TEXT


def test_the_extension_in_the_text_has_the_right_shape() -> None:
    block = next(part for part in TEXT.split("```yaml\n") if part.startswith("scorer: 1")).partition("```")[0]
    data = yaml.safe_load(block)
    del data["dimensions"]["1"]["add_items"]  # an ellipsis in the text
    assert Draft7Validator(framework_schema("extension")).is_valid(data)
