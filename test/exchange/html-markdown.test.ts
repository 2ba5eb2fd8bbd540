import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ankiClozeField, ankiField } from "../../src/exchange/anki-field.ts";
import { clozeTextsOfField, markdownOfField } from "../../src/exchange/anki-field-in.ts";
import { plainTextOfHtml } from "../../src/exchange/html-markdown.ts";
import { type ClozeText, canonical } from "../../src/notes/cloze-text.ts";

describe("a field's HTML as Markdown", () => {
  test.each([
    ["a <b>b</b>&amp;c <i>d</i>", "a **b**&c *d*"],
    ["<div>line 1</div><div>line 2</div>", "line 1\nline 2"],
    ["one<div><br></div><div>two</div>", "one\n\ntwo"],
    ["a<br><br>b<br><br><br>c", "a\n\nb\n\nc"],
    ["<p>p1<p>p2", "p1\n\np2"],
    ["  a \n b&nbsp; c ", "a b  c"],
    ["10&nbsp;%", "10\u00a0%"],
    ["x<sup>2</sup>, 10<sup>−6</sup>, H<sub>2</sub>O, x<sup>ab</sup>", "x², 10⁻⁶, H₂O, x^(ab)"],
    ["<ul><li>one<li>two <b>x</b></ul>after", "- one\n- two **x**\n\nafter"],
    ['<ol start="3"><li>c<ul><li>i</li></ul></li><li>d</li></ol>', "3. c\n   - i\n4. d"],
    ["<table><tr><th>a<th>b<tr><td>c|d<td>e</table>", "| a | b |\n| --- | --- |\n| c\\|d | e |"],
    ["<pre><code>if (a &lt; b)<br>  x();</code></pre>", "```\nif (a < b)\n  x();\n```"],
    ["<blockquote>q<br>r</blockquote>s", "> q\n> r\n\ns"],
    ["*a* 1_000", "\\*a\\* 1\\_000"],
    ["1. foo<br>2. bar", "1\\. foo\n2\\. bar"],
    ["foo<b>bar:</b>baz", "foobar:baz"],
    ["<b>a<i>b</b>c</i>", "**a*b***c"],
    ["<h2>Title</h2>text", "**Title**\ntext"],
    ['<img src="a b.png" alt="x"> <img src="data:image/png;base64,AAAA">', "![x](<a b.png>)"],
    ['<a href="javascript:x()">x</a> <a href="https://e.org/?b=1&amp;c">y</a>', "x [y](https://e.org/?b=1&c)"],
    ["\\(a<b>b</b> &lt; c\\), \\[x=1\\] and [$]y[/$]", "\\(ab < c\\), \\[x=1\\] and \\(y\\)"],
    ["<ruby>漢<rp>(</rp><rt>かん</rt></ruby>", "漢(かん)"],
    ["<script>alert(1)</script>x<style>b{}</style><svg><text>t</text></svg>", "x"],
    ["a < b and c > d, <3", "a < b and c > d, <3"],
    ["<!-- gone -->x<!-- never closed", "x"],
    ["&lt;b&gt; &amp;amp; &#x27;&#39; &nosuch; &copy", "<b> &amp; '' &nosuch; ©"],
    ["&#xFDD0;&#xFFFE;\u0007x&#7;", "\ufffd\ufffdx"],
    ["[sound:a.mp3]", "[sound:a.mp3]"],
  ])("%j", (html, markdown) => {
    expect(markdownOfField(html)).toBe(markdown);
  });

  test("what recto writes for Anki comes back with every letter, and then stays as it is", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = ankiField(pieces.join("").trim(), "plain", new Set());
        const again = ankiField(markdownOfField(html), "plain", new Set());
        expect(letters(again)).toBe(letters(html));
        expect(ankiField(markdownOfField(again), "plain", new Set())).toBe(again);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["unclosed tags", "<b".repeat(60_000)],
    ["tags never ended", "<b>".repeat(60_000)],
    ["comments never closed", "<!--".repeat(60_000)],
    ["scripts never closed", "<script>".repeat(30_000)],
    ["attributes without an end", `<a ${"x='".repeat(60_000)}`],
    ["formulas never closed", "\\(\\[[$]".repeat(20_000)],
    ["blanks", " ".repeat(100_000)],
    ["blanks that do not break", "x\u00a0".repeat(2) + "\u00a0".repeat(100_000)],
    ["pictures never closed", "![".repeat(50_000)],
    ["nested lists", "<ul><li>".repeat(20_000)],
  ])("%s take no time and no stack", (_, html) => {
    const start = performance.now();
    markdownOfField(html);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe("a cloze field as texts", () => {
  test.each<[string, readonly ClozeText[]]>([
    ["test", []],
    ["A {{c1::<b>x</b>::hint}} and {{c2::y}}.", [["A ", gap(1, "**x**", "hint"), " and ", gap(2, "y"), "."]]],
    ["{{c1::a}} {{c1::b}}", [[gap(1, "a"), " ", gap(1, "b")]]],
    [
      "n {{c1::out {{c2::in}} er}}",
      [
        ["n ", gap(1, "out in er")],
        ["n out ", gap(2, "in"), " er"],
      ],
    ],
    [
      "{{c1,2::shared}} and {{c3::own}}",
      [
        [gap(1, "shared"), " and ", gap(3, "own")],
        [gap(2, "shared"), " and own"],
      ],
    ],
    ["<code>f({{c1::a*b*}})</code> \\(x {{c2::y_1}}\\)", [["`f(", gap(1, "a*b*"), ")` \\(x ", gap(2, "y_1"), "\\)"]]],
    ["map&lt;{{c1::std:<!-- -->:string}<!-- -->}}&gt;", [["map<", gap(1, "std::string}"), ">"]]],
    ["{{c0::none}} {{c1:: a }}b {{c2::}}", [["none ", gap(1, " a "), "b"]]],
    ["{{c1::<b>x::*hint*</b>}}", [[gap(1, "**x**", "*hint*")]]],
    ["{{c1::never closed", []],
  ])("%j", (field, texts) => {
    expect(clozeTextsOfField(field)).toEqual(texts);
  });

  test("what recto writes for Anki comes back with the same numbers, words and hints", () => {
    // A deletion in a link's words may make the whole text go out without mark-up, which shows the link's address.
    const withoutLinks = piece.filter((each) => each !== "[w](c)");
    const words = fc.array(withoutLinks, { maxLength: 5 }).map((pieces) => pieces.join(""));
    const text = fc
      .tuple(words, words, words)
      .map(
        ([before, hidden, after]): ClozeText =>
          canonical([`x${before}`, gap(2, `y${hidden}z`, `${after}h`.replace(/\s/g, "")), `${after}w `, gap(1, `v${hidden}u`)]),
      );
    fc.assert(
      fc.property(text, (before) => {
        const html = ankiClozeField(before, new Set());
        fc.pre(html !== undefined);
        const [after, ...others] = clozeTextsOfField(html);
        expect(others).toEqual([]);
        const again = ankiClozeField(after ?? [], new Set());
        expect(letters(again)).toBe(letters(html));
      }),
      { numRuns: 1000 },
    );
  });
});

/** What is seen, with the marks of deletions; a list of one line has its mark as text. */
function letters(html = ""): string {
  return plainTextOfHtml(html)
    .replace(/\s/g, "")
    .replace(/^(?:-|1\.)+/, "");
}

test("plain text is the text without its mark-up", () => {
  expect(plainTextOfHtml("a<br>b&nbsp;<b>c</b>&lt;")).toBe("a\nb c<");
});

const piece = fc.constantFrom(
  ..."a,b, ,  ,*,**,`,\\,$,$x$,[,],[w](c),![d](<e f.png>),\n,\n\n,- ,1. ,> ,```,\\(x\\),\\[x=1\\],<,<b>,&,&amp;,:,::,},}},{{c1::,é,🐈".split(
    ",",
  ),
  "| a | b |\n| --- | --- |\n",
);

function gap(ordinal: number, text: string, hint?: string) {
  return { ordinal, text, ...(hint !== undefined && { hint }) };
}
