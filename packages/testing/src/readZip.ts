import { unzipSync } from 'fflate';

/** The text of each file within a packed one, such as a Word file. */
export function readZip(bytes: Buffer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      Buffer.from(content).toString('utf8'),
    ]),
  );
}
