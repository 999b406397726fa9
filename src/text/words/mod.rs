//! Words of the plan's values and of lists that are read in, and the tables that hold every variant of every error against both
//! languages.

mod bookings;
mod clashes;
mod drawing;
mod import;
mod store;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod variants;
