import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import checkNode from '../lib/setup/checkNode.cjs';
import checkSpace from '../lib/setup/checkSpace.cjs';
import explain from '../lib/setup/explainInstall.cjs';
import state from '../lib/setup/installState.cjs';
import { tempFolder } from './tempFolder.mjs';

const launch = join(import.meta.dirname, '..');

function newProject() {
  const root = tempFolder();
  mkdirSync(join(root, 'packages/one'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'packages/one/package.json'), '{}');
  return root;
}

/**
 * Runs the real set-up in a project of its own, with a npm that is ours.
 *
 * @param {string} root
 * @param {string} npm shell commands that stand for npm
 */
function runSetup(root, npm) {
  const bin = tempFolder();
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(bin, 'npm'), 0o755);
  const script = `require(${JSON.stringify(join(launch, 'lib/setup/ensureInstalled.cjs'))})
    .ensureInstalled({ root: ${JSON.stringify(root)} })
    .then(() => process.exit(0), error => { process.stderr.write(error.message); process.exit(1); })`;
  const { npm_execpath: _cli, ...env } = process.env;
  return spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...env, PATH: `${bin}:${process.env.PATH}` },
  });
}

test('what was installed counts until a lock file or a package.json changes', () => {
  const root = newProject();
  assert.equal(state.isInstalled({ root }), false);
  const mark = () =>
    state.markInstalled({ root, fingerprint: state.wantedInstall({ root }) });
  for (const file of [
    'package-lock.json',
    'package.json',
    'packages/one/package.json',
  ]) {
    mark();
    assert.equal(state.isInstalled({ root }), true);
    writeFileSync(join(root, file), '{"changed": true}');
    assert.equal(state.isInstalled({ root }), false, file);
    mark();
    writeFileSync(join(root, file), '{}');
    assert.equal(state.isInstalled({ root }), false, file);
  }
});

test('an installation that fails leaves no marker; the next try installs', () => {
  const root = newProject();
  const broken = runSetup(root, 'echo "npm error code EAI_AGAIN" >&2; exit 1');
  assert.equal(broken.status, 1);
  assert.match(broken.stderr, /no network/);
  assert.equal(state.isInstalled({ root }), false);
  const whole = runSetup(root, 'echo "$@" > "npm-was-here"');
  assert.equal(whole.status, 0, whole.stderr);
  assert.match(readFileSync(join(root, 'npm-was-here'), 'utf8'), /^ci /);
  assert.equal(state.isInstalled({ root }), true);
  assert.equal(existsSync(join(root, '.cache/setup.pid')), false);
});

test('without a network npm is not left trying: it takes what it has kept, or says so', () => {
  const root = newProject();
  const noNetwork = `echo "$@" >> npm-was-here
    case "$1" in ping) echo "npm error code ENOTFOUND" >&2; exit 1;; esac`;
  const lacking = runSetup(
    root,
    `${noNetwork}\necho "npm error code ENOTCACHED" >&2; exit 1`,
  );
  assert.equal(lacking.status, 1);
  assert.match(lacking.stderr, /no network[^]*What to do: /);
  const whole = runSetup(root, `${noNetwork}\nexit 0`);
  assert.equal(whole.status, 0, whole.stderr);
  assert.match(whole.stdout, /what it keeps on this machine/);
  const asked = readFileSync(join(root, 'npm-was-here'), 'utf8');
  assert.equal(asked.match(/^ci .*--offline/gm)?.length, 2);
});

test('a registry that answers, if only with a refusal, is there', () => {
  const root = newProject();
  const run = runSetup(
    root,
    `echo "$@" >> npm-was-here
    case "$1" in ping) echo "npm error code E404" >&2; exit 1;; esac`,
  );
  assert.equal(run.status, 0, run.stderr);
  assert.match(
    readFileSync(join(root, 'npm-was-here'), 'utf8'),
    /^ci .*--prefer-offline/m,
  );
});

test('nothing is installed twice', () => {
  const root = newProject();
  assert.equal(runSetup(root, 'exit 0').status, 0);
  const again = runSetup(root, 'echo "must not run" >&2; exit 1');
  assert.equal(again.status, 0, again.stderr);
  assert.equal(again.stdout, '');
});

test('an installation that is killed half-way leaves no marker', () => {
  const root = newProject();
  const killed = runSetup(root, 'kill -9 $PPID; sleep 1');
  assert.notEqual(killed.status, 0);
  assert.equal(state.isInstalled({ root }), false);
  assert.equal(runSetup(root, 'exit 0').status, 0);
  assert.equal(state.isInstalled({ root }), true);
});

test('npm failures are worded for people', () => {
  const cases = [
    ['npm error code ENOTFOUND', /no network/],
    ['npm error code ENOTCACHED', /no network/],
    ['npm error code ENOSPC', /disk became full/],
    ['SIGKILL', /stopped half-way/],
    ['npm: spawn npm ENOENT', /no npm on this machine/],
    ['npm error code EACCES', /may not write/],
    ['can only install packages when your package.json and', /fit together/],
    ['npm error something else', /installation failed/],
  ];
  for (const [output = '', expected] of cases) {
    const { message } = explain.explainInstall({
      output: String(output),
      logFile: '/log',
      reason: 'npm ended with 1',
    });
    assert.match(message, /** @type {RegExp} */ (expected));
    assert.match(message, /What to do: /);
  }
});

test('a disk that is too full is refused before anything is deleted', () => {
  const root = newProject();
  assert.throws(
    () => checkSpace.checkSpace({ root, freeBytes: () => 1024 ** 3 }),
    /1\.0 GB free; the installation needs at least 1\.5 GB/,
  );
  checkSpace.checkSpace({ root, freeBytes: () => 2 * 1024 ** 3 });
});

test('an old Node is enough only when npm brought a newer one', () => {
  const root = newProject();
  assert.throws(
    () => checkNode.checkNode({ root, current: '20.20.2' }),
    /needs Node 22\.22 or newer; this is 20\.20\.2/,
  );
  checkNode.checkNode({ root, current: '22.22.0' });
  mkdirSync(join(root, 'node_modules/.bin'));
  const node = join(root, 'node_modules/.bin/node');
  writeFileSync(node, '#!/bin/sh\necho v24.21.0\n');
  chmodSync(node, 0o755);
  checkNode.checkNode({ root, current: '20.20.2' });
  writeFileSync(node, '#!/bin/sh\nexit 127\n');
  assert.throws(
    () => checkNode.checkNode({ root, current: '20.20.2' }),
    /does not run on this machine/,
  );
});
