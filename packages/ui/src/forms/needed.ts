import type { FieldError } from '../api/ProblemError';

/** A message for each field that is still empty. */
export function needed(
  fields: readonly { field: string; value: string; message: string }[],
): FieldError[] {
  return fields.flatMap(({ field, value, message }) =>
    value.trim() === '' ? [{ field, message }] : [],
  );
}
