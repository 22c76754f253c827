"""In the place of the event loop, which takes a fifth of a second to load and which nothing here waits on."""
