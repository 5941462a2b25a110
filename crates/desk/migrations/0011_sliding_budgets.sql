-- A budget that slides: when each of its uses was, as a JSON array of moments. Null for what is counted in fixed windows.
alter table quota add column recent text;
