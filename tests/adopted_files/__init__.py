"""Firms' own Word files taken as house styles, judged: `make adopted-files`."""
