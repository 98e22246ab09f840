import fc from 'fast-check';
import { takeOutPlace } from './takeOutPlace';

const JPEG = 'image/jpeg';
const PNG = 'image/png';
const ORIENTATION = 0x0112;
const GPS = 0x8825;
const MAKE = 0x9999;
const LATITUDE = Buffer.from('LATITUDE-52-57-00-LONGEST', 'latin1');

type Order = 'little' | 'big';

/** An Exif block with a directory before, at and after where it was taken. */
function exif(order: Order): Buffer {
  const block = Buffer.alloc(140);
  const u16 = (value: number, at: number) =>
    order === 'little'
      ? block.writeUInt16LE(value, at)
      : block.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    order === 'little'
      ? block.writeUInt32LE(value, at)
      : block.writeUInt32BE(value, at);
  const entry = (at: number, [tag, type, count, value]: number[]) => {
    u16(tag ?? 0, at);
    u16(type ?? 0, at + 2);
    u32(count ?? 0, at + 4);
    u32(value ?? 0, at + 8);
  };
  block.write(order === 'little' ? 'II*\0' : 'MM\0*', 'latin1');
  u32(8, 4);
  u16(3, 8);
  entry(10, [ORIENTATION, 4, 1, 6]);
  entry(22, [GPS, 4, 1, 60]);
  entry(34, [MAKE, 4, 1, 77]);
  u16(2, 60);
  entry(62, [2, 2, LATITUDE.length, 100]);
  entry(74, [5, 2, 2, 0x57000000]);
  LATITUDE.copy(block, 100);
  return block;
}

const segment = (content: Buffer) => {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const text = (words: string) => Buffer.from(words, 'latin1');
const PIXELS = text('PIXELS and more PIXELS');
const photograph = (order: Order, words = '') =>
  Buffer.concat([
    text('\xff\xd8'),
    segment(Buffer.concat([text('Exif\0\0'), exif(order)])),
    segment(text(`http://ns.adobe.com/xap/1.0/\0${words}`)),
    PIXELS,
    text('\xff\xd9'),
  ]);

/** Tag → value of the first directory. */
function tagsOf(picture: Buffer, order: Order): Record<number, number> {
  const start = picture.indexOf(order === 'little' ? 'II*\0' : 'MM\0*');
  const u16 = (at: number) =>
    order === 'little'
      ? picture.readUInt16LE(start + at)
      : picture.readUInt16BE(start + at);
  const u32 = (at: number) =>
    order === 'little'
      ? picture.readUInt32LE(start + at)
      : picture.readUInt32BE(start + at);
  return Object.fromEntries(
    Array.from({ length: u16(8) }, (_, entry) => [
      u16(10 + entry * 12),
      u32(10 + entry * 12 + 8),
    ]),
  );
}

describe.each(['little', 'big'] as const)('a photograph, %s-endian', order => {
  it.each([JPEG, 'image/heic'])(
    'loses where it was taken and nothing else: %s',
    type => {
      const before = photograph(order);
      expect(tagsOf(before, order)).toEqual({
        [ORIENTATION]: 6,
        [GPS]: 60,
        [MAKE]: 77,
      });
      const after = takeOutPlace(before, type);
      expect(tagsOf(after, order)).toEqual({ [ORIENTATION]: 6, [MAKE]: 77 });
      expect(after.includes(LATITUDE)).toBe(false);
      expect(after.includes(Buffer.from([0x57, 0, 0, 0]))).toBe(false);
      expect(after.includes(PIXELS)).toBe(true);
      expect(after).toHaveLength(before.length);
      // What was sent is not changed under whoever holds it.
      expect(before.includes(LATITUDE)).toBe(true);
    },
  );
});

it('takes it out of a second picture inside, too', () => {
  const two = Buffer.concat([photograph('big'), photograph('little')]);
  expect(takeOutPlace(two, JPEG).includes(LATITUDE)).toBe(false);
});

it.each([
  ['<rdf exif:GPSLatitude="52,57N" tiff:Make="A"/>', '52,57N'],
  ["<rdf exif:GPSLatitude = '52,57N' tiff:Make='A'/>", '52,57N'],
  ['<exif:GPSLongitude>1,9W</exif:GPSLongitude><tiff:Make>A', '1,9W'],
  ['<a photoshop:City="Nottingham" tiff:Make="A">', 'Nottingham'],
  ['<Iptc4xmpCore:Location>12 Mill Street</…> tiff:Make="A"', '12 Mill Street'],
])('blanks the place in words: %s', (words, place) => {
  const before = photograph('big', words);
  const after = takeOutPlace(before, JPEG).toString('latin1');
  expect(after).not.toContain(place);
  expect(after).toContain(words.slice(words.indexOf('tiff:Make')));
  expect(after).toHaveLength(before.length);
});

it('takes the words out of a PNG and leaves the picture', () => {
  const chunk = (name: string, content: string) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    return Buffer.concat([size, text(`${name}${content}SUM!`)]);
  };
  const head = text('\x89PNG\r\n\x1a\n');
  const picture = [chunk('IHDR', 'size'), chunk('IDAT', 'PIXELS')];
  const end = chunk('IEND', '');
  const words = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].map(name =>
    chunk(name, '52,57N'),
  );
  expect(
    takeOutPlace(
      Buffer.concat([head, ...words, ...picture, ...words, end]),
      PNG,
    ),
  ).toEqual(Buffer.concat([head, ...picture, end]));
});

it('leaves other files as they are', () => {
  const letter = Buffer.concat([text('%PDF-1.7\n'), photograph('big')]);
  expect(takeOutPlace(letter, 'application/pdf')).toBe(letter);
});

it('never fails on what is broken, cut off or made to hurt', () => {
  const whole = photograph('little', '<exif:GPSLatitude>52,57N');
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
        maxLength: 12,
      }),
      fc.constantFrom(JPEG, 'image/heic', PNG),
      (length, changes, type) => {
        const broken = Buffer.from(whole);
        for (const [at, value] of changes) broken[at] = value;
        const given = broken.subarray(0, length);
        const { length: left } = takeOutPlace(given, type);
        expect(left <= length && (left === length || type === PNG)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
  const many = Buffer.from('II*\0\x08\0\0\0'.repeat(100_000), 'latin1');
  expect(takeOutPlace(many, JPEG)).toHaveLength(many.length);
});
