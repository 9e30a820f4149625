"""Docstring."""

x = 1
