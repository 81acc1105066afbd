"""Categories of issues: listed, and changed on one issue."""
