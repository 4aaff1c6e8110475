//! Parties: names, IBAN, BIC; their normal forms and how they compare.
