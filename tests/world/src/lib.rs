//! Made-up worlds of customers, open items and payments, with the truth beside them.
