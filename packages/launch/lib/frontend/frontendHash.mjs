import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../paths.mjs';

/**
 * A fingerprint of everything the pages are made of: their sources, what is
 * installed, and the configuration that decides which plugins they hold.
 *
 * @param {{ root?: string }} [options]
 * @returns {string} hexadecimal
 */
export function frontendHash({ root = projectRoot } = {}) {
  const hash = createHash('sha256');
  const folders = frontendPackages(root);
  const files = [
    join(root, 'package-lock.json'),
    join(root, 'app-config.yaml'),
    ...folders.flatMap(folder => [
      join(folder, 'package.json'),
      ...filesBelow(join(folder, 'src')),
      ...filesBelow(join(folder, 'public')),
    ]),
  ];
  for (const file of files.filter(existsSync).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * The folders of the packages that can end up in the browser.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function frontendPackages(root) {
  return ['packages', 'plugins']
    .flatMap(parent =>
      readdirSync(join(root, parent)).map(name => join(root, parent, name)),
    )
    .filter(folder => existsSync(join(folder, 'package.json')))
    .filter(folder => {
      const { backstage } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      return /^(frontend|web-library|common-library)/.test(
        backstage?.role ?? '',
      );
    });
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
}
