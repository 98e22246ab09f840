import type { Response } from 'express';

/** What a route answers with, where it is a file and not JSON. */
export class Download {
  /** Made of a reference, never of what people wrote: `ESC-7K3M9Q-letter.pdf`. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;

  constructor(input: { name: string; type: string; bytes: Buffer }) {
    this.name = safe(input.name);
    this.type = input.type;
    this.bytes = input.bytes;
  }
}

// Should a browser show it after all, it has no scripts, forms or origin.
const POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Sends a download: always to be saved, never to be shown in the hub's place. */
export function sendDownload(response: Response, download: Download): void {
  const { name, type, bytes } = download;
  response.statusCode = 200;
  response.setHeader('content-type', typeSent(type));
  response.setHeader('content-length', bytes.length);
  response.setHeader('content-disposition', `attachment; filename="${name}"`);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', POLICY);
  response.end(bytes);
}

// Texts are taken as UTF-8 only, and kept by their bare type: a browser that is
// told nothing guesses, and shows other letters than were written.
const typeSent = (type: string) =>
  type === 'text/plain' ? `${type}; charset=utf-8` : type;

const safe = (name: string) =>
  name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 120) || 'file';
