"""The ledger of tasks: how far each is, by department, and words on how it goes on."""
