const MINUTE_MS = 60_000;
/** Until the hub has said after how long a session ends that is not used. */
const UNTIL_TOLD_MINUTES = 60;

/** What somebody does with a page: it is there, and they look at it. */
const DOINGS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

/**
 * Whether somebody is at this page. A page that lies open asks the hub again and
 * again by itself, and would renew its session for ever: while nobody is there it
 * may ask, and renews nothing.
 */
export class Attendance {
  readonly #now: () => number;
  #limit = UNTIL_TOLD_MINUTES * MINUTE_MS;
  #last: number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#last = now();
  }

  /** Begins to notice what somebody does with the page. */
  watch(page: Document): void {
    const note = () => {
      this.#last = this.#now();
    };
    for (const doing of DOINGS)
      page.addEventListener(doing, note, { capture: true, passive: true });
    page.addEventListener('visibilitychange', () => {
      if (page.visibilityState === 'visible') note();
    });
  }

  /** @param minutes - after which a session ends that is not used */
  endsAfter(minutes: number): void {
    this.#limit = minutes * MINUTE_MS;
  }

  get isThere(): boolean {
    return this.#now() - this.#last <= this.#limit;
  }
}
