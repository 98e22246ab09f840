/** What a file of the demo writes in short: `day(-3)`, `person(imsa)`. */
export type Abbreviations = Readonly<
  Record<string, (inside: string) => string | Promise<string>>
>;

/** Writes out every abbreviation in a value, however deep. */
export async function writeOut(
  value: unknown,
  abbreviations: Abbreviations,
): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map(part => writeOut(part, abbreviations)));
  }
  if (value !== null && typeof value === 'object') {
    const parts = await Promise.all(
      Object.entries(value).map(async ([key, part]) => [
        key,
        await writeOut(part, abbreviations),
      ]),
    );
    return Object.fromEntries(parts);
  }
  if (typeof value !== 'string') return value;
  const [, name, inside] = /^([a-z]+)\(([a-z0-9-]+)\)$/.exec(value) ?? [];
  const meant = name === undefined ? undefined : abbreviations[name];
  return meant && inside !== undefined ? meant(inside) : value;
}
