import express from 'express';
import request from 'supertest';
import { Download, sendDownload } from './Download';

const named = (name: string) =>
  new Download({ name, type: 'text/plain', bytes: Buffer.from('') }).name;

it.each([
  ['ESC-7K3M9Q-letter-v1.pdf', 'ESC-7K3M9Q-letter-v1.pdf'],
  ['a"; filename="b.exe', 'a-filename-b.exe'],
  ['a\r\nset-cookie: x', 'a-set-cookie-x'],
  ['../../etc/passwd', 'etc-passwd'],
  ['قرار.pdf', 'pdf'],
  ['', 'file'],
  ['x'.repeat(500), 'x'.repeat(120)],
])('a name cannot leave its place in a header: %j', (name, safe) => {
  expect(named(name)).toBe(safe);
});

it.each([
  ['text/plain', 'text/plain; charset=utf-8'],
  ['text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
  ['application/pdf', 'application/pdf'],
])('a file of type %s is sent as %s', async (type, sent) => {
  const bytes = Buffer.from('Zoë said: قرار');
  const app = express().use((_request, response) =>
    sendDownload(response, new Download({ name: 'letter', type, bytes })),
  );
  const answer = await request(app).get('/').responseType('blob');
  expect(answer.headers['content-type']).toBe(sent);
  expect(answer.body).toEqual(bytes);
});
