"""From the bytes of a file to what it says: nodes, records, references, and every mistake."""
