/** The ports of a hub, all on the loopback address. */
export interface Ports {
  hub: number;
  postgres: number;
  identity: number;
  mailWeb: number;
  smtp: number;
  /** Where mails to the advice mailbox come in. */
  mailbox: number;
}

/** A program of the hub that can be stopped. */
export interface Service {
  readonly pid: number | undefined;
  isRunning(): boolean;
  stop(): Promise<void>;
  /** SIGKILL, as a crash would. */
  killHard(): Promise<void>;
  /** The last lines of its log. */
  tail(lines?: number): Promise<string[]>;
}

/** The hub's own process. */
export interface BackendService extends Service {
  readonly logFile: string;
  /** Resolves when it is ready for requests. */
  start(): Promise<void>;
}

/** The hub's PostgreSQL. */
export interface PostgresService extends Service {
  readonly port: number;
  /** How a check looks at the database from outside; the hub never has this. */
  readonly superuser: {
    host: string;
    port: number;
    user: string;
    password: string;
    database: string;
  };
  start(): Promise<void>;
}

/** What the launcher may be told. */
export interface StartServicesOptions {
  /** Default `.data`, or `HUB_DATA_DIR`. */
  dataDir?: string;
  ports?: Partial<Ports>;
  /** Lets a check make accounts with any claims (POST /test/accounts). */
  minting?: boolean;
  /** More settings of PostgreSQL, e.g. `{ synchronous_commit: 'off' }`. */
  postgresSettings?: Record<string, string>;
}

/** What the launcher may be told about a whole hub. */
export interface StartHubOptions extends StartServicesOptions {
  /** Whether an empty hub gets the synthetic network; default true. */
  seed?: boolean;
  /** Whether the pages are built when stale; default true. */
  pages?: boolean;
  /** More variables for the backend. */
  env?: Record<string, string>;
  /** More configuration files for the backend. */
  configs?: string[];
  /** Hears each step. */
  onLog?: (line: string) => void;
}

interface Places {
  dataDir: string;
  /** Where the hub is, e.g. `http://localhost:7007`. */
  url: string;
  /** Where mails can be read; `/api/mails` has them as JSON. */
  mailUrl: string;
  identityUrl: string;
  ports: Ports;
  /** The environment of the backend. */
  env: Record<string, string>;
  /** What migrations, the seed and commands get besides. */
  ownerEnv: Record<string, string>;
}

/** The services without the hub. */
export interface Services extends Places {
  postgres: PostgresService;
  identity: Service;
  mail: Service;
  stop(): Promise<void>;
}

/** A whole running hub. */
export interface Hub extends Places {
  services: {
    postgres: PostgresService;
    backend: BackendService;
    identity: Service;
    mail: Service;
  };
  stop(): Promise<void>;
}

export type StartHub = (options?: StartHubOptions) => Promise<Hub>;
export type StartServices = (
  options?: StartServicesOptions,
) => Promise<Services>;
