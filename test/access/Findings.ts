const SHOWN = 60;

/** What the check has looked at, and what it found wrong. */
export class Findings {
  cells = 0;
  /** Refusals that the ledger has. */
  refusals = 0;
  readonly leaks: string[] = [];
  /** A call that ought to work and does not: then nothing is proved by it. */
  readonly broken: string[] = [];
  readonly headers: string[] = [];
  readonly notCovered: string[] = [];

  /** The first few, for people to read. */
  static list(found: readonly string[]): string {
    if (found.length === 0) return '0';
    const more = found.length - SHOWN;
    const shown = found.slice(0, SHOWN).map(line => `\n    ${line}`);
    return `${found.length}${shown.join('')}${more > 0 ? `\n    and ${more} more` : ''}`;
  }
}
