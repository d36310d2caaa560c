"""PDF documents. Only :mod:`~scorer.reading.pdf.reader` is light; the rest is loaded in a child process.

``worker`` asks pdfium for glyphs (``glyphs``), rules and pictures (``shapes``); ``pages`` turns them upright
(``turning``), puts tables into rows (``grid``, ``tables``) and the rest into lines (``lines``). ``edges`` takes off page numbers
and running heads, ``columns`` finds the order of reading, ``margins`` and ``paragraphs`` join lines.
"""

from scorer.reading.pdf.reader import PdfReader

__all__ = ["PdfReader"]
