import type { FileType } from './FileType';

/*
 * Exif is a TIFF block: a header with the byte order and where its first
 * directory (IFD) stands; each directory is a count, entries of twelve bytes
 * (tag, type, count, value or where it stands) and where the next one is.
 * Source: CIPA DC-008 (Exif 2.32), sections 4.6.2, 4.6.3 and 4.6.6.
 */
const GPS_TAG = 0x8825;
const ENTRY = 12;
const SIZE_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const HEADERS = [
  Buffer.from('II*\0', 'latin1'),
  Buffer.from('MM\0*', 'latin1'),
];

// More than a camera writes, and few enough for a file that is made to be slow.
const MOST_BLOCKS = 256;
const MOST_DIRECTORIES = 8;
const MOST_ENTRIES = 1_000;
const MOST_GPS_ENTRIES = 64;
const MOST_GPS_BYTES = 4_096;

/** What XMP calls where a picture was taken. */
const PLACES =
  /\b(?:exif:GPS\w+|photoshop:(?:City|State|Country)|Iptc4xmp(?:Core|Ext):(?:Location|LocationCreated|LocationShown|City|Sublocation|CountryCode|CountryName|ProvinceState))(?:\s*=\s*["']|>)[^"'<]+/g;

/** Chunks of a PNG that are words about it, not the picture. */
const PNG_WORDS = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

/**
 * Takes out of a picture where it was taken: a photograph of a decision letter
 * can tell the address at which somebody is safe. The picture itself stays byte
 * for byte, and so does how a photograph is to be turned. Never throws; what is
 * broken is left as far as it cannot be read.
 *
 * Not looked into: pictures inside other documents, and what a camera's maker
 * keeps in a form of its own.
 *
 * @param bytes - the file, which is not changed
 * @param type - what the file is, by its content
 */
export function takeOutPlace(bytes: Buffer, type: FileType['type']): Buffer {
  if (type === 'image/png') return withoutWords(bytes);
  if (type !== 'image/jpeg' && type !== 'image/heic') return bytes;
  const picture = Buffer.from(bytes);
  for (const start of exifBlocks(picture)) takeOutOfBlock(picture, start);
  blankPlaces(picture);
  return picture;
}

/** Wherever a TIFF block begins, in pictures beside the first one, too. */
function exifBlocks(picture: Buffer): number[] {
  const found: number[] = [];
  for (const header of HEADERS) {
    let at = picture.indexOf(header);
    while (at >= 0 && found.length < MOST_BLOCKS) {
      found.push(at);
      at = picture.indexOf(header, at + header.length);
    }
  }
  return found;
}

function takeOutOfBlock(picture: Buffer, start: number): void {
  const block = new Block(picture, start);
  let directory = block.u32(4);
  for (let turn = 0; turn < MOST_DIRECTORIES && directory; turn += 1) {
    const count = block.u16(directory) ?? 0;
    if (count > MOST_ENTRIES) return;
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + entry * ENTRY;
      if (block.u16(at) !== GPS_TAG) continue;
      const gps = block.u32(at + 8);
      // First, because a broken block may point to itself.
      block.takeOutEntry(directory, entry);
      block.wipe(gps);
      break;
    }
    const left = block.u16(directory) ?? 0;
    directory = block.u32(directory + 2 + left * ENTRY);
  }
}

/** One TIFF block; places are counted from its beginning. */
class Block {
  private readonly isLittle: boolean;

  constructor(
    private readonly picture: Buffer,
    private readonly start: number,
  ) {
    this.isLittle = picture[start] === HEADERS[0]?.[0];
  }

  u16(place: number): number | undefined {
    if (!this.holds(place, 2)) return undefined;
    const at = this.start + place;
    return this.isLittle
      ? this.picture.readUInt16LE(at)
      : this.picture.readUInt16BE(at);
  }

  u32(place: number): number | undefined {
    if (!this.holds(place, 4)) return undefined;
    const at = this.start + place;
    return this.isLittle
      ? this.picture.readUInt32LE(at)
      : this.picture.readUInt32BE(at);
  }

  /** Empties a directory with everything that its entries point to. */
  wipe(directory: number | undefined): void {
    if (directory === undefined) return;
    const count = this.u16(directory);
    if (count === undefined || count > MOST_GPS_ENTRIES) return;
    for (let entry = 0; entry < count; entry += 1) {
      const at = directory + 2 + entry * ENTRY;
      const size =
        (SIZE_OF_TYPE[this.u16(at + 2) ?? 0] ?? 0) * (this.u32(at + 4) ?? 0);
      const place = this.u32(at + 8);
      if (size > 4 && size <= MOST_GPS_BYTES && place !== undefined) {
        this.zero(place, size);
      }
    }
    this.zero(directory, 2 + count * ENTRY);
  }

  /** Closes the gap that an entry leaves, so that the directory stays whole. */
  takeOutEntry(directory: number, entry: number): void {
    const count = this.u16(directory) ?? 0;
    const end = directory + 2 + count * ENTRY + 4;
    const at = directory + 2 + entry * ENTRY;
    if (!this.holds(directory, end - directory)) {
      this.zero(at, ENTRY);
      return;
    }
    const { picture, start } = this;
    picture.copyWithin(start + at, start + at + ENTRY, start + end);
    this.zero(end - ENTRY, ENTRY);
    if (this.isLittle) picture.writeUInt16LE(count - 1, start + directory);
    else picture.writeUInt16BE(count - 1, start + directory);
  }

  private zero(place: number, size: number): void {
    if (this.holds(place, size)) {
      this.picture.fill(0, this.start + place, this.start + place + size);
    }
  }

  private holds(place: number, size: number): boolean {
    return this.start + place + size <= this.picture.length;
  }
}

/** Overwrites the places in XMP, which is text, with blanks of the same length. */
function blankPlaces(picture: Buffer): void {
  const text = picture.toString('latin1');
  for (const { 0: found, index } of text.matchAll(PLACES)) {
    const value = found.search(/[^"'>=]+$/);
    picture.fill(0x20, index + value, index + found.length);
  }
}

/** A PNG without the chunks that are words about it. */
function withoutWords(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 8 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const chunk = bytes.toString('latin1', at + 4, at + 8);
    if (!PNG_WORDS.has(chunk)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
