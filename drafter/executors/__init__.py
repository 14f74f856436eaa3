"""Who does many jobs: this process, several on this machine, or a Dask cluster."""
