/** At most `length` code units of a text, not ending in half a character nor in space. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trimEnd();
}
