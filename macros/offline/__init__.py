"""The guide without a connection: kept in a browser if the reader asks, or as a copy that opens from a folder."""
