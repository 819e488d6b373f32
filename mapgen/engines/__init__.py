"""A source of events, and a statement -> its rows: drivers of databases, each imported only when it is used.

What an engine says is never passed on, because its messages quote rows of data and addresses with passwords.
"""
