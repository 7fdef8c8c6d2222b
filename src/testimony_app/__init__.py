"""Testimony: guided writing of testimony to a city council."""

__version__ = "0.1.0"
