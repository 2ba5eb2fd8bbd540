/**
 * What the editor opens on: room to write, then how. It is one comment, so that reading drops it and an editor knows the file as
 * Markdown.
 */
export function addTemplate(written: string, deckFile: string): string {
  return `${written}\n\n<!--
Write above, save and close; what you write goes to ${deckFile}. Write nothing to add nothing.
These lines are left out. Several cards may stand one after another, a blank line between them:

Q: A question, ended by its answer?
A: The answer, over as many lines as you like.
At: page, place or link, if you like

C: A sentence that hides {{c1::one part}} and {{c2::another::with a hint}}.

> Somebody's words.
> — Their name

A plain sentence by itself: recto proposes what to ask about it.
-->
`;
}
