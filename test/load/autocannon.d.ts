/** The part of autocannon that the benchmarks use; it comes without types. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      method?: string;
      path?: string;
      body?: string;
      setupRequest?(request: Request): Request;
    }
    interface Options {
      url: string;
      connections: number;
      duration?: number;
      amount?: number;
      method?: string;
      headers?: Record<string, string>;
      requests?: Request[];
    }
    interface Result {
      errors: number;
    }
    interface Instance extends PromiseLike<Result> {
      on(
        event: 'response',
        heard: (
          client: unknown,
          status: number,
          bytes: number,
          milliseconds: number,
        ) => void,
      ): void;
    }
  }
  function autocannon(options: autocannon.Options): autocannon.Instance;
  export = autocannon;
}
