"""All that was logged as a workbook, for an admin, or a person's own counties."""
