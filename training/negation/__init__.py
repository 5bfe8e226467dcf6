"""How the weights that tell the scope of a negation were learned."""
