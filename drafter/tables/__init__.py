"""Deals from a table: a workbook, a .csv, each cell with its place and its words."""
