//! What belongs together before anything is matched: copies of a transaction in overlapping statements.
