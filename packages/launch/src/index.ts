import type { StartHub, StartServices } from './types';

export type {
  BackendService,
  Hub,
  PostgresService,
  Ports,
  Service,
  Services,
  StartHub,
  StartHubOptions,
  StartServices,
  StartServicesOptions,
} from './types';

/**
 * Starts a whole hub of its own, for checks and benchmarks: other folder, other
 * ports, same code as `npm start`.
 */
export const startHub: StartHub = async options => {
  const launcher: { startHub: StartHub } =
    await import('../lib/hub/startHub.mjs');
  return launcher.startHub(options);
};

/**
 * Starts PostgreSQL, the local sign-in service and the local mail receiver
 * without the hub.
 */
export const startServices: StartServices = async options => {
  const launcher: { startServices: StartServices } =
    await import('../lib/hub/startServices.mjs');
  return launcher.startServices(options);
};

/**
 * Starts a PostgreSQL of its own on a free port, careless about power cuts, for
 * what needs a database and no hub.
 *
 * @returns `env`: what `createTestDatabase` reads; `stop` ends and deletes it
 */
export const startTestPostgres = async (): Promise<{
  env: Record<string, string>;
  stop(): Promise<void>;
}> => {
  const launcher = await import('../lib/postgres/startTestPostgres.mjs');
  return launcher.startTestPostgres();
};

/**
 * The Chromium of this machine, for checks that drive a real browser.
 *
 * @returns the path of its program
 * @throws when none can be had, saying what to do
 */
export const findChromium = async (): Promise<string> => {
  const launcher: { findChromium: () => Promise<string> } =
    await import('../lib/chromium.mjs');
  return launcher.findChromium();
};
