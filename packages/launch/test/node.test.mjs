import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { childEnvironment, nodeProgram } from '../lib/hub/node.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { tempFolder } from './tempFolder.mjs';

test('a child gets nothing that npm added', () => {
  process.env.npm_config_for_a_test = 'x';
  try {
    const names = Object.keys(childEnvironment());
    assert.deepEqual(
      names.filter(name => /^npm_/i.test(name)),
      [],
    );
    assert.equal(childEnvironment({ TZ: 'UTC' }).TZ, 'UTC');
  } finally {
    delete process.env.npm_config_for_a_test;
  }
});

test('what a child compiles is kept inside the installation, or where somebody chose', () => {
  const { NODE_COMPILE_CACHE: chosen, ...rest } = process.env;
  delete process.env.NODE_COMPILE_CACHE;
  try {
    assert.match(
      childEnvironment().NODE_COMPILE_CACHE ?? '',
      new RegExp(`^${join(projectRoot, 'node_modules')}/`),
    );
    const folder = tempFolder();
    process.env.NODE_COMPILE_CACHE = folder;
    spawnSync(nodeProgram(), ['-e', "require('pg')"], {
      cwd: import.meta.dirname,
      env: childEnvironment(),
    });
    assert.notEqual(readdirSync(folder).length, 0);
  } finally {
    delete process.env.NODE_COMPILE_CACHE;
    Object.assign(process.env, rest, chosen && { NODE_COMPILE_CACHE: chosen });
  }
});
