import { MailRecordSchema, type MailRecord } from '@imsa-hub/advice-common';
import { useHubMutation } from '@imsa-hub/ui';
import { z } from 'zod';
import { keys } from './keys';
import { apiPaths } from './paths';

const AnswerSchema = MailRecordSchema.or(z.undefined());

/** Does one thing to a mail: `set-aside`, `put-back`, `stop-writing`. */
export function useMailAction(options: {
  mailId: string;
  verb: 'set-aside' | 'put-back' | 'stop-writing';
  onDone(mail: MailRecord | undefined): void;
}) {
  const { mailId, verb, onDone } = options;
  return useHubMutation({
    path: apiPaths.doesMail(mailId, verb),
    body: (body: object | undefined) => body,
    schema: AnswerSchema,
    invalidates: [keys.mailsAll, keys.day],
    onSuccess: onDone,
  });
}
