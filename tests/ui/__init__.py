"""Tests that drive a real browser or look into rendered documents."""
