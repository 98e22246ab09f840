/** As much of JSON Schema as the hub's requests are stated in. */
export interface Schema {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
}

/** Well-formed values that lead to nothing: the right kind in every field. */
export function sampleOf(schema: Schema, root: Schema = schema): unknown {
  const one = resolve(schema, root);
  if (one.const !== undefined) return one.const;
  if (one.enum) return one.enum[0];
  const choice = one.anyOf?.[0] ?? one.oneOf?.[0] ?? one.allOf?.[0];
  if (choice) return sampleOf(choice, root);
  switch (one.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(one.properties ?? {}).map(([name, part]) => [
          name,
          sampleOf(part, root),
        ]),
      );
    case 'array':
      return one.items ? [sampleOf(one.items, root)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, one.minimum ?? 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return textOf(one);
  }
}

/** Every place in a body: `answers`, `outcomes.0.why`. */
export function placesIn(sample: unknown, before: string[] = []): string[][] {
  if (sample === null || typeof sample !== 'object') return [];
  return Object.entries(sample).flatMap(([key, part]) => [
    [...before, key],
    ...placesIn(part, [...before, key]),
  ]);
}

/** The body with another value in one place. */
export function withValue(
  sample: unknown,
  place: readonly string[],
  value: unknown,
): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  if (Array.isArray(sample)) {
    return sample.map((part, index) =>
      String(index) === key ? withValue(part, rest, value) : part,
    );
  }
  const parts = sample as Record<string, unknown>;
  return { ...parts, [key]: withValue(parts[key], rest, value) };
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? (root.$defs?.[name] ?? {}) : schema;
}

function textOf({ format, pattern, minLength }: Schema): string {
  if (format === 'date') return '2026-11-20';
  if (format === 'email') return 'nobody@mail.example';
  // Ids, receipt codes and the like have patterns; an id fits most of them.
  if (pattern) return '01kdvdna00dfbb0mv4p4f2p4xp';
  return 'A text'.padEnd(minLength ?? 0, ' of some length');
}
