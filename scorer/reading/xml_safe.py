"""XML of a stranger: no entities, no document types, no network, bounded in depth and in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scorer.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["MAX_DEPTH", "MAX_MARKUP", "local_name", "parse_xml"]

MAX_DEPTH = 200
"""Levels of elements; a table in a text box in a table of a document has about sixty."""

MAX_MARKUP = 1_200_000
"""Tags and attributes of one part: each costs some 120 bytes of memory once parsed, however short it is."""

_SAVE_AGAIN = "open it in the program that made it and save it again, or give its text"


def parse_xml(content: bytes, name: str, part: str) -> etree._Element:
    """The root element of a part, without comments and processing instructions.

    Raises :class:`InputError`, which names the file and the part, for XML that is broken, holds a DOCTYPE (no
    document format here allows one: ECMA-376 Part 2, 6.5.1), or is beyond the limits.
    """
    from lxml import etree

    if b"<!DOCTYPE" in content.replace(b"\x00", b""):  # the same bytes in UTF-8 and UTF-16
        raise _doctype(name, part)
    if content.count(b"<") + content.count(b"=") > MAX_MARKUP:
        raise InputError(name, f"its part {part} holds too much markup", "give its text instead")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error):
            raise _too_deep(name, part) from None
        cause = f"is damaged: its part {part} is not well-formed XML"
        raise InputError(name, cause, _SAVE_AGAIN) from None
    about: Any = root.getroottree().docinfo
    if about.doctype:  # in an encoding that the bytes above did not show
        raise _doctype(name, part)
    if root.xpath(f"boolean({'/'.join(['*'] * MAX_DEPTH)})"):
        raise _too_deep(name, part)
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _doctype(name: str, part: str) -> InputError:
    cause = f"its part {part} declares a document type (DOCTYPE), which no document needs"
    return InputError(name, cause, _SAVE_AGAIN)


def _too_deep(name: str, part: str) -> InputError:
    return InputError(name, f"its part {part} is nested too deeply", _SAVE_AGAIN)
