import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Announcements } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';

/** What of a notice says who may know of it. */
export interface NoticeSubject {
  type: string;
  subject: string;
}

/** Whether one person may know of these. */
export interface AudienceQuestion<T extends NoticeSubject> {
  person: PersonContext;
  notices: readonly T[];
}

/** The notices of a question by their answer. */
export interface AudienceVerdict<T extends NoticeSubject> {
  admitted: T[];
  refused: T[];
  /** Nobody could say: shown to nobody, and asked again later. */
  unanswered: T[];
}

// Each answer is a small query on the owner's pool, which has ten connections.
const AT_ONCE = 4;

/**
 * Asks, for notices that were once rightly made, whether their person may
 * still know of the record: conflicts, recusals and roles change. The plugin
 * that owns the record answers; each record is asked about once.
 */
export class NoticeAudience {
  constructor(
    private readonly options: {
      announcements: Announcements;
      logger: LoggerService;
    },
  ) {}

  /**
   * The notices that the person may know of, in the order given. What cannot
   * be answered (an unknown type, a failing plugin) is left out.
   */
  async admitted<T extends NoticeSubject>(
    input: AudienceQuestion<T>,
  ): Promise<T[]> {
    return (await this.judge(input)).admitted;
  }

  /** The notices sorted by what their plugins say, each in the order given. */
  async judge<T extends NoticeSubject>(
    input: AudienceQuestion<T>,
  ): Promise<AudienceVerdict<T>> {
    const { person, notices } = input;
    const answers = new Map<string, keyof AudienceVerdict<T>>();
    const asked = new Map(notices.map(notice => [keyOf(notice), notice]));
    const waiting = [...asked.entries()];
    const ask = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [key, notice] = next;
        answers.set(key, await this.answer({ person, notice }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    const those = (answer: keyof AudienceVerdict<T>) =>
      notices.filter(notice => answers.get(keyOf(notice)) === answer);
    return {
      admitted: those('admitted'),
      refused: those('refused'),
      unanswered: those('unanswered'),
    };
  }

  private async answer(input: {
    person: PersonContext;
    notice: NoticeSubject;
  }): Promise<keyof AudienceVerdict<NoticeSubject>> {
    const { announcements, logger } = this.options;
    const { type, subject } = input.notice;
    const spec = announcements.byType(type);
    if (!spec) return 'unanswered';
    try {
      const admits = await spec.audience(subject, { trx: spec.knex });
      return admits(input.person) ? 'admitted' : 'refused';
    } catch (error) {
      logger.warn('Who may know of a notice could not be told; it is hidden', {
        type,
        errorName: error instanceof Error ? error.name : typeof error,
      });
      return 'unanswered';
    }
  }
}

function keyOf(notice: NoticeSubject): string {
  return `${notice.type}\n${notice.subject}`;
}
