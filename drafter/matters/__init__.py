"""What happens to an agreement: it is recorded, issued, received, signed, and it ends.

The policy of these acts is here, whoever asks: the command line, a web service, a batch job.
`Desk` is the door; the registry beneath it only keeps.
"""
