import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The ledger of one plugin. */
export interface PluginLedger {
  plugin: string;
  /** Rows of the plugin's own schema, as the running role. */
  knex: Knex;
}

/** Every ledger of this backend; each plugin's foundation enters its own. */
export interface Ledgers {
  add(ledger: PluginLedger): void;
  /** By plugin. */
  all(): readonly PluginLedger[];
}

/** The registry, one in each backend. */
export const ledgersServiceRef = createServiceRef<Ledgers>({
  id: 'hub.ledgers',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory() {
        const ledgers: PluginLedger[] = [];
        return {
          add: ledger => void ledgers.push(ledger),
          all: () =>
            [...ledgers].sort((a, b) => (a.plugin < b.plugin ? -1 : 1)),
        };
      },
    }),
});
