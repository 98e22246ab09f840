import { useFieldIds } from './useFieldIds';
import type { FieldProps } from './fieldTypes';
import { useFieldError } from './FormErrorsContext';
import { describedBy, type FieldIds } from './FieldFrame';

interface FieldParts {
  id: string;
  ids: FieldIds;
  error: string | undefined;
  /** For the control itself. */
  control: {
    id: string;
    name: string;
    disabled: boolean | undefined;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  };
}

/** Ids, message and ARIA wiring of one field. */
export function useField(
  props: FieldProps & { describedByExtra?: string },
): FieldParts {
  const { name, hint, disabled, describedByExtra } = props;
  const error = useFieldError({ name, error: props.error });
  const id = useFieldIds()(name);
  const ids = { hint: `${id}-hint`, error: `${id}-error` };
  return {
    id,
    ids,
    error,
    control: {
      id,
      name,
      disabled,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy({
        ids,
        hint,
        error,
        extra: describedByExtra,
      }),
    },
  };
}
