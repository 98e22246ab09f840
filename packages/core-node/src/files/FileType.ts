import { unzipSync } from 'fflate';

/** A kind of file that is taken. */
export interface FileType {
  /** The media type it is kept and sent as. */
  type: string;
  /** How its name ends. */
  ending: string;
}

const PDF = { type: 'application/pdf', ending: 'pdf' };
const PNG = { type: 'image/png', ending: 'png' };
const JPEG = { type: 'image/jpeg', ending: 'jpg' };
const HEIC = { type: 'image/heic', ending: 'heic' };
const TEXT = { type: 'text/plain', ending: 'txt' };
const DOCX = {
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ending: 'docx',
};
const ODT = {
  type: 'application/vnd.oasis.opendocument.text',
  ending: 'odt',
};

/** How the name of a file of a known type ends; `bin` for any other. */
export const endingOf = (type: string): string =>
  [PDF, PNG, JPEG, HEIC, TEXT, DOCX, ODT].find(kind => kind.type === type)
    ?.ending ?? 'bin';

/** What is taken, to tell people. */
export const FILE_TYPE_WORDS =
  'PDF, Word (docx), OpenDocument text (odt), plain text, or a PNG, JPEG or HEIC picture';

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1']);

/**
 * What a file is, by its content alone: its name and what the browser says
 * prove nothing. Nothing where it is not taken, as a file with macros is not.
 */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const begins = (text: string, at = 0) =>
    Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') ===
    text;
  if (begins('%PDF-')) return PDF;
  if (begins('\x89PNG\r\n\x1a\n')) return PNG;
  if (begins('\xff\xd8\xff')) return JPEG;
  if (begins('ftyp', 4)) {
    const brand = Buffer.from(bytes.subarray(8, 12)).toString('latin1');
    return HEIC_BRANDS.has(brand) ? HEIC : undefined;
  }
  if (begins('PK\x03\x04')) return officeTypeOf(bytes);
  return isPlainText(bytes) ? TEXT : undefined;
}

function officeTypeOf(bytes: Uint8Array): FileType | undefined {
  const names = new Set<string>();
  let kind = '';
  try {
    // Only the list of contents is read, and one entry that is 39 bytes long:
    // what is packed to burst is never unpacked here.
    const opened = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.add(name);
        return name === 'mimetype' && originalSize < 100;
      },
    });
    kind = Buffer.from(opened.mimetype ?? []).toString('latin1');
  } catch {
    return undefined;
  }
  const hasMacros = [...names].some(name =>
    /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i.test(name),
  );
  if (hasMacros) return undefined;
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) {
    return DOCX;
  }
  return kind === ODT.type && names.has('content.xml') ? ODT : undefined;
}

// Tab, line feed, form feed and carriage return are what texts have.
const CONTROL = /[^\P{Cc}\t\n\f\r]/u;

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !CONTROL.test(text);
  } catch {
    return false;
  }
}
