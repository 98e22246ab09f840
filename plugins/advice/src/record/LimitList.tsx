import type { Limit } from '@imsa-hub/advice-common';
import { DeadlineTag, Moment } from '@imsa-hub/ui';

function UnknownLimit({ limit }: { limit: Limit }) {
  return (
    <div className="advice-limit-unknown">
      <p>
        <strong>{limit.title}</strong>: no date can be given
      </p>
      <p>{limit.caution}</p>
    </div>
  );
}

/** Legal limits with the working of each; what is not known says so. */
export function LimitList(props: { limits: readonly Limit[] }) {
  return (
    <ul className="advice-limits">
      {props.limits.map(limit => (
        <li key={`${limit.ruleId} ${limit.eventDate}`}>
          {limit.limit === null ? (
            <UnknownLimit limit={limit} />
          ) : (
            <DeadlineTag
              date={limit.limit}
              title={limit.title}
              working={limit.working}
              source={limit.source ?? undefined}
              confidence={limit.confidence ?? undefined}
              caution={limit.caution || undefined}
            />
          )}
          <p className="hub-optional">
            Counted from <Moment at={limit.eventDate} />
          </p>
        </li>
      ))}
    </ul>
  );
}
