"""How one party that is given bears on another by the words of a sentence: for or against it, by words or by deeds."""
