/** Gives the person a file that was made in the page; nothing is kept. */
export function saveFile(options: {
  name: string;
  type: string;
  text: string;
}): void {
  const { name, type, text } = options;
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
