"""Documents of Word 97 to 2003, after the published [MS-CFB] and [MS-DOC]; WPS Writer writes the same.

``storage`` opens the container, ``fib`` finds everything in it, ``pieces`` gives the characters, ``formatting``
what is deleted, hidden or in a table, ``styles`` and ``lists`` headings and automatic numbers, ``story`` makes
paragraphs of it, and ``body`` puts the stories into reading order.

Positions of characters (CP) count UTF-16 code units from 0, positions in the file (FC) bytes of the stream
``WordDocument``. Every function may raise :class:`DamagedError`, and ``struct.error`` or ``IndexError`` where a
table points outside of its stream; the reader turns all of them into one message.
"""
