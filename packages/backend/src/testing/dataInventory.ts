import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const CLASSES = ['sealed', 'personal', 'operational', 'reference'] as const;
type DataClass = (typeof CLASSES)[number];

/** What is stated about a table: why, how, and its columns by class. */
type StatedTable = {
  why: string;
  /** On what it is held, and until when: keys of the file. */
  basis: string;
  kept: string;
} & Partial<Record<DataClass, string[]>>;
type Tables = Record<string, StatedTable>;

/** What is held where, why and how long: `docs/data-inventory.yaml`. */
export interface DataInventory {
  classes: Record<DataClass, string>;
  bases: Record<string, string>;
  kept: Record<string, string>;
  /** Tables that stand in each schema that has them. */
  everywhere: Tables;
  schemas: Record<string, Tables>;
}

const TABLE_KEYS: ReadonlySet<string> = new Set([
  'why',
  'basis',
  'kept',
  ...CLASSES,
]);

/** A column as the database has it. */
export interface HeldColumn {
  schema: string;
  table: string;
  column: string;
}

/** Reads the inventory of this repository. */
export function readDataInventory(): DataInventory {
  const file = resolve(__dirname, '../../../../docs/data-inventory.yaml');
  return parse(readFileSync(file, 'utf8')) as DataInventory;
}

/**
 * Compares the inventory with the columns that a database has.
 *
 * @returns what has to be mended, one sentence each
 */
export function inventoryFaults(input: {
  inventory: DataInventory;
  columns: readonly HeldColumn[];
}): string[] {
  const { inventory } = input;
  const faults: string[] = [];
  const held = new Map<string, string[]>();
  for (const { schema, table, column } of input.columns) {
    const key = `${schema}.${table}`;
    held.set(key, [...(held.get(key) ?? []), column]);
  }
  const listed = new Set<string>();
  for (const [key, names] of held) {
    const [schema = '', table = ''] = key.split('.');
    const stated =
      inventory.schemas[schema]?.[table] ?? inventory.everywhere[table];
    if (!stated) {
      faults.push(`${key} is not in the inventory`);
      continue;
    }
    listed.add(inventory.schemas[schema]?.[table] ? key : table);
    const classOf = classesOf(stated);
    for (const name of names) {
      const given = classOf.get(name) ?? [];
      if (given.length === 0) faults.push(`${key}.${name} has no class`);
      if (given.length > 1) faults.push(`${key}.${name} has several classes`);
      const isSealed = name.startsWith('sealed_');
      if (given.length > 0 && isSealed !== given.includes('sealed')) {
        faults.push(
          isSealed
            ? `${key}.${name} is sealed and not stated so`
            : `${key}.${name} is stated as sealed and is not`,
        );
      }
    }
    for (const name of classOf.keys()) {
      if (!names.includes(name)) faults.push(`${key}.${name} is not there`);
    }
  }
  return [...faults, ...notThere(inventory, listed), ...unknown(inventory)];
}

function classesOf(stated: StatedTable): Map<string, DataClass[]> {
  const classes = new Map<string, DataClass[]>();
  for (const one of CLASSES) {
    for (const name of stated[one] ?? []) {
      classes.set(name, [...(classes.get(name) ?? []), one]);
    }
  }
  return classes;
}

function eachTable(inventory: DataInventory) {
  return [
    ...Object.entries(inventory.everywhere),
    ...Object.entries(inventory.schemas).flatMap(([schema, known]) =>
      Object.entries(known).map(
        ([table, stated]) => [`${schema}.${table}`, stated] as const,
      ),
    ),
  ];
}

const notThere = (inventory: DataInventory, listed: ReadonlySet<string>) =>
  eachTable(inventory)
    .filter(([key]) => !listed.has(key))
    .map(([key]) => `${key} is in the inventory and not in the database`);

const unknown = (inventory: DataInventory) =>
  eachTable(inventory).flatMap(([key, stated]) => {
    const { why, basis, kept } = stated;
    return [
      ...(why ? [] : [`${key} does not say why it is held`]),
      ...(basis in inventory.bases ? [] : [`${key}: no basis "${basis}"`]),
      ...(kept in inventory.kept ? [] : [`${key}: no period "${kept}"`]),
      ...Object.keys(stated)
        .filter(name => !TABLE_KEYS.has(name))
        .map(name => `${key}: "${name}" is no class`),
    ];
  });
