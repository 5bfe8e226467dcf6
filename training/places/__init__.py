"""How the gazetteer that ships is made from open place data."""
