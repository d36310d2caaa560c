"""What is drawn on a page besides text: straight rules, which make tables, and pictures, which may hold text."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from scorer.reading.pdf.model import Box

__all__ = ["Shapes", "find_shapes"]

_THIN = 3.0  # points: a thicker bar is no rule
_SHORT = 6.0  # points: a shorter stroke is a tick or part of a letter
_MOST_OBJECTS = 20_000  # on one page; a plan or a map has more, and no table
_MOST_SEGMENTS = 400  # of one path: more is a drawing
_DEEPEST = 4  # forms within forms

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shapes(NamedTuple):
    """Rules and pictures in page coordinates, and how many drawn paths there are."""

    rules: list[Box]
    pictures: list[Box]
    paths: int


def find_shapes(page: Any) -> Shapes:
    """The rules and pictures of a page, those inside forms included."""
    shapes = Shapes([], [], 0)
    paths = 0
    for kind, thing, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(thing, matrix)
            if box is not None:
                shapes.pictures.append(box)
        else:
            paths += 1
            shapes.rules.extend(_rules(thing, matrix))
    return shapes._replace(paths=paths)


def _objects(page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """Paths and pictures, with the matrix of the forms that hold them."""
    left = _MOST_OBJECTS
    waiting: list[tuple[Any, bool, Matrix, int]] = [(page, False, _SAME, 0)]
    while waiting:
        holder, is_form, matrix, depth = waiting.pop()
        count = pdfium.FPDFFormObj_CountObjects(holder) if is_form else pdfium.FPDFPage_CountObjects(holder)
        for at in range(count):
            left -= 1
            if left < 0:
                return
            thing = (
                pdfium.FPDFFormObj_GetObject(holder, at) if is_form else pdfium.FPDFPage_GetObject(holder, at)
            )
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                yield kind, thing, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                waiting.append((thing, True, _times(_matrix(thing), matrix), depth + 1))


def _rules(path: Any, matrix: Matrix) -> Iterator[Box]:
    """Thin filled shapes, and the straight sides of stroked ones."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    own = _times(_matrix(path), matrix)
    for points in _subpaths(path, own):
        box = _around(points)
        if min(box.x1 - box.x0, box.y1 - box.y0) <= _THIN:
            if max(box.x1 - box.x0, box.y1 - box.y0) >= _SHORT:
                yield box
        elif stroke.value:
            for start, end in itertools.pairwise(points):
                side = _around([start, end])
                flat = min(side.x1 - side.x0, side.y1 - side.y0) < 0.5
                if flat and max(side.x1 - side.x0, side.y1 - side.y0) >= _SHORT:
                    yield side


def _subpaths(path: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each closed or open stretch of a path, a curve counted by its end."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(_apply(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _bounds(thing: Any, matrix: Matrix) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(thing, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    corners = ((left, bottom), (right, bottom), (left, top), (right, top))
    return _around([_apply(matrix, *corner) for corner in corners])


def _around(points: list[tuple[float, float]]) -> Box:
    across = [x for x, _ in points]
    up = [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))


def _matrix(thing: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies ``first`` and ``then`` (ISO 32000-1, 8.3.4: row vectors)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
