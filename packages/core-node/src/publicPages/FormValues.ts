/** What a form posted, by field; the order of repeated fields is kept. */
export class FormValues {
  private readonly values: ReadonlyMap<string, readonly string[]>;

  constructor(values: Iterable<readonly [string, readonly string[]]> = []) {
    this.values = new Map(values);
  }

  /** The first value of a field, or empty text. */
  one(name: string): string {
    return this.values.get(name)?.[0] ?? '';
  }

  /** All values of a field. */
  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  /** The names that were sent. */
  names(): string[] {
    return [...this.values.keys()];
  }

  /** The same values, each passed through a change. */
  map(change: (value: string) => string): FormValues {
    return new FormValues(
      [...this.values].map(([name, all]) => [name, all.map(change)]),
    );
  }

  /** Whether any value meets a test. */
  some(test: (value: string) => boolean): boolean {
    return [...this.values.values()].some(all => all.some(test));
  }
}
