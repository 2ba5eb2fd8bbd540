/** What somebody takes along to a seminar: one page, the weakest first. */
export interface Brief {
  readonly title: string;
  /** "Thu 3 Dec 14:00" */
  readonly when: string;
  /** "About 33 of 42 cards known on the day, as an estimate." */
  readonly estimate: string;
  readonly quotes: readonly BriefQuote[];
  readonly sections: readonly { readonly name: string; readonly facts: readonly BriefFact[] }[];
  /** Notes that are known better and did not fit. */
  readonly leftOut: number;
}

export interface BriefFact {
  readonly text: string;
  /** What a question's answer is. */
  readonly answer?: string;
  readonly at?: string;
  /** Expected recall on the day, 0-1. */
  readonly recall: number;
}

export interface BriefQuote extends BriefFact {
  readonly speaker?: string;
}

/** How both files begin: only a file that begins so gives way to a later brief. */
export const briefMarks = { markdown: "<!-- recto brief -->", html: "<!doctype html><!-- recto brief -->" } as const;

/** Below this a note is marked as one to look at again. */
const weakBelow = 0.8;

export function briefMarkdown({ title, when, estimate, quotes, sections, leftOut }: Brief): string {
  const lines = [briefMarks.markdown, `# ${markdownLine(title)}`, "", `${markdownLine(when)}. ${estimate}`];
  if (quotes.length > 0) lines.push("", "## Quotes", "", ...quotes.map(quoteLine));
  for (const { name, facts } of sections) lines.push("", `## ${markdownLine(name)}`, "", ...facts.map(factLine));
  const rest = restText(leftOut);
  return `${[...lines, ...(rest === "" ? [] : ["", rest])].join("\n")}\n`;
}

function quoteLine(quote: BriefQuote): string {
  return `- ${weakMark(quote)}${markdownLine(quote.text)}${quote.speaker === undefined ? "" : ` — ${markdownLine(quote.speaker)}`}${atOf(quote, markdownLine)}`;
}

function factLine(fact: BriefFact): string {
  return `- ${weakMark(fact)}${markdownLine(fact.text)}${fact.answer === undefined ? "" : ` → ${markdownLine(fact.answer)}`}${atOf(fact, markdownLine)}`;
}

function weakMark({ recall }: BriefFact): string {
  return recall < weakBelow ? "**!** " : "";
}

function atOf({ at }: BriefFact, written: (text: string) => string): string {
  return at === undefined ? "" : ` (${written(at)})`;
}

function restText(leftOut: number): string {
  return leftOut === 0 ? "" : `${leftOut} more that you know better ${leftOut === 1 ? "is" : "are"} left out.`;
}

/** One line in which no markup of a note becomes HTML or a heading. */
function markdownLine(text: string): string {
  return oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Without anything from elsewhere: no script, no picture, no font, no style sheet. Two columns that print on a page. */
export function briefHtml({ title, when, estimate, quotes, sections, leftOut }: Brief): string {
  const blocks = [
    ...(quotes.length === 0 ? [] : [sectionHtml("Quotes", quotes.map(quoteHtml))]),
    ...sections.map(({ name, facts }) => sectionHtml(name, facts.map(factHtml))),
  ];
  const rest = restText(leftOut);
  return [
    briefMarks.html,
    '<html><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${html(title)}</title>`,
    `<style>${style}</style></head><body>`,
    `<header><h1>${html(title)}</h1><p>${html(when)}. ${html(estimate)}</p></header>`,
    `<main>${blocks.join("\n")}</main>`,
    ...(rest === "" ? [] : [`<footer>${html(rest)}</footer>`]),
    "</body></html>",
    "",
  ].join("\n");
}

const style = [
  "@page{size:A4;margin:11mm}",
  "body{font:9.5pt/1.32 Georgia,serif;margin:0 auto;max-width:190mm;color:#111;background:#fff}",
  "h1{font-size:15pt;margin:0}header p{margin:.1em 0 .6em;color:#444}",
  "main{columns:2;column-gap:8mm}@media(max-width:600px){main{columns:1}}",
  "h2{font-size:10.5pt;margin:.7em 0 .2em;border-bottom:1px solid #999;break-after:avoid}",
  "section:first-child h2{margin-top:0}ul{margin:0;padding-left:1.1em}li{margin:.15em 0;break-inside:avoid}",
  ".weak{list-style:'! ';font-weight:bold}.at,.who{color:#444;font-weight:normal}footer{margin-top:.6em;color:#444}",
].join("");

function sectionHtml(name: string, items: readonly string[]): string {
  return `<section><h2>${html(name)}</h2><ul>${items.join("\n")}</ul></section>`;
}

function quoteHtml(quote: BriefQuote): string {
  const speaker = quote.speaker === undefined ? "" : ` <span class="who">— ${html(quote.speaker)}</span>`;
  return itemHtml(quote, `${html(quote.text)}${speaker}`);
}

function factHtml(fact: BriefFact): string {
  return itemHtml(fact, `${html(fact.text)}${fact.answer === undefined ? "" : ` → ${html(fact.answer)}`}`);
}

function itemHtml(fact: BriefFact, content: string): string {
  const at = fact.at === undefined ? "" : ` <span class="at">(${html(fact.at)})</span>`;
  return `<li${fact.recall < weakBelow ? ' class="weak"' : ""}>${content}${at}</li>`;
}

function html(text: string): string {
  return oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
