import type { Draft, ReplyKind } from '@imsa-hub/advice-common';

/** A reply as it is being written. */
export interface ReplyText {
  body: string;
  kind: ReplyKind;
  /** What it rests on, one a line. */
  cites: string;
  templateId: string | null;
  templateVersion: number | null;
}

/** The reply as the backend has it; an empty one where there is none yet. */
export function replyTextOf(options: {
  draft: Draft | null | undefined;
  /** The kind that a new reply has. */
  kind: ReplyKind;
}): ReplyText {
  const { draft, kind } = options;
  if (!draft) {
    return {
      body: '',
      kind,
      cites: '',
      templateId: null,
      templateVersion: null,
    };
  }
  return {
    body: draft.body,
    kind: draft.kind,
    cites: draft.cites.join('\n'),
    templateId: draft.templateId,
    templateVersion: draft.templateVersion,
  };
}

/** The lines that hold something. */
export function citesOf(cites: string): string[] {
  return cites
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

const normal = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** Whether two replies say the same, but for white space at the ends. */
export function isSameReply(a: ReplyText, b: ReplyText): boolean {
  return (
    normal(a.body) === normal(b.body) &&
    a.kind === b.kind &&
    citesOf(a.cites).join('\n') === citesOf(b.cites).join('\n')
  );
}

/** Puts a filled template into a reply. What is already written stays. */
export function withTemplate(options: {
  reply: ReplyText;
  filled: { text: string; templateId: string; templateVersion: number };
}): ReplyText {
  const { reply, filled } = options;
  const { text, templateId, templateVersion } = filled;
  const written = reply.body.trimEnd();
  return {
    ...reply,
    body: written ? `${written}\n\n${text}` : text,
    templateId,
    templateVersion,
  };
}
