import { z } from 'zod';

/** The topic of this plugin's own changes: a notice came or was read. */
export const NOTICES_TOPIC = 'notifications';

/** Seconds between two signs of life on `GET /live`. */
export const LIVE_HEARTBEAT_SECONDS = 15;

/**
 * One `data:` line of `GET /live`: a plugin's id. Something of it that this
 * person may see has changed; what, the page asks as the person.
 */
export const LiveMessageSchema = z.object({ topic: z.string() });
export type LiveMessage = z.infer<typeof LiveMessageSchema>;
