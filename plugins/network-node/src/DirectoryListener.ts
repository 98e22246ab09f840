import { Client, type ClientConfig } from 'pg';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears that the register changed (`NOTIFY hub_network`), on a connection of
 * its own; when that is lost it connects again and, because something may have
 * been missed, says so as a change.
 */
export class DirectoryListener {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private closed = false;

  constructor(
    private readonly options: {
      connection: ClientConfig;
      onChange: () => void;
    },
  ) {}

  /** Starts listening; never rejects, it tries until {@link close}. */
  async start(): Promise<void> {
    if (this.closed) return;
    const client = new Client(this.options.connection);
    let ended = false;
    const again = () => {
      if (ended) return;
      ended = true;
      if (this.client === client) this.client = undefined;
      client.end().catch(() => undefined);
      if (this.closed) return;
      this.timer = setTimeout(() => void this.start(), this.pause).unref();
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', () => this.options.onChange());
    this.client = client;
    try {
      await client.connect();
      await client.query('listen hub_network');
      this.pause = FIRST_PAUSE_MS;
      this.options.onChange();
    } catch {
      again();
    }
  }

  /** Stops listening for good. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }
}
