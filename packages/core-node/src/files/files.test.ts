import { renderDocument } from '../documents';
import { readDocument } from '@imsa-hub/core';
import { strToU8, zipSync } from 'fflate';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { cleanFileName } from './cleanFileName';
import { createClamdScanner } from './createClamdScanner';
import { fileTypeOf } from './FileType';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const zip = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
    ),
    { level: 0 },
  );
const WORD = { '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' };

describe('what a file is', () => {
  it.each([
    ['pdf', bytes('%PDF-1.7\n')],
    ['png', bytes('\x89PNG\r\n\x1a\nrest')],
    ['jpg', bytes('\xff\xd8\xff\xe0rest')],
    ['heic', bytes('\0\0\0\x18ftypheic\0\0')],
    ['docx', zip(WORD)],
    [
      'odt',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': '<a/>',
      }),
    ],
    ['txt', Buffer.from('Łódź\r\n\tقالت 😀 <script>')],
  ])('is told by its content: %s', (ending, content) => {
    expect(fileTypeOf(content)?.ending).toBe(ending);
  });

  it('knows the files that the hub makes', async () => {
    const view = readDocument({ title: 'a', body: 'b', footer: 'c' });
    for (const format of ['pdf', 'docx'] as const) {
      expect(fileTypeOf(await renderDocument(view, format))?.ending).toBe(
        format,
      );
    }
  });

  it.each([
    ['nothing', bytes('')],
    ['a program', bytes('MZ\x90\0\x03')],
    ['a script with NUL', bytes('#!/bin/sh\0')],
    ['an archive', zip({ 'a.txt': 'a' })],
    ['a broken archive', bytes('PK\x03\x04 and no more')],
    ['Word with macros', zip({ ...WORD, 'word/vbaProject.bin': 'x' })],
    [
      'a spreadsheet',
      zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
    ],
    [
      'OpenDocument with macros',
      zip({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': '',
        'Basic/script-lc.xml': '',
      }),
    ],
    ['a film', bytes('\0\0\0\x18ftypisom\0\0')],
    ['a text of another encoding', bytes('caf\xe9')],
    ['a PDF after something else', bytes('\x01%PDF-1.7')],
  ])('is not taken: %s', (_, content) => {
    expect(fileTypeOf(content)).toBeUndefined();
  });
});

it.each([
  ['letter.PDF', 'letter.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\me\\Scan 1.png', 'Scan 1.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.pdf'],
  ['a\r\nSet-Cookie: x', 'aSet-Cookie x.pdf'],
  ['<img src=x>"\'', "img src=x'.pdf"],
  ['.htaccess', 'File.pdf'],
  ['', 'File.pdf'],
  ['Łódź – قرار 😀.docx', 'Łódź – قرار 😀.pdf'],
  [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(120)}.pdf`],
])('a name is made safe: %j', (name, clean) => {
  expect(cleanFileName({ name, ending: 'pdf' })).toBe(clean);
});

describe('the scanner', () => {
  const EICAR =
    'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
  const servers: Array<() => void> = [];
  afterAll(() => servers.forEach(stop => stop()));

  async function clamd(answer: (socket: Socket, received: Buffer) => void) {
    const server = createServer(socket => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', part => {
        received = Buffer.concat([received, part]);
        if (received.subarray(-4).equals(Buffer.alloc(4))) {
          answer(socket, received);
        }
      });
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    servers.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    return createClamdScanner({ host: '127.0.0.1', port, timeoutMs: 500 });
  }
  const saying = (text: string) => clamd(socket => void socket.end(text));

  it('is sent the whole file in parts, as clamd reads it', async () => {
    let got = Buffer.alloc(0);
    const scanner = await clamd((socket, received) => {
      expect(received.subarray(0, 10).toString()).toBe('zINSTREAM\0');
      let at = 10;
      for (let size = -1; size !== 0; at += 4 + size) {
        size = received.readUInt32BE(at);
        got = Buffer.concat([got, received.subarray(at + 4, at + 4 + size)]);
      }
      socket.end('stream: OK\0');
    });
    const file = Buffer.alloc(200_001, 'ab');
    expect(await scanner.scan(file)).toEqual({ result: 'clean' });
    expect(got.equals(file)).toBe(true);
  });

  it('names what it finds', async () => {
    const scanner = await clamd((socket, received) =>
      socket.end(
        received.includes(EICAR)
          ? 'stream: Eicar-Test-Signature FOUND\0'
          : 'stream: OK\0',
      ),
    );
    expect(await scanner.scan(Buffer.from(EICAR))).toEqual({
      result: 'refused',
      found: 'Eicar-Test-Signature',
    });
  });

  it.each([
    ['passes its own limit', 'INSTREAM size limit exceeded. ERROR\0'],
    ['says nothing that is known', 'stream: OK, probably\0'],
    ['hangs up within an answer', 'stream: OK'],
    ['hangs up at once', ''],
  ])('that %s has not said "clean"', async (_, answer) => {
    const scanner = await saying(answer);
    await expect(scanner.scan(Buffer.from('a'))).rejects.toThrow();
  });

  it('that does not answer, or is not there, has not said "clean"', async () => {
    const silent = await clamd(() => undefined);
    await expect(silent.scan(Buffer.from('a'))).rejects.toThrow();
    const nobody = createClamdScanner({ host: '127.0.0.1', port: 1 });
    await expect(nobody.scan(Buffer.from('a'))).rejects.toThrow();
  });
});
