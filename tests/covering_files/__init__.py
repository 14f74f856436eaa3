"""The agreements of the covering set as Word files, judged: `make covering-files`."""
