import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { installFromDebian } from './installFromDebian.mjs';
import { PlainFailure } from './PlainFailure.mjs';

const run = promisify(execFile);

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium: the one named in `CHROMIUM_PATH`, the machine's, Playwright's,
 * else one from the system's packages when we may install them.
 *
 * @returns {Promise<string>} the path of its program, known to run
 * @throws {PlainFailure} when none can be had
 */
export async function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (await works(CHROMIUM_PATH)) {
      return CHROMIUM_PATH;
    }
    throw new PlainFailure({
      message: `CHROMIUM_PATH is ${CHROMIUM_PATH}, but that does not run.`,
      advice: 'correct it or leave it out.',
    });
  }
  return (await findInstalled()) ?? installChromium();
}

async function findInstalled() {
  for (const place of [...places, chromium.executablePath()]) {
    if (place && existsSync(place) && (await works(place))) {
      return place;
    }
  }
  return undefined;
}

/** @param {string} program */
async function works(program) {
  try {
    await run(program, ['--version'], { timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

async function installChromium() {
  await installFromDebian({
    packages: ['chromium'],
    message:
      'No Chromium on this machine: installing it with apt-get (a minute or two).',
  });
  const found = await findInstalled();
  if (found) {
    return found;
  }
  throw new PlainFailure({
    message: 'There is no Chromium, which the browser tests need.',
    advice:
      'install it (Debian: sudo apt-get install chromium), or name one in CHROMIUM_PATH.',
  });
}
