import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installFromDebian } from '../installFromDebian.mjs';
import { PlainFailure } from '../PlainFailure.mjs';

const run = promisify(execFile);

/** Programs that are not the hub's and open what it writes. */
const READERS = [
  { program: 'pdftotext', probe: ['-v'], debian: 'poppler-utils' },
  { program: 'unzip', probe: ['-v'], debian: 'unzip' },
];

/**
 * Sees to the programs that open the hub's PDF and DOCX in the journeys: those
 * of the machine, else from the system's packages when we may install them.
 *
 * @returns {Promise<string[]>} their names
 * @throws {PlainFailure} when one cannot be had
 */
export async function findDocumentReaders() {
  const missing = await missingReaders();
  if (missing.length > 0) {
    await installFromDebian({
      packages: missing.map(({ debian }) => debian),
      message:
        'Programs that open documents are missing: installing them with apt-get.',
    });
  }
  const [still] = await missingReaders();
  if (still) {
    throw new PlainFailure({
      message: `There is no ${still.program}, with which the tests open the hub's documents.`,
      advice: `install it (Debian: sudo apt-get install ${still.debian}).`,
    });
  }
  return READERS.map(({ program }) => program);
}

async function missingReaders() {
  const there = await Promise.all(
    READERS.map(({ program, probe }) =>
      run(program, probe, { timeout: 30_000 }).then(
        () => true,
        () => false,
      ),
    ),
  );
  return READERS.filter((_, index) => !there[index]);
}
