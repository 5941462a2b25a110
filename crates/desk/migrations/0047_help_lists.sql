-- The words by which an article is found besides its own have a version in each language, so that two who set them at once are told.
alter table article_text add column words_version bigint not null default 0;

-- A section is read page by page, in the order of the slugs.
create index article_in_section on article (section_id, slug);
