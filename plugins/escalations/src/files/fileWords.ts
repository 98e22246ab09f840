const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    'Word file',
  'application/vnd.oasis.opendocument.text': 'OpenDocument text',
  'text/plain': 'Plain text',
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
  'image/heic': 'HEIC picture',
};

/** What a file is, by its media type. */
export const fileKind = (type: string): string => KINDS[type] ?? 'File';

/** How large a file is: "340 bytes", "12 kB", "1.4 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
