import { expect, test } from "vitest";
import { type Brief, briefHtml, briefMarkdown } from "../../src/exchange/brief.ts";

const page: Brief = {
  title: "Reading group",
  when: "Thu 3 Dec 14:00",
  estimate: "About 33 of 42 cards known on the day, as an estimate; ! marks what is weak.",
  quotes: [
    { text: "“Dare to know.”", speaker: "Immanuel Kant", at: "p. 1", recall: 0.4 },
    { text: "“The true art of memory is the art of attention.”", recall: 0.95 },
  ],
  sections: [
    {
      name: "Judgements",
      facts: [
        { text: "A judgement a priori\nowes nothing to experience.", at: "p. 12", recall: 0 },
        { text: "Who woke Kant?", answer: "David Hume", recall: 0.9 },
      ],
    },
  ],
  leftOut: 3,
};

test("The page as Markdown, as a person has read it", async () => {
  await expect(briefMarkdown(page)).toMatchFileSnapshot("../golden/brief.md");
});

test("The page as HTML, as a person has read it", async () => {
  await expect(briefHtml(page)).toMatchFileSnapshot("../golden/brief.html");
});

test("Nothing that stands in a note becomes markup, and the HTML asks for nothing from elsewhere", () => {
  const evil = `</style><script>alert(1)</script><img src=x onerror="x"> & "a" <h1>`;
  const fact = { text: evil, answer: evil, at: evil, recall: 0.5 };
  const hostile: Brief = {
    ...{ title: evil, when: evil, estimate: "", leftOut: 0 },
    quotes: [{ ...fact, speaker: evil }],
    sections: [{ name: evil, facts: [fact] }],
  };
  for (const text of [briefHtml(hostile), briefMarkdown(hostile)]) {
    expect(text).not.toMatch(/<(?:script|img|h1>.*<h1>)|<\/style>.*<\/style>/s);
    expect(text).not.toMatch(/(?:https?:)?\/\/|url\(|@import/);
  }
  expect(briefMarkdown({ ...hostile, title: "a\n# b" })).not.toContain("\n# b");
});
