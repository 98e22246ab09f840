/**
 * Gives the tests a real PostgreSQL: the one `npm test` has started, or, when
 * jest is run by itself, one of its own that ends with it.
 */
module.exports = async () => {
  if (process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING) {
    return;
  }
  const { startTestPostgres } =
    await import('../../packages/launch/lib/postgres/startTestPostgres.mjs');
  const server = await startTestPostgres();
  Object.assign(process.env, server.env);
  globalThis.testPostgres = server;
};
