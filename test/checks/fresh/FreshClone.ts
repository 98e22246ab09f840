import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { RunningCommand } from '../../support/RunningCommand';

const run = promisify(execFile);
const project = resolve(__dirname, '../../..');

/** What a person's shell has, and nothing that npm or this check adds to it. */
const KEPT =
  /^(HOME|USER|LOGNAME|LANG|LC_\w+|TERM|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|(https?|no|all)_proxy)$/i;

/** A clone of the project in an empty folder, and what is done in it. */
export class FreshClone {
  private constructor(
    readonly folder: string,
    private readonly ports: Readonly<Record<string, number>>,
    private readonly more: NodeJS.ProcessEnv,
  ) {}

  /** Clones what is committed here. */
  static async make(options: {
    folder: string;
    ports: Readonly<Record<string, number>>;
    /** More variables, for every command in it. */
    env?: NodeJS.ProcessEnv;
  }): Promise<FreshClone> {
    const { folder, ports, env = {} } = options;
    await run('git', ['clone', '--quiet', '--no-hardlinks', project, folder]);
    return new FreshClone(folder, ports, env);
  }

  /** `npm start`, with the machine's own Node and ports of our own. */
  start(env: NodeJS.ProcessEnv = {}): RunningCommand {
    return new RunningCommand({
      command: 'npm',
      args: ['start'],
      cwd: this.folder,
      env: this.environment(env),
    });
  }

  /** The version of the Node that a person's shell would find. */
  async machineNode(): Promise<string> {
    const { stdout } = await run('node', ['--version'], {
      env: this.environment(),
    });
    return stdout.trim();
  }

  /** What git says of the clone: its revision and files it would add. */
  async git(...args: string[]): Promise<string> {
    const { stdout } = await run('git', ['-C', this.folder, ...args]);
    return stdout.trim();
  }

  /** Processes that run in the clone or from it, as "number command". */
  processes(): string[] {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
      .flatMap(pid => {
        const command = this.read(pid, 'cmdline').replaceAll('\0', ' ');
        const place = this.link(pid, 'cwd');
        const ours = place.startsWith(this.folder);
        return command && (ours || command.includes(this.folder))
          ? [`${pid} ${command.trim()}`]
          : [];
      });
  }

  /**
   * The hub's own process: the program that runs it, and the seconds in which
   * its main thread ran, and waited for a processor that others had.
   */
  hubProcess(): { program: string; ran: number; waited: number } {
    const line = this.processes().find(command =>
      command.includes('packages/backend/src/index.ts'),
    );
    const pid = line?.split(' ')[0] ?? '';
    const [ran = 0, waited = 0] = this.read(pid, 'schedstat')
      .split(' ')
      .map(nanoseconds => Number(nanoseconds) / 1e9);
    return { program: this.link(pid, 'exe'), ran, waited };
  }

  /** Waits for what a stopped hub may leave for a moment; returns what stayed. */
  async leftovers(withinSeconds = 20): Promise<string[]> {
    const limit = Date.now() + withinSeconds * 1000;
    for (;;) {
      const left = [...this.processes(), ...(await this.portsInUse())];
      if (left.length === 0 || Date.now() > limit) return left;
      await sleep(100);
    }
  }

  private async portsInUse(): Promise<string[]> {
    const answers = await Promise.all(
      Object.values(this.ports).map(async port =>
        (await isListening(port)) ? [`port ${port}`] : [],
      ),
    );
    return answers.flat();
  }

  private environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(([name]) =>
      KEPT.test(name),
    );
    const path = (process.env.PATH ?? '')
      .split(delimiter)
      .filter(place => !/node_modules|node-gyp-bin/.test(place));
    return {
      ...Object.fromEntries(kept),
      PATH: path.join(delimiter),
      HUB_PORT: String(this.ports.hub),
      HUB_IDENTITY_PORT: String(this.ports.identity),
      HUB_MAIL_WEB_PORT: String(this.ports.mailWeb),
      HUB_SMTP_PORT: String(this.ports.smtp),
      HUB_POSTGRES_PORT: String(this.ports.postgres),
      ...this.more,
      ...more,
    };
  }

  // A process can end while we look at it.
  private read(pid: string, file: string): string {
    try {
      return readFileSync(join('/proc', pid, file), 'utf8');
    } catch {
      return '';
    }
  }

  private link(pid: string, file: string): string {
    try {
      return readlinkSync(join('/proc', pid, file));
    } catch {
      return '';
    }
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
