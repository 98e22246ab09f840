import { runMain } from '../lib/console/runMain.mjs';
import { describeFailure, PlainFailure } from '../lib/PlainFailure.mjs';
import { testSteps } from '../lib/testing/steps.mjs';

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  const began = Date.now();
  const steps = await chosenSteps(process.argv.slice(2));
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const summary = [];
  for (const step of steps) {
    say(`\n── ${step.title} ──`);
    const stepBegan = Date.now();
    const count = await attempt(step);
    total.passed += count.passed;
    total.failed += count.failed;
    const line = `${count.failed === 0 ? '✓' : '✗'} ${step.title}: ${count.passed} passed, ${count.failed} failed, ${seconds(stepBegan)}`;
    summary.push(line);
    say(line);
  }
  say(`\n── All of it, ${seconds(began)} ──`);
  summary.forEach(say);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/** @param {import('../lib/testing/steps.mjs').Step} step */
async function attempt(step) {
  try {
    return await step.run();
  } catch (error) {
    // What cannot run has failed.
    say(describeFailure(error));
    return { passed: 0, failed: 1 };
  }
}

/**
 * Names choose steps; paths choose unit and integration tests.
 *
 * @param {string[]} wanted
 */
async function chosenSteps(wanted) {
  const paths = wanted.filter(word => /[/.]/.test(word));
  const chosen = wanted.filter(word => !paths.includes(word));
  const steps = await testSteps({ paths });
  const names = steps.map(step => step.name);
  const unknown = chosen.find(name => !names.includes(name));
  if (unknown) {
    throw new PlainFailure({
      message: `There is no step "${unknown}".`,
      advice: `use any of: ${names.join(', ')}, or the path of a test`,
    });
  }
  if (paths.length > 0) {
    chosen.push('jest');
  }
  return wanted.length === 0
    ? steps
    : steps.filter(step => chosen.includes(step.name));
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
