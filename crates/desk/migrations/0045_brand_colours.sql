-- The colours of a brand's pages, by which the accent of the house is turned: its hue in degrees (0 to 359) and its chroma in thousandths of
-- OKLCH (0 to 400). Both or neither: without them the pages are as the program draws them.
alter table brand add column hue bigint;
alter table brand add column chroma bigint;
