"""A matcher of event mentions, trained on topics other than those it is asked about; no part of the product yet."""
