"""The running program: settings, wiring, command line, receiving, ticking, sending, rehearsal."""
