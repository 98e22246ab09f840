import type { FieldError, ProblemError } from '@imsa-hub/ui';

/**
 * What the backend says of the fields of a reply, by their names in the page:
 * another form beside it has a `body` of its own.
 */
export function replyErrors(
  problem: Pick<ProblemError, 'fieldErrors'> | null,
): readonly FieldError[] {
  return (problem?.fieldErrors ?? []).map(({ field, message }) => ({
    field: `reply.${field.split('.')[0]}`,
    message,
  }));
}
