import { createServer } from 'node:http';

/**
 * Serves on the loopback addresses only, so that `localhost` works whichever of
 * them a program prefers and nothing is reachable from another machine.
 *
 * @param {object} options
 * @param {number} options.port
 * @param {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void> | void} options.handle
 */
export async function listenLocally({ port, handle }) {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer((req, res) => {
      Promise.resolve(handle(req, res)).catch(error => {
        process.stderr.write(`${error?.stack ?? error}\n`);
        if (!res.headersSent) {
          res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        }
        res.end(
          'Something went wrong; the log of this service has the details.',
        );
      });
    });
    await new Promise((done, fail) => {
      server.once('error', error =>
        host === '::1' ? done(undefined) : fail(error),
      );
      server.listen({ port, host }, () => done(undefined));
    });
  }
}

/**
 * Reads the body of a request.
 *
 * @param {import('node:http').IncomingMessage} req
 * @param {{ limit?: number }} [options] bytes
 * @returns {Promise<string>}
 */
export async function readBody(req, { limit = 64 * 1024 } = {}) {
  const chunks = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > limit) {
      throw new Error('The body is too large.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
