import type { LoggerService } from '@backstage/backend-plugin-api';
import type { HubPermissions } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import {
  SHOWN_AT_FIRST,
  SHOWN_OF_ONE_KIND,
  type SearchAnswer,
  type SearchGroup,
  type SearchRequest,
} from '@imsa-hub/search-common';
import {
  searchTerms,
  type SearchQuestion,
  type SearchSource,
  type SearchSources,
} from '@imsa-hub/search-node';
import { withinTime } from './withinTime';

/**
 * Asks every source that is open to a person, side by side. Which groups there
 * are depends on the person's roles alone, never on what was found: the answer
 * has the same shape for what is hidden and what does not exist.
 */
export class SearchService {
  constructor(
    private readonly options: {
      sources: SearchSources;
      permissions: HubPermissions;
      logger: LoggerService;
      /** After so many milliseconds a source counts as failed. */
      longestWaitMs: number;
    },
  ) {}

  async find(
    input: SearchRequest & { person: PersonContext },
  ): Promise<SearchAnswer> {
    const { person, words, kind } = input;
    const shown = kind ? SHOWN_OF_ONE_KIND : SHOWN_AT_FIRST;
    // One more than is shown tells that there is more, and no more than that.
    const question: SearchQuestion = {
      person,
      words,
      terms: searchTerms(words),
      limit: shown + 1,
    };
    const asked = this.options.sources
      .all()
      .filter(source => this.isOpen(source, person))
      .filter(source => kind === undefined || source.kind === kind);
    return {
      groups: await Promise.all(
        asked.map(source => this.ask({ source, question, shown })),
      ),
    };
  }

  private isOpen(source: SearchSource, person: PersonContext): boolean {
    const { door } = source;
    return door === 'signed-in' || this.options.permissions.may(person, door);
  }

  private async ask(input: {
    source: SearchSource;
    question: SearchQuestion;
    shown: number;
  }): Promise<SearchGroup> {
    const { source, question, shown } = input;
    const { kind, title } = source;
    try {
      const hits =
        question.terms.length === 0
          ? []
          : await withinTime(this.options.longestWaitMs, source.find(question));
      return {
        kind,
        title,
        hits: hits.slice(0, shown).map(hit => ({
          title: hit.title,
          detail: hit.detail,
          path: hit.path,
        })),
        more: hits.length > shown,
        failed: false,
      };
    } catch (error) {
      // Its message could hold the words that were searched for.
      this.options.logger.warn(`The search source ${kind} failed`, {
        errorName: (error as Error).name,
      });
      return { kind, title, hits: [], more: false, failed: true };
    }
  }
}
