import { useId } from 'react';
import { Button, Link } from '@backstage/ui';
import type { SearchGroup } from '@imsa-hub/search-common';

/** The hits of one kind, and the way to more of them. */
export function GroupOfHits(props: {
  group: SearchGroup;
  /** It was opened by itself. */
  isAlone: boolean;
  onKind(kind?: string): void;
  onGo(): void;
}) {
  const { group, isAlone, onKind, onGo } = props;
  const id = useId();
  return (
    <section aria-labelledby={id} className="search-group">
      <h3 id={id} className="search-group-title">
        {group.title}
      </h3>
      {group.failed && <p>This could not be searched just now.</p>}
      <ul className="search-hits">
        {group.hits.map(hit => (
          <li key={hit.path}>
            <Link
              href={hit.path}
              standalone
              className="search-hit"
              onClick={onGo}
            >
              <span className="search-hit-title">{hit.title}</span>
              {hit.detail && (
                <span className="search-hit-detail">{hit.detail}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {group.more && !isAlone && (
        <Button
          data-stop
          variant="tertiary"
          size="medium"
          onPress={() => onKind(group.kind)}
        >
          {`More than ${group.hits.length}: show more of ${group.title.toLowerCase()}`}
        </Button>
      )}
      {group.more && isAlone && (
        <p className="search-hint">
          There are more than {group.hits.length}. Add a word to narrow it down.
        </p>
      )}
      {isAlone && (
        <Button
          data-stop
          variant="tertiary"
          size="medium"
          onPress={() => onKind(undefined)}
        >
          Back to everything
        </Button>
      )}
    </section>
  );
}
