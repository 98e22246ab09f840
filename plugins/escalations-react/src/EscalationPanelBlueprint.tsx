import { lazy, type ComponentType } from 'react';
import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import type { EscalationPanel, EscalationPanelProps } from './EscalationPanel';

/** What a plugin says about its panel. */
export interface EscalationPanelParams {
  /** Names the panel among all plugins': `trafficking-compensation`. */
  id: string;
  /** The heading of the panel. */
  title: string;
  /** Place among the added panels: lower comes first. */
  order: number;
  /** The ids of the types of case that have it. */
  types: readonly string[];
  /** The basic permission without which it is not shown. */
  door?: string;
  /** The panel's content, loaded when it is shown. */
  loader(): Promise<ComponentType<EscalationPanelProps>>;
}

const panelDataRef = createExtensionDataRef<EscalationPanel>().with({
  id: 'imsa-hub.escalations.panel',
});

/**
 * A panel on the page of a complex case of some type, from any plugin. The page
 * draws frame and heading, and shows it to people with a part in the case.
 */
export const EscalationPanelBlueprint = createExtensionBlueprint({
  kind: 'escalation-panel',
  attachTo: { id: 'page:escalations', input: 'panels' },
  output: [panelDataRef],
  dataRefs: { panel: panelDataRef },
  factory({ loader, ...panel }: EscalationPanelParams) {
    const Content = lazy(() =>
      loader().then(component => ({ default: component })),
    );
    return [panelDataRef({ ...panel, Content })];
  },
});
