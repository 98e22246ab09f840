import type { Response } from 'express';

/**
 * Calls `listener` with the status as the head of an answer goes out: its
 * headers can still be changed, and on a live line its end is hours away. What
 * was asked to listen later is called first.
 */
export function beforeHead(
  response: Response,
  listener: (status: number) => void,
): void {
  const writeHead = response.writeHead;
  response.writeHead = function head(this: Response, ...args: unknown[]) {
    listener(typeof args[0] === 'number' ? args[0] : this.statusCode);
    return Reflect.apply(writeHead, this, args);
  } as Response['writeHead'];
}
