-- Dead jobs stay until somebody revives them, beside all that ended well in the last days: health counts them each time it is looked at,
-- and Settings lists them, the last to die first. The state stands in the index too, so that counting reads nothing else.
create index job_dead on job (state, finished_at, id) where state = 'dead';
