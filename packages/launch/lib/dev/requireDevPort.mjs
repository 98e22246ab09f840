import { isPortFree } from '../ports.mjs';
import { PlainFailure } from '../PlainFailure.mjs';

/** The port of the pages while editing, unless `HUB_DEV_PORT` says otherwise. */
const DEFAULT_PORT = 7017;

/** @returns {Promise<number>} */
export async function requireDevPort() {
  const port = Number(process.env.HUB_DEV_PORT ?? DEFAULT_PORT);
  if (await isPortFree(port)) {
    return port;
  }
  throw new PlainFailure({
    message: `Port ${port}, which the pages need while you edit, is taken.`,
    advice: `choose another: HUB_DEV_PORT=${port + 100} npm run dev`,
  });
}
