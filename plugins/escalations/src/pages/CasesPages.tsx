import { PageBody } from '@imsa-hub/ui';

/** Every page of complex cases. */
export function CasesPages() {
  return <PageBody title="Complex cases">{null}</PageBody>;
}
