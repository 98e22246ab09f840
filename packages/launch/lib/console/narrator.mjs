/**
 * The calm voice of the launcher: one line a step, with its seconds; on a
 * terminal a long step ticks in place, elsewhere it reports every 15 seconds.
 *
 * @typedef {object} Narrator
 * @property {(text: string) => void} say prints a line
 * @property {<T>(title: string, work: () => Promise<T>) => Promise<T>} step
 *   runs work, shows that it is running, and how long it took
 */

/**
 * @param {{ write: (text: string) => void, live?: boolean }} options
 *   `live` allows redrawing the current line
 * @returns {Narrator}
 */
export function createNarrator({ write, live = false }) {
  /** @type {Map<symbol, { title: string, began: number, reported: number }>} */
  const running = new Map();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const clearLine = () => live && running.size > 0 && write('\r\u001b[2K');
  const draw = () => {
    if (!live || running.size === 0) {
      return;
    }
    const parts = [...running.values()].map(
      ({ title, began }) => `${title} ${seconds(Date.now() - began)}`,
    );
    write(`\r\u001b[2K  … ${parts.join(' · ').slice(0, 110)}`);
  };
  const print = (/** @type {string} */ line) => {
    clearLine();
    write(`${line}\n`);
    draw();
  };
  const tick = () => {
    draw();
    if (live) {
      return;
    }
    for (const step of running.values()) {
      const now = Date.now();
      if (now - step.reported >= 15_000) {
        step.reported = now;
        write(`  … ${step.title} (${seconds(now - step.began)})\n`);
      }
    }
  };

  return {
    say: print,
    async step(title, work) {
      const key = Symbol(title);
      const began = Date.now();
      running.set(key, { title, began, reported: began });
      timer ??= setInterval(tick, 1000).unref();
      draw();
      const finish = (/** @type {string} */ mark) => {
        clearLine();
        running.delete(key);
        write(`  ${mark} ${title} ${seconds(Date.now() - began)}\n`);
        draw();
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
      try {
        const result = await work();
        finish('✓');
        return result;
      } catch (error) {
        finish('✗');
        throw error;
      }
    },
  };
}

/** The narrator of command-line programs. */
export const consoleNarrator = () =>
  createNarrator({
    write: text => process.stdout.write(text),
    live: Boolean(process.stdout.isTTY),
  });

/** A narrator that hands whole lines to a callback, for programs. */
export const callbackNarrator = (
  /** @type {((line: string) => void) | undefined} */ onLog,
) =>
  createNarrator({
    write: text => onLog?.(text.replace(/\n$/, '')),
    live: false,
  });

const seconds = (/** @type {number} */ ms) =>
  ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
