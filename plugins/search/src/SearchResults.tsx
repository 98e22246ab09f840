import { ErrorState, LoadingState, useHubQuery } from '@imsa-hub/ui';
import {
  FEWEST_CHARACTERS,
  SearchAnswerSchema,
  type SearchAnswer,
} from '@imsa-hub/search-common';
import { GroupOfHits } from './GroupOfHits';
import { SearchHelp } from './SearchHelp';
import { foundInWords } from './foundInWords';

/** What the words find, by kind; or what to do. */
export function SearchResults(props: {
  words: string;
  /** The words are not yet those that were typed last. */
  isTyping: boolean;
  /** Only this kind, and more of it. */
  kind?: string;
  onKind(kind?: string): void;
  onGo(): void;
}) {
  const { words, isTyping, kind, onKind, onGo } = props;
  const isEnough = words.length >= FEWEST_CHARACTERS;
  const query = useHubQuery<SearchAnswer>({
    key: ['search', words, kind ?? ''],
    path: 'plugin://search/find',
    method: 'POST',
    body: { words, ...(kind ? { kind } : {}) },
    schema: SearchAnswerSchema,
    enabled: isEnough,
  });
  if (!isEnough) {
    return (
      <div className="search-body">
        <SearchHelp />
      </div>
    );
  }
  const groups = query.data?.groups;
  const shown = groups?.filter(group => group.hits.length > 0 || group.failed);
  return (
    <div className="search-body">
      <p id="search-help" role="status" className="hub-visually-hidden">
        {groups && !isTyping ? foundInWords(groups) : ''}
      </p>
      {query.error && (
        <ErrorState
          error={query.error}
          title="We could not search"
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isPending && <LoadingState what="what was found" />}
      {shown?.map(group => (
        <GroupOfHits
          key={group.kind}
          group={group}
          isAlone={kind !== undefined}
          onKind={onKind}
          onGo={onGo}
        />
      ))}
      {shown?.length === 0 && (
        <div className="search-hint">
          <p className="search-nothing">Nothing was found for “{words}”</p>
          <p>
            Try fewer words or the beginning of one. What stands inside
            questions and replies is never searched.
          </p>
        </div>
      )}
    </div>
  );
}
