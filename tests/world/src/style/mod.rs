//! Styles of host, payer and bank, one a file; they share no noise code.

pub mod consultancy_dach;
