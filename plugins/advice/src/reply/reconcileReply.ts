import { isSameReply, type ReplyText } from './replyText';

/**
 * How the words on this screen stand to those that the backend has.
 *
 * - `clean`: the same; nothing to save
 * - `dirty`: only this screen has changed; save it
 * - `adopt`: only the backend has changed, or both to the same; take it over
 * - `conflict`: both have changed; a person decides
 */
export type ReplyStanding = 'clean' | 'dirty' | 'adopt' | 'conflict';

/**
 * Compares three states of a reply, so that neither side is overwritten by
 * the other unseen: also when a live refresh has already brought the newer
 * version number to this screen.
 *
 * @param options.local - what stands on this screen
 * @param options.base - what the backend had when both were last the same
 * @param options.server - what the backend has now
 */
export function reconcileReply(options: {
  local: ReplyText;
  base: ReplyText;
  server: ReplyText;
}): ReplyStanding {
  const { local, base, server } = options;
  const hasServerMoved = !isSameReply(server, base);
  const hasLocalMoved = !isSameReply(local, base);
  if (!hasServerMoved) return hasLocalMoved ? 'dirty' : 'clean';
  if (!hasLocalMoved || isSameReply(local, server)) return 'adopt';
  return 'conflict';
}
