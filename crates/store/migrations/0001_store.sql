-- Positions 1, 2, 3, … of committed events, without gap.
create table feed (
    pos /*sqlite*/ integer /*end*/ /*postgres*/ bigint /*end*/ not null primary key,
    event_id uuid not null unique
);

-- Committed events that the sequencer has not numbered yet. Always empty on SQLite, whose writer numbers them itself.
create table feed_inbox (
    event_id uuid not null primary key,
    stream text not null,
    seq bigint not null
);
create index feed_inbox_stream on feed_inbox (stream, seq);

-- One row: who may number. A higher fence ends every earlier holder.
create table sequencer_lease (
    name text not null primary key,
    holder uuid,
    fence bigint not null,
    expires_at bigint not null
);
insert into sequencer_lease (name, holder, fence, expires_at) values ('feed', null, 0, 0);

create table job (
    id uuid not null primary key,
    kind text not null,
    lane text not null,
    dedupe_key text,
    payload text not null,
    run_at bigint not null,
    attempts bigint not null,
    max_attempts bigint not null,
    worker text,
    lease_until bigint,
    fence bigint not null,
    state text not null constraint job_state check (state in ('ready', 'leased', 'done', 'dead')),
    last_error text,
    created_at bigint not null,
    finished_at bigint
);
create unique index job_unfinished on job (kind, dedupe_key) where finished_at is null;
create index job_due on job (lane, run_at, id) where state = 'ready';
create index job_leased on job (lane, lease_until) where state = 'leased';
create index job_finished on job (finished_at) where finished_at is not null;
