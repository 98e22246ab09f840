/** One kind of record that is kept for a time once it has ended. */
export interface KeptKind {
  /** What one is called, and several: "case", "cases". */
  noun: string;
  nouns: string;
  /** The plugin that keeps them; its live line tells of changes. */
  plugin: string;
  /** The address of the list of those to look at. */
  listPath(view?: string): string;
  /** The page of one. */
  pagePath(id: string): string;
  /** What the backend does with one: `hold`, `destroy`. */
  doesPath(id: string, verb: string): string;
  /** What else has to be read again once something was decided on one. */
  invalidates(id: string): ReadonlyArray<readonly string[]>;
}

/** Names of kept answers about how long records are kept. */
export const retentionKeys = ({ plugin }: KeptKind) => ({
  all: [plugin, 'retention'],
  list: (view: string) => [plugin, 'retention', view],
});
