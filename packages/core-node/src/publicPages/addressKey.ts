import { isIPv6 } from 'node:net';
import type { Request } from 'express';

/**
 * What tries are counted by: the caller's address, and for IPv6 its network of
 * 64 bits, because one caller has all the addresses in it.
 */
export function addressKey(request: Request): string {
  const ip = request.ip ?? 'unknown';
  const bare = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const [head = '', tail = ''] = bare.split('::', 2);
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const missing = Math.max(0, 8 - first.length - last.length);
  const groups = bare.includes('::')
    ? [...first, ...Array<string>(missing).fill('0'), ...last]
    : first;
  return `${groups
    .slice(0, 4)
    .map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}/64`;
}
