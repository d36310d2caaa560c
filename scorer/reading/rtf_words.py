"""The control words that matter, sorted by what they do (RTF 1.9.1, "Contents of an RTF File")."""

from __future__ import annotations

__all__ = ["CHARACTERS", "ENDS", "SKIPPED", "STARRED", "SYMBOLS"]

# Words that stand for a character.
CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"softline": "\n", b"lbr": "\n", b"page": "\n", b"column": "\n",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005",
}  # fmt: skip
SYMBOLS = {
    b"~": "\u00a0",
    b"_": "-",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"\t": "\t",
    b"\n": "\n",
    b"\r": "\n",
}

# Ends of paragraphs, cells and rows.
ENDS = frozenset({b"par", b"sect", b"cell", b"row", b"nestcell", b"nestrow"})

# Groups that hold no text of the report: tables of the file, pictures, headers, comments, index entries, what
# is shown in place of the text of a shape, numbers of a list in general.
SKIPPED = frozenset(
    b"colortbl filetbl listtable listoverridetable revtbl rsidtbl pict nonshppict shprslt sp datafield objdata "
    b"header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor atnref atndate "
    b"ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc rxe bxe txe pn nonesttables template private "
    b"mmathPr docvar keycode".split()
)
# Groups that a reader may ignore (\*) and that hold text all the same, or the way to it.
STARRED = frozenset(
    b"footnote shpinst shptxt do dptxbxtext ud fldinst listtext pntext nesttableprops".split()
)
