"""The ledger: all that was logged as a workbook with a sheet for each kind of record."""
