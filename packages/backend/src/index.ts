import { createBackend } from '@backstage/backend-defaults';
import { services } from './services';
import { readConfig } from './setup/readConfig';
import { refuseDemoSecrets } from './setup/refuseDemoSecrets';

async function start(): Promise<void> {
  const faults = refuseDemoSecrets({
    config: await readConfig(),
    isDemo: process.env.HUB_DEMO === '1',
  });
  if (faults.length > 0) {
    process.stderr.write(
      `The hub does not start like this:\n${faults.map(fault => `- ${fault}\n`).join('')}`,
    );
    process.exit(1);
  }
  const backend = createBackend();
  for (const service of services) backend.add(service);
  backend.add(import('@backstage/plugin-app-backend'));
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@imsa-hub/auth-backend-module-hub'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@imsa-hub/catalog-backend-module-network'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('@imsa-hub/permission-backend-module-hub'));
  backend.add(import('@imsa-hub/network-backend'));
  backend.add(import('@imsa-hub/notifications-backend'));
  backend.add(import('@imsa-hub/deadlines-backend'));
  backend.add(import('@imsa-hub/advice-backend'));
  backend.add(import('@imsa-hub/escalations-backend'));
  backend.add(import('@imsa-hub/search-backend'));
  await backend.start();
}

start().catch((error: Error) => {
  // Backstage has logged which part failed; half a hub is not one.
  process.stderr.write(`The hub could not start: ${error.name}\n`);
  process.exit(1);
});
