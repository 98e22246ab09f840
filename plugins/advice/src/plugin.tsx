import {
  PageBlueprint,
  createExtensionInput,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { QueueColumnBlueprint } from '@imsa-hub/advice-react';
import { HomeCardBlueprint } from '@imsa-hub/home-react';
import { RiQuestionAnswerLine } from '@remixicon/react';
import { ADVICE_PATH } from './api/paths';
import { adviceRouteRef } from './routes';

const TITLE = 'Advice line';
const DOOR = 'advice.use';

/** The pages; other plugins put columns into the queue's `columns` input. */
export const advicePage = PageBlueprint.makeWithOverrides({
  inputs: {
    columns: createExtensionInput([QueueColumnBlueprint.dataRefs.column]),
  },
  factory: (originalFactory, { inputs }) => {
    const columns = inputs.columns.map(input =>
      input.get(QueueColumnBlueprint.dataRefs.column),
    );
    return originalFactory({
      path: ADVICE_PATH,
      title: TITLE,
      icon: <RiQuestionAnswerLine />,
      routeRef: adviceRouteRef,
      loader: async () => {
        const { AdvicePages } = await import('./pages/AdvicePages');
        return <AdvicePages columns={columns} />;
      },
    });
  },
});

const waitingCard = HomeCardBlueprint.make({
  name: 'waiting',
  params: {
    id: 'advice-waiting',
    title: 'Waiting for you on the advice line',
    order: 10,
    door: DOOR,
    loader: async () => (await import('./home/WaitingCard')).WaitingCard,
  },
});

/** The advice line: queue, queries, asking, templates. */
export const advicePlugin = createFrontendPlugin({
  pluginId: 'advice',
  title: TITLE,
  icon: <RiQuestionAnswerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: adviceRouteRef },
  if: { permissions: { $contains: DOOR } },
  extensions: [advicePage, waitingCard],
});
