/** One thing to choose. */
export interface PageOption {
  value: string;
  label: string;
  hint?: string;
}

interface Named {
  /** Name in the form: lower-case words with hyphens. */
  name: string;
  /** The question, as the label or legend. */
  label: string;
  hint?: string;
}

/** A field of a public page, as the page states it. */
export type PageField =
  | (Named & { kind: 'radios'; options: readonly PageOption[] })
  | (Named & { kind: 'checkboxes'; options: readonly PageOption[] })
  | (Named & { kind: 'select'; options: readonly PageOption[] })
  | (Named & {
      kind: 'text';
      /** Characters that should fit. */
      width?: 10 | 20 | 30;
      /** Off for codes. */
      spellcheck?: boolean;
    })
  | (Named & { kind: 'textarea'; rows: number })
  /** Day, month and year; posts `NAME-day`, `NAME-month`, `NAME-year`. */
  | (Named & { kind: 'date' });

/** What has to be mended, and at which field. */
export interface PageError {
  /** Name of the field; `NAME-day` and such for a part of a date. */
  field: string;
  /** What to do: "Enter your question". */
  message: string;
}

/** The names that a field's values are posted under. */
export function postedNames(field: PageField): string[] {
  return field.kind === 'date'
    ? ['day', 'month', 'year'].map(part => `${field.name}-${part}`)
    : [field.name];
}
