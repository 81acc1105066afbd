"""Somebody who takes part in two campaigns: which one is meant is asked once, and can be changed."""
