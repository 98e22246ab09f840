import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { createRegistry } from './createRegistry';
import {
  adviceTemplatesExtensionPoint,
  adviceTriageExtensionPoint,
  queueColumnsExtensionPoint,
} from './extensionPoints';

/** An advice line that only takes in what modules add, by id. */
function aHost() {
  const taken = createRegistry<{ id: string }>({ what: 'thing' });
  const plugin = createBackendPlugin({
    pluginId: 'advice',
    register(host) {
      const { add } = taken;
      host.registerExtensionPoint(adviceTriageExtensionPoint, { addRule: add });
      host.registerExtensionPoint(adviceTemplatesExtensionPoint, {
        addTemplate: add,
      });
      host.registerExtensionPoint(queueColumnsExtensionPoint, {
        addColumn: add,
      });
      host.registerInit({ deps: {}, init: async () => {} });
    },
  });
  return { taken, plugin };
}

function aModule(moduleId: string, ruleId: string) {
  return createBackendModule({
    pluginId: 'advice',
    moduleId,
    register(module) {
      module.registerInit({
        deps: {
          triage: adviceTriageExtensionPoint,
          templates: adviceTemplatesExtensionPoint,
          columns: queueColumnsExtensionPoint,
        },
        async init({ triage, templates, columns }) {
          triage.addRule({
            id: ruleId,
            title: 'A rule',
            assess: () => undefined,
          });
          templates.addTemplate({
            id: `${moduleId}-template`,
            title: 'A template',
            body: '',
            nations: [],
            areas: [],
            kind: 'signpost',
            version: 1,
          });
          columns.addColumn({
            id: `${moduleId}-column`,
            valuesFor: async () => ({}),
          });
        },
      });
    },
  });
}

it('takes what modules the advice line does not know add', async () => {
  const { taken, plugin } = aHost();
  const backend = await startTestBackend({
    features: [plugin, aModule('one', 'one-rule'), aModule('two', 'two-rule')],
  });
  await backend.stop();
  expect(
    taken
      .all()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'one-column',
    'one-rule',
    'one-template',
    'two-column',
    'two-rule',
    'two-template',
  ]);
});

it('does not start where two modules use one id', async () => {
  const { plugin } = aHost();
  await expect(
    startTestBackend({
      features: [plugin, aModule('one', 'same'), aModule('two', 'same')],
    }),
  ).rejects.toThrow('There is a thing "same" already');
});
