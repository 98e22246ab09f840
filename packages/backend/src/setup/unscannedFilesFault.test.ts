import { ConfigReader } from '@backstage/config';
import { unscannedFilesFault } from './unscannedFilesFault';

const faultOf = (files?: object) =>
  unscannedFilesFault(
    new ConfigReader({ hub: files ? { files } : {} } as never),
  );

test.each([
  [{ clamd: { host: '127.0.0.1' } }],
  [{ clamd: { host: '127.0.0.1', port: 3310 }, withoutScanner: 'accepted' }],
  [{ withoutScanner: 'accepted' }],
  [{ clamd: { port: 3310 }, withoutScanner: 'accepted' }],
])('%j is taken', files => {
  expect(faultOf(files)).toBeUndefined();
});

test.each([
  [undefined],
  [{}],
  [{ maxBytes: 1 }],
  [{ clamd: { port: 3310 } }],
  [{ clamd: { host: '' } }],
  [{ withoutScanner: true }],
  [{ withoutScanner: 'yes' }],
  [{ withoutScanner: '' }],
])('%j is refused, with what to set', files => {
  expect(faultOf(files)).toMatch(
    /^hub\.files\.clamd\.host is missing.* hub\.files\.withoutScanner: accepted$/,
  );
});
