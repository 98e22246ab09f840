import { ConflictError, NotAllowedError } from '@backstage/errors';
import { createTestDatabase } from '@imsa-hub/testing';
import express from 'express';
import knexFactory from 'knex';
import { execFileSync } from 'node:child_process';
import request from 'supertest';
import { foundationSchema, listeningLogger } from '../__testUtils__/foundation';
import { HubInputError, StaleError } from './errors';
import { problemHandler, requestNumbers } from './problem';

describe('problem bodies', () => {
  const failing = (error: unknown) => {
    const { logger, lines } = listeningLogger();
    const app = express();
    app.use(requestNumbers());
    app.get('/fail', (_request, _response, next) => next(error));
    app.use(problemHandler({ logger }));
    return { lines, get: (path: string) => request(app).get(path) };
  };

  it.each([
    [
      new ConflictError('It was claimed by someone else'),
      409,
      'It was claimed by someone else',
    ],
    [new NotAllowedError('Not yours'), 403, 'Not yours'],
    [new Error('secret-canary'), 500, 'Nothing was changed.'],
    ['a thrown text secret-canary', 500, 'Nothing was changed.'],
    [
      Object.assign(new Error('secret-canary'), { code: '22P05' }),
      500,
      'Nothing was changed.',
    ],
    [
      Object.assign(new Error('secret-canary'), { code: '57P01' }),
      503,
      'cannot reach its records',
    ],
    [
      Object.assign(new Error('secret-canary'), { code: '53300' }),
      503,
      'cannot reach its records',
    ],
    [
      Object.assign(new Error('secret-canary'), { code: 'ETIMEDOUT' }),
      503,
      'cannot reach its records',
    ],
    [
      Object.assign(new Error('secret-canary'), { code: 'ENOTFOUND' }),
      503,
      'cannot reach its records',
    ],
    [
      new Error('Connection terminated unexpectedly'),
      503,
      'cannot reach its records',
    ],
  ])('of %s', async (error, status, detail) => {
    const { get, lines } = failing(error);
    const response = await get('/fail');
    expect(response.status).toBe(status);
    expect(response.body.detail).toContain(detail);
    expect(response.text + JSON.stringify(lines)).not.toContain('canary');
    expect(lines).toHaveLength(status >= 500 ? 1 : 0);
  });

  it('carries the record as it is now with a stale write', async () => {
    const stale = new StaleError({
      message: 'Changed',
      current: { version: 3 },
      reading: null,
    });
    const response = await failing(stale).get('/fail');
    expect(response.status).toBe(409);
    expect(response.body.current).toEqual({ version: 3 });
  });

  it('carries the fields to mend', async () => {
    const fields = [{ field: 'body.question', message: 'Enter your question' }];
    const response = await failing(new HubInputError({ fields })).get('/fail');
    expect(response.body.fieldErrors).toEqual(fields);
  });

  it('answers 503 when the database is not there', async () => {
    // In a process of its own: errors of Node's sockets are of another realm
    // than the tests are, and Knex does not know them there.
    const script = `
      const knex = require('knex')({ client: 'pg', pool: { min: 0 },
        log: { warn() {} }, connection: { host: 'localhost', port: 1 } });
      knex.raw('select 1').catch(({ name, message, code }) =>
        console.log(JSON.stringify({ name, message, code })));`;
    const told = execFileSync(process.execPath, ['-e', script], {
      cwd: __dirname,
    });
    const { message, ...rest } = JSON.parse(told.toString());
    const error = Object.assign(new Error(message), rest);
    expect((await failing(error).get('/fail')).status).toBe(503);
  });

  it('answers 503 when the database ends a connection or is full', async () => {
    const database = await createTestDatabase({ schemas: [foundationSchema] });
    const knex = database.app('foundation');
    const ended = await knex
      .raw('select pg_terminate_backend(pg_backend_pid())')
      .catch(failure => failure);
    expect((await failing(ended).get('/fail')).status).toBe(503);
    const pool = knexFactory({
      client: 'pg',
      connection: database.connection,
      pool: { min: 0, max: 1, acquireTimeoutMillis: 200 },
    });
    const trx = await pool.transaction();
    const full = await pool.raw('select 1').catch(failure => failure);
    expect((await failing(full).get('/fail')).status).toBe(503);
    await trx.rollback();
    await pool.destroy();
    await database.destroy();
  });
});
