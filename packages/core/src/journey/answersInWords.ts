import { formatDate } from '../dates';
import type {
  JourneyAnswers,
  JourneyField,
  JourneyPage,
  SimpleField,
} from './JourneyPage';
import { reachablePages } from './reachablePages';

/** One page as it was asked and answered, in words. */
export interface AnsweredPage {
  page: string;
  title: string;
  answers: Array<{ field: string; label: string; text: string }>;
}

const NOTHING = 'Not answered';

/**
 * What was asked and answered, as it was worded: for checking one's answers,
 * and to be kept with what was submitted.
 *
 * @param name - the words for a value of a list that changes: an
 *   organisation's name, what happened, which further date
 */
export function answersInWords(options: {
  pages: readonly JourneyPage[];
  answers: JourneyAnswers;
  name(
    from: 'organisations' | 'events' | 'further-dates',
    value: string,
  ): string;
}): AnsweredPage[] {
  const { pages, answers, name } = options;

  const simple = (field: SimpleField, value: unknown): string => {
    if (value === undefined || value === null || value === '') return NOTHING;
    switch (field.kind) {
      case 'date':
        return formatDate(String(value));
      case 'choice':
      case 'choices':
        return (
          [value]
            .flat()
            .map(
              one =>
                field.options.find(option => option.value === one)?.label ?? '',
            )
            .filter(Boolean)
            .join('\n') || NOTHING
        );
      case 'one-of':
        return name(field.from, String(value));
      case 'further-dates':
        return Object.entries(value)
          .map(([id, date]) => `${name(field.kind, id)}: ${formatDate(date)}`)
          .join('\n');
      default:
        return String(value);
    }
  };
  const inWords = (field: JourneyField): string => {
    const value = answers[field.name];
    if (field.kind !== 'list') return simple(field, value);
    if (!Array.isArray(value) || value.length === 0) return NOTHING;
    return value
      .map((item: Record<string, unknown>) =>
        field.item
          .filter(part => part.kind !== 'further-dates' || item[part.name])
          .map(part => `${part.label}: ${simple(part, item[part.name])}`)
          .join('\n'),
      )
      .join('\n\n');
  };

  return reachablePages(pages, answers).map(page => ({
    page: page.id,
    title: page.title,
    answers: page.fields.map(field => ({
      field: field.name,
      label: field.label,
      text: inWords(field),
    })),
  }));
}
