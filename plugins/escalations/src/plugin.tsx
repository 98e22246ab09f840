import {
  PageBlueprint,
  createExtensionInput,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { EscalationPanelBlueprint } from '@imsa-hub/escalations-react';
import { HomeCardBlueprint } from '@imsa-hub/home-react';
import { RiFolderShield2Line } from '@remixicon/react';
import { CASES_PATH } from './api/paths';

const TITLE = 'Complex cases';
const DOOR = 'escalations.use';

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

const waitingCard = HomeCardBlueprint.make({
  name: 'waiting',
  params: {
    id: 'escalations-waiting',
    title: 'Complex cases waiting for you',
    order: 12,
    door: DOOR,
    loader: async () =>
      (await import('./home/WaitingCasesCard')).WaitingCasesCard,
  },
});

/** Complex cases: raising them, the desk, the record. */
export const escalationsPlugin = createFrontendPlugin({
  pluginId: 'escalations',
  title: TITLE,
  icon: <RiFolderShield2Line />,
  info: { packageJson: () => import('../package.json') },
  if: { permissions: { $contains: DOOR } },
  extensions: [casesPage, waitingCard],
});
