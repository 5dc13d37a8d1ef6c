"""The staff start page: what needs attention now; and the mails that tell of it."""
