import {
  PluginWrapperBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import {
  answerOf,
  EscalationPanelBlueprint,
  type EscalationPanel,
  type EscalationPanelProps,
} from '@imsa-hub/escalations-react';
import { HubQueryProvider, MeProvider } from '@imsa-hub/ui';
import { within } from '@testing-library/react';
import '@testing-library/jest-dom';
import type { ReactNode } from 'react';
import { casesPage } from '../plugin';
import { TypePanels } from './TypePanels';

/** The first of the tests loads the whole app. */
const FIRST_LOAD = { timeout: 20_000 };

let mockRecord: EscalationRecord;
// What the page of a case does with what is added; the rest of it is not asked.
jest.mock('../pages/CasesPages', () => ({
  CasesPages: ({ panels }: { panels: readonly EscalationPanel[] }) => (
    <main>
      <h1>{mockRecord.reference}</h1>
      <TypePanels record={mockRecord} panels={panels} />
    </main>
  ),
}));

function aRecord(part: Partial<EscalationRecord> = {}): EscalationRecord {
  return {
    reference: 'CASE-AAAAAA',
    scope: 'whole',
    type: { id: 'compensation', title: 'Compensation' },
    submission: {
      pages: [
        {
          page: 'employer',
          title: 'Employer',
          answers: [
            { field: 'wagesOwed', label: 'Wages owed', text: 'Two years' },
          ],
        },
      ],
    },
    ...part,
  } as EscalationRecord;
}

const panel = (
  name: string,
  params: Partial<Omit<EscalationPanel, 'Content'>> & {
    Content?: (props: EscalationPanelProps) => ReactNode;
  } = {},
) => {
  const { Content = () => <p>Of {name}</p>, ...more } = params;
  return EscalationPanelBlueprint.make({
    name,
    params: {
      id: name,
      title: `Panel ${name}`,
      order: 10,
      types: ['compensation'],
      loader: async () => props => <>{Content(props)}</>,
      ...more,
    },
  });
};

/** A plugin of somebody else's, which complex cases do not know. */
const strangersPlugin = createFrontendPlugin({
  pluginId: 'strangers',
  extensions: [
    panel('wages', {
      order: 20,
      Content: ({ record }) => <p>{answerOf(record, 'wagesOwed')} of wages</p>,
    }),
    panel('first', { order: 5 }),
    panel('other', { types: ['housing'] }),
    panel('closed', { door: 'escalations.retention' }),
    panel('open', { door: 'escalations.use' }),
    panel('broken', {
      Content: () => {
        throw new Error('Broken on purpose');
      },
    }),
  ],
});

const me = {
  person: { id: 'me', name: 'Ada Example', roles: ['senior-imsa' as const] },
  doors: ['escalations.use'],
};

/** What the shell puts around every page. */
const shell = PluginWrapperBlueprint.make({
  params: define =>
    define({
      loader: async () => ({
        component: ({ children }: { children: ReactNode }) => (
          <HubQueryProvider>
            <MeProvider me={me}>{children}</MeProvider>
          </HubQueryProvider>
        ),
      }),
    }),
});

/** The plugin without its door, for which a whole app would be needed. */
const openPlugin = createFrontendPlugin({
  pluginId: 'escalations',
  extensions: [casesPage, shell],
});

function show(part?: Partial<EscalationRecord>) {
  mockRecord = aRecord(part);
  return renderTestApp({
    features: [openPlugin, strangersPlugin],
    initialRouteEntries: ['/cases'],
  });
}

describe('panels of plugins that complex cases do not know', () => {
  beforeEach(() => {
    // React says that a component threw; that is the test.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  it('are shown on cases of their type, in order, to whom their door is open', async () => {
    const screen = show();
    const wages = await screen.findByRole(
      'region',
      { name: 'Panel wages' },
      FIRST_LOAD,
    );
    expect(
      await within(wages).findByText('Two years of wages'),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('heading', { level: 2 })
        .map(heading => heading.textContent),
    ).toEqual(['Panel first', 'Panel open', 'Panel broken', 'Panel wages']);
  }, 30_000);

  it('do not take the page with them where one breaks', async () => {
    const screen = show();
    const broken = await screen.findByRole('region', { name: 'Panel broken' });
    expect(await within(broken).findByRole('alert')).toHaveTextContent(
      'This could not be shown',
    );
    expect(await screen.findByText('Of first')).toBeInTheDocument();
  });

  it.each([
    ['of another type', { type: { id: 'general', title: 'Complex case' } }],
    ['of which one sees what one wrote', { scope: 'what-i-wrote' }],
  ] as const)('are not there on a case %s', async (_what, part) => {
    const screen = show(part);
    await screen.findByRole('heading', { name: 'CASE-AAAAAA' });
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
  });
});
