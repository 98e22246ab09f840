import {
  PageBlueprint,
  createExtensionInput,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { EscalationPanelBlueprint } from '@imsa-hub/escalations-react';
import { RiFolderShield2Line } from '@remixicon/react';
import { CASES_PATH } from './api/paths';

const TITLE = 'Complex cases';

/** The pages; other plugins put panels for their types into `panels`. */
export const casesPage = PageBlueprint.makeWithOverrides({
  inputs: {
    panels: createExtensionInput([EscalationPanelBlueprint.dataRefs.panel]),
  },
  factory: (originalFactory, { inputs }) => {
    const panels = inputs.panels.map(input =>
      input.get(EscalationPanelBlueprint.dataRefs.panel),
    );
    return originalFactory({
      path: CASES_PATH,
      title: TITLE,
      icon: <RiFolderShield2Line />,
      loader: async () => {
        const { CasesPages } = await import('./pages/CasesPages');
        return <CasesPages panels={panels} />;
      },
    });
  },
});

/** Complex cases: raising them, the desk, the record. */
export const escalationsPlugin = createFrontendPlugin({
  pluginId: 'escalations',
  title: TITLE,
  icon: <RiFolderShield2Line />,
  info: { packageJson: () => import('../package.json') },
  if: { permissions: { $contains: 'escalations.use' } },
  extensions: [casesPage],
});
