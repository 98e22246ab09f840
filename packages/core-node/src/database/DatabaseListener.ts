import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { Client } from 'pg';

/** Hears PostgreSQL's notifications; one connection for the whole backend. */
export interface DatabaseListener {
  /** Called with the payload, and with nothing after a reconnection, when some may have been missed. */
  on(channel: string, listener: (payload: string | undefined) => void): void;
}

/** The listener of this backend. */
export const databaseListenerServiceRef = createServiceRef<DatabaseListener>({
  id: 'hub.database-listener',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory({ config, logger, lifecycle }) {
        const listener = new PostgresListener({ config, logger });
        void listener.connect();
        lifecycle.addShutdownHook(() => listener.close());
        return listener;
      },
    }),
});

/** See {@link DatabaseListener}. Reconnects after one second, for ever. */
export class PostgresListener implements DatabaseListener {
  private readonly listeners = new Map<
    string,
    Array<(payload: string | undefined) => void>
  >();
  private client: Client | undefined;
  private closed = false;

  constructor(
    private readonly options: { config: Config; logger: LoggerService },
  ) {}

  on(channel: string, listener: (payload: string | undefined) => void): void {
    const known = this.listeners.get(channel);
    this.listeners.set(channel, [...(known ?? []), listener]);
    if (!known) this.client?.query(`listen ${channel}`).catch(() => undefined);
  }

  /** Connects and, when the connection is lost, connects again. */
  async connect(): Promise<void> {
    if (this.closed) return;
    const connection = this.options.config.getConfig('hub.database.connection');
    const client = new Client({
      host: connection.getString('host'),
      port: connection.getNumber('port'),
      database: connection.getString('database'),
      user: connection.getString('user'),
      password: connection.getString('password'),
      ssl: connection.getOptional('ssl'),
      application_name: 'imsa-hub listener',
      keepAlive: true,
    });
    let lost = false;
    const retry = () => {
      if (lost || this.closed) return;
      lost = true;
      this.client = undefined;
      client.end().catch(() => undefined);
      setTimeout(() => void this.connect(), 1_000).unref();
    };
    client.on('error', retry);
    client.on('end', retry);
    client.on('notification', message => {
      for (const listener of this.listeners.get(message.channel) ?? []) {
        listener(message.payload);
      }
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) {
        await client.query(`listen ${channel}`);
      }
      this.client = client;
      // Something may have been said while nobody listened.
      for (const listeners of this.listeners.values()) {
        for (const listener of listeners) listener(undefined);
      }
    } catch (error) {
      this.options.logger.warn('Waiting for the database', {
        errorName: (error as Error).name,
      });
      retry();
    }
  }

  /** Stops listening. */
  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }
}
