import type { ReactNode } from 'react';

/** The ids by which a control names its label, hint and error. */
export interface FieldIds {
  hint: string;
  error: string;
}

/** The `aria-describedby` of a control: hint, then error, as far as shown. */
export function describedBy(options: {
  ids: FieldIds;
  hint: ReactNode;
  error: string | undefined;
  extra?: string;
}): string | undefined {
  const { ids, hint, error, extra } = options;
  const parts = [hint && ids.hint, error && ids.error, extra].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** The hint beneath a label and the message above a control. */
export function FieldWords(props: {
  ids: FieldIds;
  hint: ReactNode;
  error: string | undefined;
}) {
  const { ids, hint, error } = props;
  return (
    <>
      {hint && (
        <div id={ids.hint} className="hub-field-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={ids.error} className="hub-field-error">
          <span className="hub-visually-hidden">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}
