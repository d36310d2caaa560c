"""Workbooks: a thin layer over XlsxWriter, and the sheets of a scorecard, one module each."""
