import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { migrateSchema } from '@imsa-hub/core-node';
import advicePlugin from '@imsa-hub/advice-backend';
import escalationsPlugin from '@imsa-hub/escalations-backend';
import { justSignedIn } from '@imsa-hub/testing';
import { networkPlugin } from '@imsa-hub/network-backend';
import { TestRegister } from '@imsa-hub/network-backend/src/testing/aRegister';
import { hubPolicyServiceFactory } from '@imsa-hub/permission-backend-module-hub';
import notificationsPlugin from '@imsa-hub/notifications-backend';
import { searchPlugin } from '@imsa-hub/search-backend';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { httpRouterServiceFactory } from '../services/httpRouter';
import { migrationsOf, SCHEMAS } from '../setup/schemas';

/** Keys of a hub under test: known, and good for nothing else. */
export const TEST_KEY = Buffer.alloc(32, 7);

/**
 * The hub's own plugins, started on a database of their own with the real
 * policy and register. Who asks is said by the test instead of a provider.
 */
export async function startTestHub(
  options: {
    features?: readonly BackendFeature[];
    /** How long ago everybody signed in; just now unless told. */
    signedIn?: 'just now' | 'nobody knows when';
    /** What is told of `hub` in the configuration, beside what is needed. */
    settings?: object;
    /** Called before the start, with an empty register. */
    fill?(register: TestRegister): Promise<void>;
  } = {},
) {
  const register = await TestRegister.create();
  const headsFolder = await mkdtemp(join(tmpdir(), 'heads-'));
  for (const schema of SCHEMAS) {
    await migrateSchema({
      owner: register.database.owner,
      schema,
      migrations: migrationsOf(schema),
      appRole: 'hub_app',
    });
  }
  await options.fill?.(register);
  const key = TEST_KEY.toString('base64');
  const backend = await startTestBackend({
    features: [
      networkPlugin,
      notificationsPlugin,
      advicePlugin,
      escalationsPlugin,
      searchPlugin,
      hubPolicyServiceFactory,
      httpRouterServiceFactory,
      ...(options.signedIn === 'nobody knows when' ? [] : [justSignedIn]),
      ...(options.features ?? []),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0', listen: ':0' },
          hub: {
            baseUrl: 'http://localhost:7007',
            database: { connection: register.database.connection },
            ledger: { key, headsFolder },
            receipts: { key },
            sealing: { masterKeys: [{ id: 'k1', secret: key }] },
            mail: {
              smtpUrl: 'smtp://localhost:9',
              from: 'Hub <no-reply@hub.example>',
            },
            ...options.settings,
          },
        },
      }),
    ],
  });
  return {
    register,
    headsFolder,
    /** One request as this person of the register. */
    call(
      method: 'get' | 'post' | 'put',
      path: string,
      personId: string | undefined,
      body?: object,
    ) {
      const sent = request(backend.server)
        [method](path)
        .set(
          'authorization',
          mockCredentials.user.header(`user:default/${personId}`),
        );
      return body ? sent.send(body) : sent;
    },
    async stop() {
      await backend.stop();
      await register.destroy();
      await rm(headsFolder, { recursive: true });
    },
  };
}

export type TestHub = Awaited<ReturnType<typeof startTestHub>>;
