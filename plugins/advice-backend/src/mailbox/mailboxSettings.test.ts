import { ConfigReader } from '@backstage/config';
import { createPeerList } from './createPeerList';
import { readMailboxSettings } from './mailboxSettings';

const read = (mailbox: object, mail: object = {}) =>
  readMailboxSettings(new ConfigReader({ hub: { mailbox, mail } } as never));

describe('settings of the advice mailbox', () => {
  it('is off unless a port is set', () => {
    for (const mailbox of [{}, { address: 'a@hub.example' }, { port: '' }]) {
      expect(read(mailbox).listening).toBeUndefined();
    }
  });

  it('listens to its own machine only, unless told', () => {
    const { listening, keepSetAsideDays } = read({
      port: '7011',
      address: 'Advice@Hub.Example',
    });
    expect(listening).toMatchObject({
      port: 7011,
      host: '127.0.0.1',
      address: 'advice@hub.example',
      peers: ['127.0.0.1', '::1'],
      lmtp: false,
      mostBytes: 10 * 1024 * 1024,
    });
    expect(keepSetAsideDays).toBe(30);
  });

  it.each([
    [{ port: 7011 }],
    [{ port: 7011, address: 'advice' }],
    [{ port: 7011, address: 'a@b.example, c@d.example' }],
  ])('does not start with %j', mailbox => {
    expect(() => read(mailbox)).toThrow('hub.mailbox.address');
  });

  it('does not start where its own mails would come back to it', () => {
    expect(() =>
      read(
        { port: 7011, address: 'advice@hub.example' },
        { from: 'IMSA Hub <Advice@hub.example>' },
      ),
    ).toThrow('hub.mail.from');
  });
});

describe('peers of the advice mailbox', () => {
  const admits = createPeerList(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32']);

  it.each([
    ['10.1.2.3', true],
    ['::ffff:10.1.2.3', true],
    ['192.0.2.7', true],
    ['2001:db8::5', true],
    ['10.2.0.1', false],
    ['192.0.2.8', false],
    ['127.0.0.1', false],
    ['::1', false],
    ['', false],
    ['10.1.2.3.4', false],
  ])('%s: %s', (address, expected) => {
    expect(admits(address)).toBe(expected);
  });

  it.each(['10.1.0.0/33', 'relay.example', '10.1.0.0/', '1/2/3', ''])(
    'does not start with %j',
    peer => {
      expect(() => createPeerList([peer])).toThrow('hub.mailbox.peers');
    },
  );
});
