/** What a change, read or refusal adds to the ledger. Never content. */
export interface LedgerRecord {
  /** `plugin.past-tense`: `advice.query-claimed`. Listeners key on it. */
  type: string;
  /** `kind:id`: `advice-query:01h…`. */
  subject: string;
  /** State before, as far as it changed. Only its keyed digest is kept. */
  before?: unknown;
  /** State after. Only its keyed digest is kept. */
  after?: unknown;
  /** A code or fixed phrase, never free text: free reasons stay sealed with the record. */
  why?: string;
  /** Whether listeners are told; refusals and reads are not published. */
  publish?: boolean;
}

/** Who acts: a person, someone unknown on a public page, or the system. */
export interface LedgerActor {
  /** Person id, `public` or `system`. */
  id: string;
  /** Chain: the organisation the actor works from, `public` or `system`. */
  chain: string;
  /** Keyed digest of the network address, when there was a request. */
  origin?: string;
}

/** One row of `ledger_entry` as it stands. */
export interface LedgerEntry {
  id: string;
  chain: string;
  seq: number;
  /** ISO instant. */
  at: string;
  actor: string;
  origin: string | null;
  type: string;
  subject: string;
  beforeDigest: string | null;
  afterDigest: string | null;
  why: string | null;
  publish: boolean;
  prevMac: string;
  mac: string;
}
