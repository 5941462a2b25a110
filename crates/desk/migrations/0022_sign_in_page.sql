-- Where a brand's exchange signs its customers in for support.

create table sign_in_page (
  brand_id uuid primary key references brand (id),
  url text not null,
  parameter text not null,
  updated_at bigint not null
) /*sqlite*/ without rowid /*end*/
;
