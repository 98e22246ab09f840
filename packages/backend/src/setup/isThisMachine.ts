/** Whether a host name or address is this machine's own, which no other reaches. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|127\..*|\[::1\]|.*\.localhost)$/.test(hostname);
}
