import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Where, on what and of which state of the code a benchmark ran. */
export function describeMachine(): Array<[string, string]> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '-uno') !== '';
  const [cpu] = cpus();
  return [
    [
      'machine',
      `${cpus().length} × ${cpu?.model.trim() || 'processor of no name'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}`,
    ],
    [
      'load of the machine before the first round',
      loadavg()
        .map(value => value.toFixed(1))
        .join(', '),
    ],
    [
      'commit',
      `${git('rev-parse', '--short', 'HEAD')}${changed ? ' and uncommitted changes' : ''}`,
    ],
    ['date', new Date().toISOString().slice(0, 10)],
  ];
}
