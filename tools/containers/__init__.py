"""The sample reports in every container that evaluators have, and a table of what becomes of them."""
