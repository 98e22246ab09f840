import { newId } from '@imsa-hub/core';
import type { TestPerson } from '@imsa-hub/testing';
import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { aDesk, type Desk } from '../testing/aDesk';
import { lookIntoFiles } from './lookIntoFiles';

const EICAR =
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const PDF = Buffer.from('%PDF-1.7\nCANARY-content');
const LIMIT = 50_000;

/** A scanner that speaks clamd's protocol on a real socket. */
async function aClamd() {
  let server: Server | undefined;
  const start = (port: number) =>
    new Promise<void>(done => {
      server = createServer(socket => {
        let received = Buffer.alloc(0);
        socket.on('error', () => undefined);
        socket.on('data', part => {
          received = Buffer.concat([received, part]);
          if (!received.subarray(-4).equals(Buffer.alloc(4))) return;
          socket.end(
            received.includes(EICAR)
              ? 'stream: Eicar-Test-Signature FOUND\0'
              : 'stream: OK\0',
          );
        });
      }).listen(port, '127.0.0.1', done);
    });
  await start(0);
  const { port } = server?.address() as AddressInfo;
  return {
    port,
    start: () => start(port),
    stop: () => new Promise<void>(done => server?.close(() => done())),
  };
}

let clamd: Awaited<ReturnType<typeof aClamd>>;
let scanned: Desk;
let plain: Desk;
beforeAll(async () => {
  clamd = await aClamd();
  const files = { maxBytes: LIMIT };
  plain = await aDesk({ files });
  scanned = await aDesk({
    files: { ...files, clamd: { host: '127.0.0.1', port: clamd.port } },
  });
});
afterAll(async () => {
  await plain?.destroy();
  await scanned?.destroy();
  await clamd?.stop();
});

async function aCase(desk: Desk): Promise<string> {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  return id;
}
function send(
  desk: Desk,
  id: string,
  options: {
    name?: TestPerson;
    bytes?: Buffer;
    called?: string;
    requestKey?: string;
    field?: string;
  } = {},
) {
  const { name = 'imsa', bytes = PDF, called = 'CANARY-name.pdf' } = options;
  const { requestKey = newId(), field = 'file' } = options;
  return desk
    .send(name, 'post', `/cases/${id}/files?requestKey=${requestKey}`)
    .attach(field, bytes, called);
}
const get = (
  desk: Desk,
  id: string,
  fileId: string,
  name: TestPerson = 'senior',
) =>
  desk
    .send(name, 'get', `/cases/${id}/files/${fileId}/download`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
const stateOf = async (desk: Desk, id: string) =>
  (await desk.knex.from('file').where({ id }).first()).state;

describe('without a scanner', () => {
  it('a photograph is kept without where it was taken', async () => {
    const id = await aCase(plain);
    const bytes = Buffer.from(
      '\xff\xd8\xff\xe1<a exif:GPSLatitude="52,57N" tiff:Make="Example"/>',
      'latin1',
    );
    const { body } = await send(plain, id, { bytes, called: 'letter.jpg' });
    const { body: kept } = await get(plain, id, body.id);
    expect(kept.toString('latin1')).toContain(
      'exif:GPSLatitude="      " tiff:Make="Example"',
    );
    expect(body.hash).toBe(createHash('sha256').update(kept).digest('hex'));
  });

  it('a file is sealed, marked as not checked, and comes back as it was', async () => {
    const id = await aCase(plain);
    const { status, body } = await send(plain, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'CANARY-name.pdf',
      type: 'application/pdf',
      size: PDF.length,
      hash: createHash('sha256').update(PDF).digest('hex'),
      state: 'not-scanned',
    });
    const answer = await get(plain, id, body.id);
    expect(answer.body.equals(PDF)).toBe(true);
    const { reference } = await plain.row(id);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(
        `^attachment; filename="${reference}-file-[0-9-]{10}-[0-9a-z]{6}\\.pdf"$`,
      ),
    );
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(await plain.ledger(`escalation:${id}`)).toEqual(
      expect.arrayContaining([
        'escalations.file-added',
        'escalations.file-downloaded',
      ]),
    );
    const { rows } = await plain.knex.raw(
      `select (select string_agg(f::text, '') from file f)
        || (select string_agg(e::text, '') from entry e) as everything`,
    );
    expect(rows[0].everything).not.toContain('CANARY');
  });

  it('a file is what its content is, whatever it is called', async () => {
    const id = await aCase(plain);
    const { body } = await send(plain, id, { called: '../../photo\u202E.exe' });
    expect(body).toMatchObject({ name: 'photo.pdf', type: 'application/pdf' });
  });

  it.each([
    [
      'a program',
      { bytes: Buffer.from('MZ\x90\0\x03'), called: 'letter.pdf' },
      'kind of file',
    ],
    [
      'one that is too large',
      { bytes: Buffer.alloc(LIMIT + 1, 'a') },
      'larger than',
    ],
    [
      'one that is far too large',
      { bytes: Buffer.alloc(LIMIT * 4, 'a') },
      'larger than',
    ],
    ['an empty one', { bytes: Buffer.alloc(0) }, 'empty'],
    ['one in another field', { field: 'other' }, 'Choose one file'],
  ])('refuses %s, and keeps nothing', async (_, options, words) => {
    const id = await aCase(plain);
    const refused = await send(plain, id, options);
    expect(refused.status).toBe(400);
    expect(refused.body.fieldErrors).toEqual([
      { field: 'body.file', message: expect.stringContaining(words) },
    ]);
    expect(await plain.knex.from('file').where({ escalation_id: id })).toEqual(
      [],
    );
  });

  it('takes one of exactly the limit, and refuses two at once', async () => {
    const id = await aCase(plain);
    const largest = Buffer.alloc(LIMIT, 'a');
    expect((await send(plain, id, { bytes: largest })).status).toBe(200);
    const two = await send(plain, id).attach('file', PDF, 'b.pdf');
    expect(two.status).toBe(400);
    const withField = await send(plain, id).field('title', 'x');
    expect(withField.status).toBe(400);
  });

  it('refuses what is no form, and a form without its key', async () => {
    const id = await aCase(plain);
    const path = `/cases/${id}/files`;
    const key = `?requestKey=${newId()}`;
    expect((await plain.send('imsa', 'post', path + key)).status).toBe(415);
    expect((await plain.send('imsa', 'post', path + key, {})).status).toBe(415);
    expect(
      (await plain.send('imsa', 'post', path).attach('file', PDF, 'a')).status,
    ).toBe(400);
    const broken = await plain
      .send('imsa', 'post', path + key)
      .set('content-type', 'multipart/form-data')
      .send('no boundary');
    expect(broken.status).toBe(400);
    const cut = await plain
      .send('imsa', 'post', path + key)
      .set('content-type', 'multipart/form-data; boundary=x')
      .send(
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n%PDF-',
      );
    expect(cut.status).toBe(400);
  });

  it('sent twice by the same request is one file', async () => {
    const id = await aCase(plain);
    const requestKey = newId();
    const both = await Promise.all(
      [1, 2].map(() => send(plain, id, { requestKey })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect(
      await plain.knex.from('file').where({ escalation_id: id }),
    ).toHaveLength(1);
  });

  it('is not there for whom the case is not, nor before it is taken on', async () => {
    const id = await aCase(plain);
    const { body } = await send(plain, id);
    const other = await aCase(plain);
    expect((await send(plain, id, { name: 'otherImsa' })).status).toBe(404);
    expect((await get(plain, id, body.id, 'otherImsa')).status).toBe(404);
    expect((await get(plain, other, body.id)).status).toBe(404);
    expect((await get(plain, id, newId())).status).toBe(404);
    const raised = await plain.raise('imsa');
    expect((await send(plain, raised)).status).toBe(409);
  });

  it('ends with the key of the case', async () => {
    const id = await aCase(plain);
    const { body } = await send(plain, id);
    await plain.hub.sealing.destroyCase({ trx: plain.knex, caseId: id });
    expect((await get(plain, id, body.id)).status).toBe(409);
  });

  it('is bound to its row: moved to another, it does not open', async () => {
    const id = await aCase(plain);
    const one = (await send(plain, id)).body.id;
    const other = (await send(plain, id)).body.id;
    const { sealed_content } = await plain.knex
      .from('file')
      .where({ id: one })
      .first();
    await plain.knex
      .table('file')
      .where({ id: other })
      .update({ sealed_content });
    expect((await get(plain, id, other)).status).toBe(500);
  });
});

describe('a quota for each person', () => {
  const aDeskWith = (files: Record<string, number>) =>
    aDesk({ files: { maxBytes: LIMIT, ...files } });

  it('counts the files that somebody added to any case, and nobody else', async () => {
    const desk = await aDeskWith({ mostPerPerson: 2 });
    try {
      const one = await aCase(desk);
      const other = await aCase(desk);
      const third = await aCase(desk);
      expect((await send(desk, one)).status).toBe(200);
      const atOnce = await Promise.all(
        [one, other, third].map(id => send(desk, id)),
      );
      expect(atOnce.map(({ status }) => status).sort()).toEqual([
        200, 400, 400,
      ]);
      const refused = await send(desk, other);
      expect(refused.body.fieldErrors).toEqual([
        {
          field: 'body.file',
          message: expect.stringContaining('added 2 files'),
        },
      ]);
      expect((await send(desk, one, { name: 'senior' })).status).toBe(200);
      // What is destroyed makes room.
      await desk.hub.sealing.destroyCase({ trx: desk.knex, caseId: one });
      expect((await send(desk, other)).status).toBe(200);
    } finally {
      await desk.destroy();
    }
  });

  it('counts their bytes', async () => {
    const desk = await aDeskWith({ mostBytesPerPerson: 1_000 });
    try {
      const id = await aCase(desk);
      const bytes = Buffer.alloc(500, 'a');
      expect((await send(desk, id, { bytes })).status).toBe(200);
      const larger = Buffer.alloc(501, 'a');
      expect((await send(desk, id, { bytes: larger })).status).toBe(400);
      expect((await send(desk, id, { bytes })).status).toBe(200);
      expect((await send(desk, id, { bytes: Buffer.from('a') })).status).toBe(
        400,
      );
    } finally {
      await desk.destroy();
    }
  });
});

describe('with a scanner', () => {
  it('a harmless file is looked into before it can be opened', async () => {
    const id = await aCase(scanned);
    const { body } = await send(scanned, id);
    expect(body.state).toBe('clean');
    expect((await get(scanned, id, body.id)).body.equals(PDF)).toBe(true);
    expect(await scanned.ledger(`escalation:${id}`)).toContain(
      'escalations.file-cleared',
    );
  });

  it('a harmful one is destroyed, and the timeline says so', async () => {
    const id = await aCase(scanned);
    const { status, body } = await send(scanned, id, {
      bytes: Buffer.from(EICAR),
      called: 'eicar.txt',
    });
    expect([status, body.state]).toEqual([200, 'refused']);
    const row = await scanned.knex.from('file').where({ id: body.id }).first();
    expect(row.sealed_content).toBeNull();
    const answer = await get(scanned, id, body.id);
    expect(answer.status).toBe(409);
    expect(String(answer.body)).toContain('destroyed');
    const record = await scanned.send('senior', 'get', `/cases/${id}`);
    expect(record.body.entries[0]).toMatchObject({
      kind: 'file',
      by: null,
      summary:
        'A file was destroyed: something harmful was found in it (Eicar-Test-Signature)',
    });
    expect(await scanned.ledger(`escalation:${id}`)).toContain(
      'escalations.file-refused',
    );
  });

  it('that is away, a file stays closed until it is back', async () => {
    const id = await aCase(scanned);
    await clamd.stop();
    const { body } = await send(scanned, id);
    expect(body.state).toBe('quarantine');
    const answer = await get(scanned, id, body.id);
    expect(answer.status).toBe(409);
    expect(String(answer.body)).toContain('has not been checked');
    const { context, fileSettings } = scanned.services;
    const { scanner } = fileSettings;
    if (!scanner) throw new Error('A scanner is set up here');
    const look = () => lookIntoFiles({ context, scanner });
    expect(await look()).toBe(0);
    expect(await stateOf(scanned, body.id)).toBe('quarantine');
    await clamd.start();
    // Two replicas at once: it is decided once.
    await Promise.all([look(), look()]);
    expect(await stateOf(scanned, body.id)).toBe('clean');
    expect(
      (await scanned.ledger(`escalation:${id}`)).filter(
        type => type === 'escalations.file-cleared',
      ),
    ).toHaveLength(1);
    expect((await get(scanned, id, body.id)).body.equals(PDF)).toBe(true);
  });
});
