import { RetentionPage } from '@imsa-hub/ui';
import { useBack } from '../api/useBack';
import { KEPT_CASES } from '../retention/keptCases';

/** Closed cases: how long they are kept, and what is decided about that. */
export function KeptCasesPage() {
  return <RetentionPage kind={KEPT_CASES} back={useBack()} />;
}
