import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A command run as somebody in a terminal would: a process group of its own. */
export class RunningCommand {
  private readonly began = performance.now();
  private readonly child: ChildProcess;
  private readonly exited: Promise<number | null>;
  private hasEnded = false;
  private output = '';

  constructor(options: {
    command: string;
    args: readonly string[];
    cwd: string;
    env: NodeJS.ProcessEnv;
  }) {
    const { command, args, cwd, env } = options;
    this.child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const hear = (chunk: Buffer) => {
      this.output += chunk.toString('utf8');
    };
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
    this.exited = new Promise(done => {
      this.child.on('error', error => {
        this.output += `${command}: ${error.message}\n`;
        this.hasEnded = true;
        done(127);
      });
      this.child.on('close', code => {
        this.hasEnded = true;
        done(code);
      });
    });
  }

  /** All it has written so far. */
  get text(): string {
    return this.output;
  }

  get seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  /**
   * Waits until something is so.
   *
   * @returns seconds since the command was given
   * @throws Error with its last lines when it ended or took too long
   */
  async until(
    test: (text: string) => boolean,
    options: { what: string; withinSeconds: number },
  ): Promise<number> {
    const limit = this.seconds + options.withinSeconds;
    while (!test(this.output)) {
      if (this.hasEnded || this.seconds > limit) {
        throw new Error(
          `${options.what}: ${this.hasEnded ? 'it ended before' : 'it took too long'}\n${this.lastLines()}`,
        );
      }
      await sleep(20);
    }
    return this.seconds;
  }

  /** Its exit code; null after a kill. @throws Error when it does not end */
  async end(withinSeconds: number): Promise<number | null> {
    const timer = new AbortController();
    const late = sleep(withinSeconds * 1000, 'late' as const, {
      signal: timer.signal,
    });
    const code = await Promise.race([this.exited, late]);
    timer.abort();
    late.catch(() => undefined);
    if (code === 'late') {
      throw new Error(
        `It did not end within ${withinSeconds} s\n${this.lastLines()}`,
      );
    }
    return code;
  }

  /** What a terminal does with every process in the foreground. */
  signal(signal: 'SIGINT' | 'SIGKILL'): void {
    if (this.child.pid === undefined || this.hasEnded) return;
    process.kill(-this.child.pid, signal);
  }

  private lastLines(): string {
    return this.output.trimEnd().split('\n').slice(-30).join('\n');
  }
}
