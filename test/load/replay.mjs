import { randomBytes } from 'node:crypto';
import { compactDecrypt } from 'jose';

/** @typedef {{ text: string, values: (string | null)[] }} Statement */

const ID = /\b[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;
const REFERENCE = /\bADV-[0-9A-Z]{6}\b/g;
// A chain of its own, so that the ledger of the hub stays whole.
const CHAIN = 'bare';

/**
 * Runs the statements of one captured operation again, with new ids in place of
 * those that the operation made, and opens every sealed column of the answers.
 *
 * @param {object} options
 * @param {import('pg').Pool} options.pool
 * @param {Statement[]} options.statements
 * @param {string[]} options.kept ids that stay: people and organisations
 * @param {string} options.chain the ledger chain of the captured operation
 * @param {string} options.masterKey base64, to unwrap the keys of cases
 * @returns {(id?: string) => Promise<unknown>} `id` is the record it is about
 */
export function createReplay({ pool, statements, kept, chain, masterKey }) {
  const stay = new Set(kept);
  const master = Buffer.from(masterKey, 'base64');
  const subject = subjectOf(statements);
  /** @type {Map<string, Uint8Array>} */
  const keys = new Map();

  /** @param {string} wrapped */
  async function unwrap(wrapped) {
    const { plaintext } = await compactDecrypt(wrapped, master);
    return plaintext;
  }

  /** @param {Record<string, unknown>[]} rows @param {Uint8Array} key */
  async function open(rows, key) {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (!column.startsWith('sealed_') || typeof value !== 'string')
          continue;
        const { plaintext } = await compactDecrypt(value, key);
        row[column] = Buffer.from(plaintext).toString('utf8');
      }
    }
  }

  return async id => {
    const fresh = new Map(id && subject ? [[subject, id]] : []);
    const renew = (/** @type {string} */ old) => {
      if (stay.has(old)) return old;
      const known = fresh.get(old) ?? newId();
      fresh.set(old, known);
      return known;
    };
    const client = await pool.connect();
    const results = [];
    let key = keys.get(subject ?? '');
    let seq = 0;
    try {
      for (const { text, values } of statements) {
        const given = valuesOf({ text, values }, renew, seq);
        const { rows } = await client.query(text, given);
        if (text.includes('insert into ledger_head')) {
          seq = Number(rows[0].seq) + 1;
        }
        const wrapped = rows[0]?.wrapped;
        if (wrapped) key = await unwrap(wrapped);
        results.push(rows);
      }
    } finally {
      client.release();
    }
    const sealed = results.flat().filter(isSealed);
    if (sealed.length > 0) {
      key ??= await keyOf(String(id ?? subject));
      await open(sealed, key);
    }
    return results;
  };

  /**
   * @param {Statement} statement
   * @param {(id: string) => string} renew
   * @param {number} seq
   */
  function valuesOf({ text, values }, renew, seq) {
    return values.map(value => {
      if (value === null) return value;
      const told = value
        .replaceAll(text.includes('ledger_') ? chain : CHAIN, CHAIN)
        .replace(ID, renew)
        .replace(REFERENCE, () => `ADV-${newId().slice(-6).toUpperCase()}`);
      return text.includes('insert into ledger_entry')
        ? withSequence(told, seq)
        : told;
    });
  }

  /** A key that the hub had in memory as well. @param {string} caseId */
  async function keyOf(caseId) {
    const { rows } = await pool.query(
      'select wrapped from sealed_case where case_id = $1',
      [caseId],
    );
    const key = await unwrap(rows[0].wrapped);
    keys.set(caseId, key);
    return key;
  }
}

/** @param {Record<string, unknown>} row */
const isSealed = row =>
  Object.keys(row).some(column => column.startsWith('sealed_'));

/** The record that the operation was about. @param {Statement[]} statements */
function subjectOf(statements) {
  const load = statements.find(
    ({ text }) =>
      /"(query|escalation)"\."id" = \$1/.test(text) ||
      /insert into "query" /.test(text),
  );
  return load?.values.find(value => value?.match(ID))?.match(ID)?.[0];
}

/** @param {string} value @param {number} seq */
function withSequence(value, seq) {
  if (/^\d+$/.test(value)) return String(seq);
  return value.replace(/"seq": *\d+/, `"seq":${seq}`);
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
function newId() {
  const random = [...randomBytes(25)].map(byte => ALPHABET[byte % 32]);
  return `0${random.join('')}`;
}
