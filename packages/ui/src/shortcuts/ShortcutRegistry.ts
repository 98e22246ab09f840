/** A key and what it does, as the help shows it. */
export interface Shortcut {
  /** A single key, as `KeyboardEvent.key` names it: `j`, `?`, `Enter`. */
  key: string;
  /** In words: "Next query". */
  what: string;
  run(): void;
}

/** The shortcuts that work on the screen as it is now; the newest wins. */
export class ShortcutRegistry {
  readonly #entries = new Set<Shortcut>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly Shortcut[] = [];

  add(shortcut: Shortcut): () => void {
    this.#entries.add(shortcut);
    this.#changed();
    return () => {
      this.#entries.delete(shortcut);
      this.#changed();
    };
  }

  /** The same array until something changes. */
  list(): readonly Shortcut[] {
    return this.#snapshot;
  }

  find(key: string): Shortcut | undefined {
    return this.#snapshot.findLast(entry => entry.key === key);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.#snapshot = [...this.#entries];
    this.#listeners.forEach(listener => listener());
  }
}
