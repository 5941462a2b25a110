//! What people came for, from the first word to the proof a year later.

mod backup;
mod ticket_life;
