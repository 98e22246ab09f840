/** Far fewer texts than rows: what they say is sealed, only their length counts. */
export const TEXTS = 200;

/**
 * Makes a table `sealed_text` of this transaction: random texts of the length
 * that sealed text has, numbered from 1. Nothing in them can be opened. Takes
 * `texts` and `blocks` of 32 characters.
 */
export const SEALED_TEXTS = `
  create temporary table sealed_text on commit drop as
  select n, string_agg(md5(random()::text), '') as text
  from generate_series(1, cast(:texts as int)) n, generate_series(1, cast(:blocks as int)) block
  group by n`;
