"""Who does what to whom around a word of the parse, said in slots (agent, patient, of, against ...) that rules can name."""
