"""A small cluster of Ray on this machine: tells its address and stays until its input ends."""

import sys
from tempfile import TemporaryDirectory

import ray

if __name__ == "__main__":
    with TemporaryDirectory(prefix="avowed-", ignore_cleanup_errors=True) as folder:
        quiet = {"logging_level": "ERROR", "log_to_driver": False, "include_dashboard": False}
        held = ray.init(num_cpus=2, object_store_memory=100 << 20, _temp_dir=folder, **quiet)
        sys.stdout.write(f"{held.address_info['gcs_address']}\n")
        sys.stdout.flush()
        sys.stdin.read()
        ray.shutdown()
