"""Write docs/permissions.md from the table of permissions; a test compares them."""

from pathlib import Path

from handlers.roles.matrix import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "permissions.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
