/**
 * Runs before `npm start`, `npm test` and the like: installs what is missing or
 * has changed, and says so in plain words. Needs nothing but Node itself; this
 * file is written so that even an old Node can read it and be told.
 */
'use strict';

var major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  process.stderr.write(
    'This project needs Node 18 or newer to set itself up; this is Node ' +
      process.versions.node +
      '.\nWhat to do: install Node 20 or newer from https://nodejs.org, then run the same command again.\n',
  );
  process.exit(1);
}

require('./lib/setup/ensureInstalled.cjs')
  .ensureInstalled({ root: require('node:path').resolve(__dirname, '../..') })
  .then(
    function done() {
      process.exit(0);
    },
    function failed(error) {
      process.stderr.write(
        '\n' + (error.plain ? error.message : error.stack) + '\n',
      );
      process.exit(1);
    },
  );
