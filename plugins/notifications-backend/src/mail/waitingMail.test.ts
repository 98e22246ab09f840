import { mailErrorCode } from './mailErrorCode';
import { UnusableAddressError } from './mailAddress';
import { createWaitingMail } from './waitingMail';

const settings = {
  baseUrl: 'https://console.hub.example/',
  from: 'IMSA Hub <no-reply@hub.example>',
};

describe('waiting mail', () => {
  const waitingMail = createWaitingMail(settings);
  const mail = waitingMail({ mailId: '01abc', to: 'anyone@hub.example' });

  it('says that something is waiting, where, and nothing else', () => {
    expect(mail.subject).toBe('Something is waiting for you in IMSA Hub');
    const link = 'https://console.hub.example/notifications';
    for (const content of [String(mail.text), String(mail.html)]) {
      expect(content.match(/https?:[^\s"<]+/g)).toEqual([link]);
      expect(content).not.toMatch(/anyone|01abc|{{|undefined/);
    }
  });

  it('is readable by everyone', () => {
    const html = String(mail.html);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<title>Something is waiting');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<script|<table/);
  });

  it('has the same Message-ID at each try', () => {
    expect(mail.messageId).toBe('<01abc@console.hub.example>');
    expect(waitingMail({ mailId: '01abc', to: 'anyone@hub.example' })).toEqual(
      mail,
    );
  });

  it.each([
    'a@hub.example\r\nBcc: all@hub.example',
    'a@hub.example\nX: y',
    'a@hub.example, b@hub.example',
    'a@hub.example;b@hub.example',
    'Name <a@hub.example>',
    '"a b"@hub.example',
    'a@hub.example\0',
    'a@hub.example ',
    'a@@hub.example',
    'a',
    '',
  ])('does not go to %j', to => {
    expect(() => waitingMail({ mailId: 'm', to })).toThrow(
      UnusableAddressError,
    );
  });

  it('does not start with a sender of two lines', () => {
    expect(() =>
      createWaitingMail({ ...settings, from: 'a@hub.example\r\nBcc: b@c.d' }),
    ).toThrow('hub.mail.from');
  });
});

describe('mailErrorCode', () => {
  it.each([
    [
      { code: 'EENVELOPE', responseCode: 550, response: '550 a@b.c' },
      'EENVELOPE-550',
    ],
    [{ code: 'ECONNECTION' }, 'ECONNECTION'],
    [{ code: 'no such user a@b.c' }, 'unknown'],
    [{ code: 'x', responseCode: 'a@b.c' }, 'x'],
    [new Error('a@b.c'), 'unknown'],
    [undefined, 'unknown'],
  ])('of %j is %s', (error, code) => {
    expect(mailErrorCode(error)).toBe(code);
  });
});
