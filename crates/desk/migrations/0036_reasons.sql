-- Events in which somebody says why, for the walk that reads stored texts again: few among many.
create index event_reason on event (id) where kind in ('customer.erasure_asked', 'customer.field_revealed',
  'desk.exported', 'guard.reason_masked', 'ticket.erasure_asked', 'ticket.transcript_exported');
