import { runNamed } from '../lib/console/runNamed.mjs';

await runNamed({ kind: 'check' });
