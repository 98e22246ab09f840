import { readFileSync } from 'node:fs';
import express from 'express';
import pg from 'pg';
import { createReplay } from './replay.mjs';

/**
 * What the hub is measured against: a handler with nothing around it, that runs
 * the statements the hub was seen to run, opens what is sealed, and answers
 * with the rows as JSON. No sign-in, no rules, no limits, no log.
 *
 * Its one argument is a file with `port`, `connection`, `schema`, `masterKey`
 * and `operations` (name → statements).
 */
const settings = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const pool = new pg.Pool({
  ...settings.connection,
  // As many as the hub's plugins have.
  max: 10,
  options: `-c search_path=${settings.schema}`,
});
const app = express();
app.disable('x-powered-by');
app.set('etag', false);

const [queue] = settings.operations.queue ?? [];
app.get('/queue', async (_request, response) => {
  const { rows } = await pool.query(queue);
  response.json({ rows });
});

for (const [name, statements] of Object.entries(settings.operations)) {
  if (name === 'queue') continue;
  const replay = createReplay({ ...settings, pool, statements });
  app.all([`/${name}`, `/${name}/:id`], express.json(), async (req, res) => {
    res.json(await replay(req.params.id));
  });
}

const server = app.listen(settings.port, '127.0.0.1', () =>
  process.stdout.write('ready\n'),
);
server.keepAliveTimeout = 65_000;

// Whoever started it holds the other end: gone with them.
process.stdin.resume().on('end', () => process.exit(0));
