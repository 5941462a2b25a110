
-- Readiness writes here: one row for whoever asks whether writing works.
create table readiness (
    name text not null primary key,
    checked_at bigint not null,
    -- As much as a ticket takes, so that the last byte of a disk does not count as room.
    room text not null
);
