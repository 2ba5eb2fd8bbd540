import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deckTitle, notesOf } from "../../src/notes/deck.ts";
import { noteIdOfGuid } from "../../src/notes/note-id.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import { driveAnki, findRealAnki } from "../support/anki/real-anki.ts";
import { take } from "../support/anki/take.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface StateInAnki {
  readonly type: number;
  readonly queue: number;
  readonly interval: number;
  readonly dueIn: number | null;
  readonly memory: readonly [stability: number, difficulty: number] | null;
}

const anki = findRealAnki(process.env);
const python = "python" in anki ? anki.python : "";
if ("missing" in anki) {
  const words = `NOT TESTED against a real Anki: ${anki.missing}`;
  process.stderr.write(`\n${words}\n\n`);
  test(words, ({ skip }) => skip(anki.missing));
}

const notes = [
  ["Basic", ["What is <b>it</b>?", 'That: <img src="a b.jpg"> &amp; more'], "Sprachen::Spanisch", ["t1", "a::b"]],
  ["Basic (and reversed card)", ["uno", "eins"], "Sprachen::Spanisch", []],
  ["Cloze", ["{{c1::A}} and {{c2::B::hint}}", "Because."], "C++", []],
  ["Basic", ["new", "never seen"], "C++", []],
] as const;

describe.skipIf("missing" in anki)("a package that a real Anki exported", () => {
  test.each([true, false])("comes in with its history, in the older form (%s)", async (legacy) => {
    const path = join(temporaryFolder(), "out.apkg");
    const collection = join(temporaryFolder(), "collection.anki2");
    const [made] = driveAnki(python, [{ add: notes }, { fsrs: true }, { media: { "a b.jpg": "picture" } }], collection) as [
      string[],
    ];
    const [basic = "", both = "", cloze = "", unseen = ""] = made;
    const pasts = [
      [
        basic,
        0,
        [
          [40, 3, -600, 0],
          [39.9, 3, 1, 0],
          [38, 3, 4, 1],
          [33, 1, -600, 1],
          [32.99, 3, 2, 2],
          [30, 4, 12, 1],
        ],
        5,
      ],
      [
        both,
        0,
        [
          [20, 4, 4, 0],
          [15, 2, 6, 1],
        ],
        -3,
      ],
      [
        both,
        1,
        [
          [3, 3, -600, 0],
          [2.9, 3, 3, 0],
        ],
        0,
      ],
      [
        cloze,
        1,
        [
          [100, 3, 10, 0],
          [85, 3, 31, 1],
          [50, 3, 90, 1],
        ],
        40,
      ],
    ];
    const [, , , states] = driveAnki(
      python,
      [{ history: pasts }, { answer: [[cloze, 0, 3]] }, { exportPackage: path, legacy }, { states: true }],
      collection,
    ) as [unknown, unknown, unknown, Record<string, StateInAnki>];

    const stores = new MemoryStores({}, {});
    stores.clock = Date.now();
    const { plan, report } = await take(stores, path);
    expect(plan.report).toMatchObject({ found: 4, new: 4, leftOut: [] });
    expect(report).toMatchObject({
      answers: { added: 14, known: 0, unrated: 0, withoutCard: 0 },
      placed: 0,
      media: { added: 1 },
    });
    const decks = [...stores.files].map(([name, text]) => readDeck(name, `decks/${name}.md`, text));
    expect(decks.flatMap((deck) => deck.problems)).toEqual([]);
    expect(decks.map((deck) => [deck.name, deckTitle(deck), notesOf(deck).length]).sort()).toEqual([
      ["C++", "C++", 2],
      ["Sprachen::Spanisch", "Spanisch", 2],
    ]);
    expect(decks.flatMap(notesOf)).toMatchObject([
      {
        kind: "question",
        question: "What is **it**?",
        answer: "That: ![](<media/a b.jpg>) & more",
        provenance: { tags: ["a::b", "t1"] },
      },
      { kind: "question", question: "uno", answer: "eins", both: true },
      { kind: "cloze", text: [{ ordinal: 1, text: "A" }, " and ", { ordinal: 2, text: "B", hint: "hint" }], source: "Because." },
      { kind: "question", question: "new" },
    ]);
    expect(Buffer.from(stores.mediaFiles.get("a b.jpg") ?? []).toString()).toBe("picture");

    const { cards } = replay(stores.saved);
    const today = new Date(stores.clock - 4 * 3_600_000).toISOString().slice(0, 10);
    const cardOf = (guid: string, slot: string) => cards.get(`${noteIdOfGuid(guid)}.${slot}`);
    for (const [guid, ord, slot] of [
      [basic, 0, "qa"],
      [both, 0, "qa"],
      [both, 1, "aq"],
      [cloze, 1, "c2"],
    ] as const) {
      const inAnki = states[`${guid}:${ord}`];
      const here = cardOf(guid, slot);
      expect(here?.schedule).toEqual({ state: "review", interval: inAnki?.interval, dueOn: addDays(today, inAnki?.dueIn ?? 0) });
      expect(here?.memory?.stabilityDays).toBeCloseTo(inAnki?.memory?.[0] ?? 0, 2);
      expect(here?.memory?.difficulty).toBeCloseTo(inAnki?.memory?.[1] ?? 0, 2);
    }
    expect(cardOf(basic, "qa")).toMatchObject({ reps: 6, lapses: 1 });
    expect(states[`${cloze}:0`]?.queue).toBe(1);
    expect(cardOf(cloze, "c1")?.schedule).toMatchObject({ state: "learning", step: 1 });
    expect(cardOf(unseen, "qa")).toBeUndefined();

    const before = [...stores.saved];
    const again = await take(stores, path);
    expect(again.plan.report).toMatchObject({ found: 4, new: 0, duplicate: 4 });
    expect(again.report).toMatchObject({ answers: { added: 0, known: 14 }, differing: [], placed: 0 });
    expect(stores.saved).toEqual(before);
  });
});
