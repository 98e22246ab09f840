import type { EscalationPanel } from '@imsa-hub/escalations-react';
import { PageBody } from '@imsa-hub/ui';

/** Every page of complex cases. */
export function CasesPages(_props: {
  /** What other plugins show on the page of a case of their types. */
  panels: readonly EscalationPanel[];
}) {
  return <PageBody title="Complex cases">{null}</PageBody>;
}
