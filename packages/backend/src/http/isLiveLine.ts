import type { Request } from 'express';

const LIVE_LINE = '/api/notifications/live';

/** Whether a live line is opened; those have limits of their own. */
export function isLiveLine(request: Request): boolean {
  const path = `${request.baseUrl}${request.path}`;
  return request.method === 'GET' && path === LIVE_LINE;
}
