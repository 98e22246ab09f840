import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Journey } from '../Journey';

const run = promisify(execFile);
const LONGEST_MS = 90_000;

/** What a program that is not the hub's read in a document. */
export interface Reading {
  program: string;
  /** White space is one blank: lines are broken where the page ends. */
  text: string;
}

/**
 * What `pdftotext` reads.
 *
 * @throws Error that says how to get it where it is missing
 */
export async function pdfText(pdf: Buffer): Promise<Reading> {
  return inFolder('document.pdf', pdf, async path => {
    const text = await run('pdftotext', ['-enc', 'UTF-8', path, '-'], {
      timeout: LONGEST_MS,
    }).catch(because({ program: 'pdftotext', debian: 'poppler-utils' }));
    return { program: 'pdftotext', text: oneLine(text.stdout) };
  });
}

/**
 * What LibreOffice reads; where it is not on the machine, what `unzip` takes out
 * and a browser's own XML parser makes of it.
 */
export async function docxText(
  docx: Buffer,
  journey: Journey,
): Promise<Reading> {
  return inFolder('document.docx', docx, async (path, folder) => {
    const office = await withOffice(path, folder);
    if (office !== undefined) {
      return { program: 'LibreOffice', text: oneLine(office) };
    }
    const parts = [];
    for (const part of ['word/document.xml', 'word/footer*.xml']) {
      const { stdout } = await run('unzip', ['-p', path, part]).catch(
        because({ program: 'unzip', debian: 'unzip' }),
      );
      parts.push(stdout);
    }
    const page = await journey.window();
    const text = await page.evaluate(
      files =>
        files.map(xml => {
          const parsed = new DOMParser().parseFromString(xml, 'text/xml');
          return [...parsed.getElementsByTagName('w:p')]
            .map(({ textContent }) => textContent)
            .join('\n');
        }),
      parts,
    );
    return { program: 'unzip and a browser', text: oneLine(text.join('\n')) };
  });
}

async function withOffice(
  path: string,
  folder: string,
): Promise<string | undefined> {
  try {
    await run(
      'soffice',
      [
        // A profile of its own: one that is open already would take the file.
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path,
      ],
      { timeout: LONGEST_MS },
    );
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  // As it is laid out on paper, with what stands at the foot of each page.
  const { text } = await pdfText(await readFile(join(folder, 'document.pdf')));
  return text;
}

async function inFolder<T>(
  name: string,
  content: Buffer,
  read: (path: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-papers-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await read(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Says what is missing and how to get it. */
function because(missing: { program: string; debian: string }) {
  return (error: unknown): never => {
    if (!isMissing(error)) throw error;
    throw new Error(
      `${missing.program} is not on this machine: install ${missing.debian} (Debian: apt-get install ${missing.debian})`,
    );
  };
}
