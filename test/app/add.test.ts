import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AddingPlan,
  applyAdding,
  planAdding,
  readDecks,
  type TargetDeck,
  targetDeck,
  targetNow,
  withDetails,
} from "../../src/app/add.ts";
import { readTyped } from "../../src/app/typed-notes.ts";
import { notesOf } from "../../src/notes/deck.ts";
import type { Draft } from "../../src/notes/note.ts";
import { noteIdAlphabet } from "../../src/notes/note-id.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { writeNote } from "../../src/notes/write-note.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { note as anyNote } from "../support/note-arbitraries.ts";

function home(decks: Readonly<Record<string, string>> = {}) {
  const stores = new MemoryStores(decks);
  let minted = 0;
  const mintNoteId = () => `2222222222${noteIdAlphabet[Math.floor(minted / 31)]}${noteIdAlphabet[minted++ % 31]}`;
  return Object.assign(Object.create(stores) as MemoryStores, { mintNoteId });
}

function target(stores: MemoryStores, named?: string) {
  const found = targetDeck(readDecks(stores), named);
  if ("remedy" in found) return found.message;
  return "refusal" in found ? found.refusal : `${found.name}${found.before ? "" : " (new)"}`;
}

function now(stores: MemoryStores, name: string): TargetDeck {
  const found = targetNow(stores, { name, file: `decks/${name}.md` });
  if ("remedy" in found) throw new Error(found.message);
  return found;
}

function add(stores: MemoryStores, deck: string, drafts: readonly Draft[], taken: readonly string[] = []): AddingPlan {
  const plan = planAdding(
    stores,
    now(stores, deck),
    drafts.map((draft) => ({ draft, line: 1 })),
    new Set(taken),
  );
  if (!("text" in plan)) throw new Error(`${plan.message} ${plan.remedy}`);
  applyAdding(stores, plan);
  return plan;
}

const draft = (text: string) => {
  const found = readTyped(text, "").notes[0]?.draft;
  if (!found) throw new Error(`no note: ${text}`);
  return found;
};

describe("the deck that notes go to", () => {
  const decks = { "kant::first": "---\ntitle: The first Critique\n---\n", "kant::second": "", memory: "", hume: "" };
  test.each([
    [undefined, "inbox (new)"],
    ["memory", "memory"],
    ["mem", "memory"],
    ["mem.md", "mem (new)"],
    ["kant/first", "kant::first"],
    ["decks/kant/first.md", "kant::first"],
    ["The first Critique", "kant::first"],
    ["hegel", "hegel (new)"],
    ["kant/third", "kant::third (new)"],
  ])("%s is %s", (named, wanted) => {
    expect(target(home(decks), named)).toBe(wanted);
  });

  test.each(["kant", "../x", "", "/etc/x", "media/x", "con", "a".repeat(300), "x\u001b[2J", "media"])(
    "%j is refused",
    (named) => {
      expect(target(home(decks), named)).toMatch(/could be any of|cannot be the name|^media/);
    },
  );

  test("is always the same one when none is named, whatever the home holds", () => {
    expect(target(home({ only: "" }))).toBe("inbox (new)");
    expect(target(home({ inbox: "", only: "" }))).toBe("inbox");
  });
});

describe("a note that is added", () => {
  test("gets its id at once, and stands at the end of a deck without headings", () => {
    const stores = home({ inbox: "C: {{c1::old}} one" });
    add(stores, "inbox", [draft("Q: a?\nA: b"), draft("C: {{c1::c}} d")]);
    expect(stores.files.get("inbox")).toBe(
      "C: {{c1::old}} one\n\n<!-- 222222222222 other -->\nQ: a?\nA: b\n\n<!-- 222222222223 other -->\nC: {{c1::c}} d\n",
    );
  });

  test("stands under the heading of its section where a deck has headings, and keeps its line ends", () => {
    const stores = home({ inbox: "## Quotes\r\n\r\n> {{c1::a}} b\r\n\r\n## Facts\r\n\r\nC: {{c1::c}} d\r\n" });
    add(stores, "inbox", [draft("“Dare {{to know}}.” — Immanuel Kant")]);
    expect(stores.files.get("inbox")).toBe(
      "## Quotes\r\n\r\n> {{c1::a}} b\r\n\r\n<!-- 222222222222 quotes -->\r\n> Dare {{c1::to know}}.\r\n> — Immanuel Kant\r\n\r\n## Facts\r\n\r\nC: {{c1::c}} d\r\n",
    );
  });

  test("never takes an id that another note has, and keeps one that was typed along while it is free", () => {
    const stores = home();
    const typed = [
      { draft: draft("C: {{a}} b"), line: 1, id: "7hq2mzk4rtw9" },
      { draft: draft("C: {{c}} d"), line: 2, id: "7hq2mzk4rtw9" },
    ];
    const plan = planAdding(stores, now(stores, "x"), typed, new Set(["222222222222"]));
    expect("notes" in plan && plan.notes.map(({ id }) => id)).toEqual(["7hq2mzk4rtw9", "222222222223"]);
  });

  test("is refused, with the place to mend, where it would be read as part of what stands before it", () => {
    const stores = home({ inbox: "Some prose.\n\n```\nnever closed\n" });
    const plan = planAdding(stores, now(stores, "inbox"), [{ draft: draft("C: {{a}} b\n```\ncode\n```\n"), line: 1 }], new Set());
    expect(plan).toMatchObject({ file: "decks/inbox.md", message: expect.stringMatching(/could not be told/) });
  });

  test("is completed by what was said about it; what it says itself stays", () => {
    const more = { both: true, at: "p. 1", source: "Kant did.", tags: ["a", "b"] };
    expect(withDetails(draft("Q: Who?\nA: Kant"), more)).toMatchObject({
      both: true,
      at: "p. 1",
      source: "Kant did.",
      provenance: { tags: ["a", "b"] },
    });
    expect(withDetails(draft("<!-- 7hq2mzk4rtw9 facts #a -->\nC: {{c1::a}} b\nAt: p. 2"), more)).toMatchObject({
      at: "p. 2",
      provenance: { tags: ["a", "b"] },
    });
    expect(withDetails(draft("C: {{a}} b"), more)).not.toHaveProperty("both");
  });

  test("is read back exactly, whatever it says and whatever stands in the deck, or refused", () => {
    fc.assert(
      fc.property(
        fc.array(anyNote, { minLength: 1, maxLength: 3 }),
        fc.array(anyNote, { maxLength: 2 }),
        fc.constantFrom("", "prose\n\n```\n", "## Facts\n", "Q: open\n", "---\ntitle: x\n---\n"),
        (notes, standing, prose) => {
          const stores = home({ d: prose });
          const drafts = notes.map(({ id: _, idIsDerived: __, ...rest }) => rest as Draft);
          try {
            add(
              stores,
              "d",
              standing.map(({ id: _, idIsDerived: __, ...rest }) => rest as Draft),
            );
            const before = notesOf(readDeck("d", "", stores.files.get("d") ?? ""));
            add(
              stores,
              "d",
              drafts,
              before.map(({ id }) => id),
            );
            const after = notesOf(readDeck("d", "", stores.files.get("d") ?? ""));
            const bare = (all: readonly Draft[]) =>
              all
                .map((note) => ({ ...note, id: "222222222222", idIsDerived: false }))
                .sort((a, b) => (writeNote(a) < writeNote(b) ? -1 : 1));
            expect(bare(after)).toEqual(bare([...before, ...drafts]));
          } catch (error) {
            if (!/could not be told/.test(String(error))) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
