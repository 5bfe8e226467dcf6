"""How the layers that tell how sure a text is were made, from UDS-IH2."""
