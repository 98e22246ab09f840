/** One planted word. */
export interface Canary {
  word: string;
  /** Where it was typed, e.g. `the question of the public form`. */
  typedIn: string;
  /**
   * Columns in which it stands in clear by design, as `schema.table.column`, and
   * `mail.to` for the address of a mail. Everywhere else it is a find.
   */
  mayStand: readonly string[];
  /** Whether the hub keeps it, so that somebody who may can read it again. */
  kept: boolean;
}

const LETTERS = 'bcdfghjklmnpqrstvwxz';

function letters(count: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(count));
  return [...bytes].map(byte => LETTERS.charAt(byte % 20)).join('');
}

/**
 * Words that nobody would write, one for each place where somebody types. All
 * of a run begin alike, so that one look finds any of them: as written, in
 * capitals, in base64 and in hexadecimal.
 */
export class Canaries {
  private readonly start = letters(12);
  private readonly planted = new Map<string, Canary>();

  /** A new word, to be typed in one place. */
  plant(
    typedIn: string,
    options: { kept?: boolean; mayStand?: readonly string[] } = {},
  ): string {
    const word = `${this.start}${letters(6)}`;
    const { kept = false, mayStand = [] } = options;
    this.planted.set(word, { word, typedIn, mayStand, kept });
    return word;
  }

  /** A word that the hub keeps, sealed. */
  sealed(typedIn: string): string {
    return this.plant(typedIn, { kept: true });
  }

  /** Something that is no word of ours, such as a receipt code. */
  watch(
    word: string,
    what: string,
    options: { mayStand?: readonly string[] } = {},
  ): void {
    const { mayStand = [] } = options;
    const canary = { word, typedIn: what, mayStand, kept: false };
    this.planted.set(word.toLowerCase(), canary);
  }

  all(): Canary[] {
    return [...this.planted.values()];
  }

  /** Every planted word that a text holds, in whatever form. */
  findIn(text: string): Canary[] {
    const small = text.toLowerCase();
    const likely =
      small.includes(this.start) ||
      encodings(this.start).some(form => text.includes(form)) ||
      this.watched().some(word => small.includes(word));
    if (!likely) return [];
    return this.all().filter(
      ({ word }) =>
        small.includes(word.toLowerCase()) ||
        encodings(word).some(form => text.includes(form)),
    );
  }

  private watched(): string[] {
    return [...this.planted.keys()].filter(
      word => !word.startsWith(this.start),
    );
  }
}

/** What stays the same of a word in base64, wherever in a text it began, and its hexadecimal. */
function encodings(word: string): string[] {
  const base64 = [0, 1, 2].map(before => {
    const whole = Buffer.from(`${'\0'.repeat(before)}${word}`);
    const first = Math.ceil((before * 4) / 3);
    const last = Math.floor((whole.length * 4) / 3);
    return whole.toString('base64').slice(first, last);
  });
  return [...base64, Buffer.from(word).toString('hex')];
}
