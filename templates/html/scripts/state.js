// The state of the view, kept in the address' hash so that it can be sent.
