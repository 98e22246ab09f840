import { KIND_NAMES, type Limit } from '@imsa-hub/deadlines-common';
import { DeadlineTag, Notice } from '@imsa-hub/ui';

/** One limit with its working, or the reason why there is none. */
export function LimitResult({ limit }: { limit: Limit }) {
  if (limit.limit === null) {
    return (
      <Notice tone="warning" title={`${limit.title}: no date can be given`}>
        <p>{limit.caution}</p>
      </Notice>
    );
  }
  return (
    <div className="deadlines-result">
      <DeadlineTag
        date={limit.limit}
        title={limit.title}
        confidence={limit.confidence ?? undefined}
      />
      {limit.kind !== 'limit' && (
        <p className="hub-optional">{KIND_NAMES[limit.kind]}</p>
      )}
      <ol className="deadlines-steps">
        {limit.working.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {limit.source && <p>Source: {limit.source}</p>}
      <p className="hub-caution">{limit.caution}</p>
    </div>
  );
}
