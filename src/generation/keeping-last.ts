/**
 * What many rules ask about the same sentence is found once: the answer for the last one asked about is kept, and no other, so
 * that a long document costs no memory.
 */
export function keepingLast<Asked, Answer>(answerFor: (asked: Asked) => Answer): (asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | undefined;
  return (asked) => {
    if (last?.asked !== asked) last = { asked, answer: answerFor(asked) };
    return last.answer;
  };
}
