import { connect } from 'node:net';
import type { FileScanner, Verdict } from './FileScanner';

const TIMEOUT_MS = 20_000;
const PART = 65_536;
const LONGEST_ANSWER = 1_000;

/**
 * Asks ClamAV's `clamd` over TCP with its command INSTREAM: parts, each with
 * its length before it, until one of length 0; then one line of answer. What
 * is neither OK nor FOUND, as when clamd's own size limit is passed, is an
 * error and so never "clean".
 */
export function createClamdScanner(options: {
  host: string;
  port: number;
  timeoutMs?: number;
}): FileScanner {
  const { host, port, timeoutMs = TIMEOUT_MS } = options;
  return {
    async scan(bytes) {
      const answer = await new Promise<string>((done, fail) => {
        const socket = connect({ host, port });
        // An idle limit alone would let a slow answer hold a sweep for good.
        const timer = setTimeout(
          () => socket.destroy(new Error('The scanner did not answer')),
          timeoutMs,
        );
        let heard = '';
        socket.setEncoding('latin1');
        socket.on('connect', () => send(socket, bytes));
        socket.on('data', (text: string) => {
          heard += text;
          if (heard.length > LONGEST_ANSWER) socket.destroy();
          if (heard.includes('\0')) socket.end();
        });
        socket.on('error', fail);
        socket.on('close', () => {
          clearTimeout(timer);
          if (heard.includes('\0')) done(heard);
          else fail(new Error('The scanner hung up'));
        });
      });
      return verdictOf(answer);
    },
  };
}

function send(
  socket: { write(data: string | Buffer): boolean },
  bytes: Buffer,
): void {
  const length = (size: number) => {
    const prefix = Buffer.alloc(4);
    prefix.writeUInt32BE(size);
    return prefix;
  };
  socket.write('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += PART) {
    const part = bytes.subarray(from, from + PART);
    socket.write(length(part.length));
    socket.write(part);
  }
  socket.write(length(0));
}

function verdictOf(answer: string): Verdict {
  const line = answer.split('\0')[0]?.trim() ?? '';
  if (line === 'stream: OK') return { result: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (found) {
    return {
      result: 'refused',
      found: found.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 80),
    };
  }
  throw new Error('The scanner could not look at the file');
}
