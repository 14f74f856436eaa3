"""Cases: a lawyer's own tests of the library, run through the same calls as a draft."""
