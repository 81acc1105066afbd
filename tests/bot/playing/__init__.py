"""Tests of a rehearsal as a whole."""
