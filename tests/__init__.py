"""Tests of the whole program; the folders mirror the packages."""
