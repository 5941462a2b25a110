//! What people came for, from the first word to the proof a year later.

mod backup;
mod erased_customer;
mod every_field;
mod no_secret_rests;
mod ticket_life;
