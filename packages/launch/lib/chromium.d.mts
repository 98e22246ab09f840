/** The path of the Chromium of this machine. */
export function findChromium(): Promise<string>;
