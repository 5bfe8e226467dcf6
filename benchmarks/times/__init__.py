"""Time expressions measured on MEANTIME and on GUM's dates; the texts stay where they are."""
