import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { LedgerEntry } from './LedgerEntry';

/** What stands before the first entry of every chain. */
export const CHAIN_START = '0'.repeat(64);

// Bytes are made a key anew each time, which costs three times the digest.
const keys = new WeakMap<Buffer, KeyObject>();
function prepared(key: Buffer): KeyObject {
  const known = keys.get(key) ?? createSecretKey(key);
  keys.set(key, known);
  return known;
}

/** JSON with sorted keys, so that equal values have equal digests. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => canonicalJson(item)).join(',')}]`;
  }
  // A moment has no keys of its own: without this all moments would be equal.
  if (value instanceof Date) return JSON.stringify(value);
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * A keyed digest of a state: tells whether two states were the same, and to
 * nobody without the key what they were. Hex, 64 characters.
 */
export function stateDigest(key: Buffer, state: unknown): string {
  return createHmac('sha256', prepared(key))
    .update('state\n')
    .update(canonicalJson(state))
    .digest('hex');
}

/** The entry's place in its chain, sealed: HMAC over all of it and the one before. */
export function entryMac(key: Buffer, entry: Omit<LedgerEntry, 'mac'>): string {
  return createHmac('sha256', prepared(key))
    .update(
      JSON.stringify([
        entry.prevMac,
        entry.id,
        entry.chain,
        entry.seq,
        entry.at,
        entry.actor,
        entry.origin,
        entry.type,
        entry.subject,
        entry.beforeDigest,
        entry.afterDigest,
        entry.why,
        entry.publish,
      ]),
    )
    .digest('hex');
}
