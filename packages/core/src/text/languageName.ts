const names = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** A language by its name: `vi` is "Vietnamese"; the code where none is known. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
