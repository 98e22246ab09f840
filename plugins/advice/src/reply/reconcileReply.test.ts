import { reconcileReply } from './reconcileReply';
import {
  citesOf,
  isSameReply,
  withTemplate,
  type ReplyText,
} from './replyText';

const reply = (body: string, part: Partial<ReplyText> = {}): ReplyText => ({
  body,
  kind: 'case-specific',
  cites: '',
  templateId: null,
  templateVersion: null,
  ...part,
});

describe('reconcileReply', () => {
  it.each([
    ['nobody changed it', 'a', 'a', 'a', 'clean'],
    ['only this screen did', 'ab', 'a', 'a', 'dirty'],
    ['only the backend did', 'a', 'a', 'ab', 'adopt'],
    ['both did, to the same', 'ab', 'a', 'ab', 'adopt'],
    ['both did, differently', 'ab', 'a', 'ac', 'conflict'],
    ['the backend trimmed what was sent', 'ab\n', 'a', 'ab', 'adopt'],
    ['it was sent', 'ab', 'ab', '', 'adopt'],
    ['it was sent while more was typed', 'abc', 'ab', '', 'conflict'],
  ])('%s', (_, local, base, server, standing) => {
    expect(
      reconcileReply({
        local: reply(local),
        base: reply(base),
        server: reply(server),
      }),
    ).toBe(standing);
  });
});

describe('replyText', () => {
  it('notices another kind and other sources', () => {
    expect(isSameReply(reply('a'), reply('a', { kind: 'signpost' }))).toBe(
      false,
    );
    expect(isSameReply(reply('a'), reply('a', { cites: 'Act' }))).toBe(false);
    expect(isSameReply(reply('a'), reply('a', { cites: ' \n' }))).toBe(true);
  });

  it('reads one source a line', () => {
    expect(citesOf(' Housing Act 1996 \n\nCode, chapter 3\n')).toEqual([
      'Housing Act 1996',
      'Code, chapter 3',
    ]);
  });

  it('fills an empty reply and adds to a begun one', () => {
    const filled = { text: 'T', templateId: 't', templateVersion: 2 };
    expect(withTemplate({ reply: reply(' '), filled }).body).toBe('T');
    expect(withTemplate({ reply: reply('Dear '), filled })).toEqual(
      reply('Dear\n\nT', { templateId: 't', templateVersion: 2 }),
    );
  });
});
