"""In the place of Pyodide's event loop: there is none to begin."""


def _initialize_event_loop() -> None:
    pass
