import type { QueryEntry } from '@imsa-hub/advice-common';
import { LongText, Marked, nameOf } from '@imsa-hub/ui';
import { REPLY_KIND_NAMES } from '../reply/replyWords';

/** The words of one entry, and what a reply rests on. */
export function EntryBody({ entry }: { entry: QueryEntry }) {
  const about = [
    entry.replyKind && REPLY_KIND_NAMES[entry.replyKind],
    entry.secondReader && `read first by ${nameOf(entry.secondReader)}`,
  ].filter(Boolean);
  return (
    <>
      {entry.body && <LongText>{entry.body}</LongText>}
      <Marked marks={entry.marked} />
      {about.length > 0 && <p className="hub-optional">{about.join(' · ')}</p>}
      {entry.cites.length > 0 && (
        <>
          <p className="hub-optional">It rests on:</p>
          <ul>
            {entry.cites.map(cite => (
              <li key={cite}>{cite}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
