-- Articles for customers who are signed in may be for some of them: from a tier on, and in some countries.

alter table article add column min_tier bigint not null default 0;
-- Two letters each, with spaces between them; none for all.
alter table article add column countries text not null default '';
