//! Payment references with check digits, the grammar of an invoice series, and numbers in free text.
