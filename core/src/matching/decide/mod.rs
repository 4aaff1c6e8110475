//! From explanations to the result: competition, calibration, doubt, the decision and why.

pub(crate) mod assign;
pub(crate) mod calibration;
pub(crate) mod decision;
pub(crate) mod doubt;
pub(crate) mod explained;
pub(crate) mod rivals;
pub(crate) mod settle;
