import type { Config } from '@backstage/config';
import { createClamdScanner } from './createClamdScanner';

/** What a scanner says of a file. */
export type Verdict =
  | { result: 'clean' }
  /** `found` is the scanner's name of it; letters, digits, `.`, `_` and `-`. */
  | { result: 'refused'; found: string };

/** Looks into files for what could harm who opens them. */
export interface FileScanner {
  /** @throws Error where it could not be looked at; that is never "clean" */
  scan(bytes: Buffer): Promise<Verdict>;
}

/** How files are taken. */
export interface FileSettings {
  /** Largest file in bytes. */
  maxBytes: number;
  /** How many files one person may have added to cases that are kept. */
  mostPerPerson: number;
  /** How large these may be together. */
  mostBytesPerPerson: number;
  /** Nothing where no scanner is set up. */
  scanner: FileScanner | undefined;
}

const TEN_MEGABYTES = 10_000_000;
const MOST_PER_PERSON = 3_000;
const MOST_BYTES_PER_PERSON = 6_000_000_000;
const CLAMD_PORT = 3310;

/** Reads `hub.files`: the largest file, how much of one person, and the scanner if there is one. */
export function readFileSettings(config: Config): FileSettings {
  const host = config.getOptionalString('hub.files.clamd.host');
  return {
    maxBytes: config.getOptionalNumber('hub.files.maxBytes') ?? TEN_MEGABYTES,
    mostPerPerson:
      config.getOptionalNumber('hub.files.mostPerPerson') ?? MOST_PER_PERSON,
    mostBytesPerPerson:
      config.getOptionalNumber('hub.files.mostBytesPerPerson') ??
      MOST_BYTES_PER_PERSON,
    scanner: host
      ? createClamdScanner({
          host,
          port: config.getOptionalNumber('hub.files.clamd.port') ?? CLAMD_PORT,
        })
      : undefined,
  };
}
