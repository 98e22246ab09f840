import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const FOLDERS = ['', 'packages', 'plugins'];
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');

/** How many requirements of each level ASVS 5.0.0 has. */
const ALL_OF_LEVEL = { 1: 70, 2: 183 };

interface Row {
  /** Without the version: `7.4.1`. */
  id: string;
  level: number;
  proof: string;
}

function rowsOf(document: string): Row[] {
  return document
    .split('\n')
    .filter(line => line.startsWith('| v5.0.0-'))
    .map(line => {
      const [, id = '', level, , , proof = '', ...more] = line
        .split('|')
        .map(cell => cell.trim());
      if (more.length !== 1) throw new Error(`Not five columns: ${line}`);
      return { id: id.replace('v5.0.0-', ''), level: Number(level), proof };
    });
}

/** What is wrong with the proof of a row; nothing where all of it is there. */
function faultsOf({ id, proof }: Row): string[] {
  const named = [...proof.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '');
  const excused = /^does not apply: .|NOT MET: ./.test(proof);
  if (excused && !proof.startsWith('`')) return [];
  if (named.length === 0) return [`${id} names nothing`];
  return named
    .filter(name => !isThere(name))
    .map(name => `${id}: ${name} is not there`);
}

function isThere(name: string): boolean {
  const check = /^check ([a-z]+)$/.exec(name)?.[1];
  if (check) return existsSync(resolve(ROOT, 'test/checks', `${check}.ts`));
  return FOLDERS.some(folder => existsSync(resolve(ROOT, folder, name)));
}

const rows = rowsOf(read('docs/asvs.md'));

test('every requirement of level 1 and 2 has its row, once', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const [level, count] of Object.entries(ALL_OF_LEVEL)) {
    expect(rows.filter(row => row.level === Number(level))).toHaveLength(count);
  }
});

test('every file and check that is named as a proof is there', () => {
  expect(rows.flatMap(faultsOf)).toEqual([]);
});

test('a file, a check and a row without a proof are missed', () => {
  const row = (proof: string) => ({ id: '1.1.1', level: 1, proof });
  expect(faultsOf(row('`core-node/src/gone.test.ts`, `check access`'))).toEqual(
    ['1.1.1: core-node/src/gone.test.ts is not there'],
  );
  expect(faultsOf(row('`check gone`'))).toEqual([
    '1.1.1: check gone is not there',
  ]);
  expect(faultsOf(row('we think so'))).toEqual(['1.1.1 names nothing']);
  expect(faultsOf(row('does not apply: no such thing'))).toEqual([]);
});

test('security.md names what is not met, and nothing else', () => {
  const [, after = ''] = read('docs/security.md').split(
    '## What is not met of the ASVS',
  );
  const [list = ''] = after.split('\n## ');
  const named = [...list.matchAll(/\d+\.\d+\.\d+/g)].map(match => match[0]);
  const notMet = rows.filter(row => row.proof.includes('NOT MET'));
  expect(named.toSorted()).toEqual(notMet.map(({ id }) => id).toSorted());
});
