import { createContext, useContext } from 'react';

/** Tells the fields of one form from those of another on the same page. */
export const FormScopeContext = createContext('');

/**
 * How the fields of this form get their element ids, so that labels and the
 * error summary lead to them: name → id. Fields outside a form share a scope.
 */
export function useFieldIds(): (name: string) => string {
  const scope = useContext(FormScopeContext);
  return name => `field-${`${scope}${name}`.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}
