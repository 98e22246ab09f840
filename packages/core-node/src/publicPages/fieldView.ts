import type { FormValues } from './FormValues';
import { postedNames, type PageError, type PageField } from './PageField';

/** Everything a field's template needs; nothing is left undefined. */
export type FieldView = ReturnType<typeof fieldView>;

/** A line of the error summary, leading to the field. */
export interface ErrorLine {
  href: string;
  message: string;
}

const DATE_PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

/**
 * A field with what was typed and what is wrong with it, for its template.
 *
 * @param options - `asHeading`: the field's label is the page's `h1`
 */
export function fieldView(options: {
  field: PageField;
  values: FormValues;
  errors: readonly PageError[];
  asHeading: boolean;
}) {
  const { field, values, errors, asHeading } = options;
  const { name, label, hint = null } = field;
  const names = [name, ...postedNames(field)];
  const mine = errors.filter(error => names.includes(error.field));
  const error = mine[0]?.message ?? null;
  const describedBy = [
    ...(hint ? [`${name}-hint`] : []),
    ...(error ? [`${name}-error`] : []),
  ].join(' ');
  const chosen = values.all(name);
  const options_ = 'options' in field ? field.options : [];
  return {
    partial: `field-${field.kind}`,
    name,
    id: name,
    label,
    hint,
    error,
    asHeading,
    describedBy: describedBy || null,
    value: values.one(name),
    rows: field.kind === 'textarea' ? field.rows : 1,
    width: (field.kind === 'text' && field.width) || null,
    spellcheck:
      field.kind === 'text' && field.spellcheck !== undefined
        ? String(field.spellcheck)
        : null,
    options: options_.map((option, index) => ({
      value: option.value,
      label: option.label,
      hint: option.hint ?? null,
      // The error summary leads to the first choice.
      id: index === 0 ? name : `${name}-${option.value}`,
      chosen: chosen.includes(option.value),
    })),
    parts:
      field.kind !== 'date'
        ? []
        : DATE_PARTS.map(({ part, label: partLabel, width }) => ({
            name: `${name}-${part}`,
            label: partLabel,
            width,
            value: values.one(`${name}-${part}`),
            wrong: mine.some(
              ({ field: wrong }) =>
                wrong === name || wrong === `${name}-${part}`,
            ),
          })),
  };
}

/** The error summary: one line a field error, in their order. */
export function errorLines(
  fields: readonly PageField[],
  errors: readonly PageError[],
): ErrorLine[] {
  return errors.map(error => {
    const date = fields.find(
      field => field.kind === 'date' && field.name === error.field,
    );
    return {
      href: `#${date ? `${error.field}-day` : error.field}`,
      message: error.message,
    };
  });
}
