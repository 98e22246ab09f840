import busboy from 'busboy';
import type { Request } from 'express';
import { HubInputError } from '../http/errors';

/** A file as it was sent. */
export interface Upload {
  /** As it was given; see `cleanFileName`. */
  name: string;
  bytes: Buffer;
}

const FIELD = 'file';
// Boundaries and headers around the one file.
const WRAPPING = 16_384;

const inWords = (bytes: number) => `${Math.floor(bytes / 1_000_000)} MB`;
const refused = (message: string) =>
  new HubInputError({ fields: [{ field: `body.${FIELD}`, message }] });

/**
 * Reads one file from a `multipart/form-data` request, in the field `file`. It
 * is held in memory, never in a file, and no more of it than `maxBytes`.
 *
 * @throws HubInputError where it is too large, empty, or not one file
 */
export async function readUpload(input: {
  request: Request;
  maxBytes: number;
}): Promise<Upload> {
  const { request, maxBytes } = input;
  const tooLarge = () =>
    refused(
      `This file is larger than ${inWords(maxBytes)}. Send a smaller one, or only the pages that matter`,
    );
  if (!request.is('multipart/form-data')) {
    const error = new Error(
      'Send one file as a form (content-type: multipart/form-data)',
    );
    throw Object.assign(error, { name: 'UnsupportedMediaType', status: 415 });
  }
  try {
    if (Number(request.get('content-length')) > maxBytes + WRAPPING) {
      throw tooLarge();
    }
    return await parse({ request, maxBytes, tooLarge });
  } catch (error) {
    letGo(request, maxBytes);
    throw error;
  }
}

function parse(input: {
  request: Request;
  maxBytes: number;
  tooLarge(): Error;
}): Promise<Upload> {
  const { request, maxBytes, tooLarge } = input;
  return new Promise((done, fail) => {
    const notOne = () => fail(refused('Choose one file'));
    const notWhole = () => fail(refused('The file did not arrive whole'));
    const form = formOf(request, maxBytes);
    let upload: Upload | undefined;
    form.on('file', (field, stream, { filename }) => {
      if (field !== FIELD || upload) {
        stream.on('error', notOne);
        stream.resume();
        notOne();
        return;
      }
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('limit', () => fail(tooLarge()));
      // A form that is cut off tells its file first, and an error that nobody
      // hears would end the whole process.
      stream.on('error', notWhole);
      stream.on('end', () => {
        upload = { name: filename ?? '', bytes: Buffer.concat(parts) };
      });
    });
    form.on('field', notOne);
    form.on('filesLimit', notOne);
    form.on('fieldsLimit', notOne);
    form.on('partsLimit', notOne);
    form.on('error', notWhole);
    form.on('close', () => {
      if (!upload) notOne();
      else if (upload.bytes.length === 0) fail(refused('This file is empty'));
      else done(upload);
    });
    request.on('aborted', () => {
      form.destroy();
      notWhole();
    });
    request.pipe(form);
  });
}

function formOf(request: Request, maxBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      // A file of exactly the limit is not over it.
      limits: {
        files: 1,
        fields: 0,
        parts: 2,
        fileSize: maxBytes + 1,
        headerPairs: 20,
      },
    });
  } catch {
    throw refused('Choose one file');
  }
}

// What is still on its way is read off, so that the answer is seen before the
// line is cut; who sends far more than is taken is cut off.
function letGo(request: Request, maxBytes: number): void {
  let more = 0;
  request.unpipe();
  request.on('data', (part: Buffer) => {
    more += part.length;
    if (more > maxBytes) request.destroy();
  });
  request.resume();
}
