import { watch } from 'node:fs';
import { join } from 'node:path';
import { describeFailure } from '../PlainFailure.mjs';
import { projectRoot } from '../paths.mjs';

const QUIET_MS = 300;

/**
 * Starts the backend anew when a source changes. A backend that does not come up
 * is reported and tried again after the next change.
 *
 * @param {object} options
 * @param {import('../hub/BackendService.mjs').BackendService} options.backend
 * @param {import('../console/narrator.mjs').Narrator} options.narrator
 * @returns {() => void} stops watching
 */
export function watchBackend({ backend, narrator }) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let working = Promise.resolve();
  const restart = async () => {
    try {
      await backend.stop();
      await narrator.step('The hub, started anew', () => backend.start());
    } catch (error) {
      narrator.say(describeFailure(error));
    }
  };
  const changed = (/** @type {string | null} */ name) => {
    if (!name || !isSource(name)) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => (working = working.then(restart)), QUIET_MS);
  };
  const watchers = ['packages', 'plugins', 'catalog', 'app-config.yaml'].map(
    place =>
      watch(join(projectRoot, place), { recursive: true }, (_event, name) =>
        changed(name),
      ),
  );
  return () => {
    clearTimeout(timer);
    watchers.forEach(watcher => watcher.close());
  };
}

/** @param {string} name */
const isSource = name =>
  /\.(ts|sql|yaml|hbs)$/.test(name) &&
  !/(^|\/)(node_modules|dist)\/|\.test\.ts$|\.d\.ts$/.test(name);
