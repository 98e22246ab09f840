import type { ComponentType } from 'react';
import type { EscalationRecord } from '@imsa-hub/escalations-common';

/** What a panel is given: the case as far as its reader may see it. */
export interface EscalationPanelProps {
  record: EscalationRecord;
}

/** A panel on the page of a complex case as the page draws it. */
export interface EscalationPanel {
  id: string;
  title: string;
  /** Lower comes first. */
  order: number;
  /** The types of case that have it. */
  types: readonly string[];
  /** The basic permission without which it is not shown. */
  door?: string;
  /** May suspend while it is being loaded. */
  Content: ComponentType<EscalationPanelProps>;
}
