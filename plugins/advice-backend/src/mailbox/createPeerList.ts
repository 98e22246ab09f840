import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Which machines may hand mail over.
 *
 * @param peers - addresses, or networks such as `10.0.0.0/24`
 * @returns whether an address is one of them
 * @throws Error for an entry that is neither
 */
export function createPeerList(
  peers: readonly string[],
): (address: string) => boolean {
  const list = new BlockList();
  for (const peer of peers) {
    const [address = '', bits, ...more] = peer.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    const most = family === 'ipv4' ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    if (
      !isIP(address) ||
      more.length > 0 ||
      bits === '' ||
      !Number.isInteger(prefix) ||
      prefix < 0 ||
      prefix > most
    ) {
      throw new Error(
        `hub.mailbox.peers: "${peer}" is neither an address nor a network such as 10.0.0.0/24`,
      );
    }
    list.addSubnet(address, prefix, family);
  }
  return given => {
    // An IPv4 machine on an IPv6 socket.
    const address = given.replace(/^::ffff:(?=\d+\.)/i, '');
    if (!isIP(address)) return false;
    return list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  };
}
