import { describe, expect, test } from "vitest";
import { encodeEvent, writerOf } from "../../src/adapters/log-line.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { noteIdOfGuid } from "../../src/notes/note-id.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { livingEvents } from "../../src/scheduling/living-events.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { defaultWeights } from "../../src/scheduling/weights.ts";
import { type BuiltCollection, deckOf, modelOf, packageOf } from "../support/anki/build-package.ts";
import { take } from "../support/anki/take.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const answeredAt = Date.parse("2026-11-20T10:00:00.000Z");
/** The built collections begin on 2026-01-01. */
const day = (date: string) => (Date.parse(date) - Date.parse("2026-01-01")) / 86_400_000;

function one(
  fields: readonly string[],
  rest: Partial<BuiltCollection> & { mid?: number; card?: Record<string, number | string> } = {},
): BuiltCollection {
  const { mid = 1, card = {}, ...collection } = rest;
  return {
    notes: [{ id: 10, guid: "g1", mid, flds: fields.join("\x1f") }],
    cards: [{ id: 20, nid: 10, ...card }],
    ...collection,
  };
}

async function taken(built: BuiltCollection, stores = new MemoryStores({})) {
  const result = await take(stores, await packageOf(built));
  const decks = [...stores.files].map(([name, text]) => readDeck(name, `decks/${name}.md`, text));
  const card = (slot: string, guid = "g1", part = 0) => replay(stores.saved).cards.get(`${noteIdOfGuid(guid, part)}.${slot}`);
  return { ...result, stores, notes: decks.flatMap(notesOf), card, types: () => stores.saved.map(({ type }) => type) };
}

describe("what the cards of a note ask", () => {
  test("a type with several templates makes a note for each card that there is, each with its own history", async () => {
    const model = modelOf(
      9,
      "Vocabulary",
      ["Word", "Meaning", "Sound"],
      [
        ["{{Word}}", "{{FrontSide}}<hr id=answer>{{Meaning}}"],
        ["{{Meaning}}", '{{FrontSide}}<hr id="answer">{{Word}} {{Sound}}'],
        ["{{#Sound}}{{Sound}}{{/Sound}}", "<hr id=answer>{{Word}}"],
        ["{{^Sound}}never{{/Sound}}", "x"],
      ],
    );
    const cards = [0, 1, 2].map((ord) => ({
      id: 20 + ord,
      nid: 10,
      ord,
      type: 2,
      queue: 2,
      due: day("2026-12-01") + ord,
      ivl: 11,
    }));
    const revlog = [0, 1, 2].map((ord) => ({ id: answeredAt + ord, cid: 20 + ord, ease: 3, ivl: 11, type: 0 }));
    const { notes, card } = await taken({
      ...one(["Hund", "dog", "[sound:hund.mp3]"], { mid: 9 }),
      models: { 9: model },
      cards,
      revlog,
    });
    expect(notes).toMatchObject([
      {
        id: noteIdOfGuid("g1"),
        question: "Hund",
        answer: "dog",
        both: false,
        provenance: { guid: "g1", noteType: "Vocabulary" },
      },
      { id: noteIdOfGuid("g1", 1), question: "dog", answer: "Hund [sound:hund.mp3]" },
      { id: noteIdOfGuid("g1", 2), question: "[sound:hund.mp3]", answer: "Hund" },
    ]);
    for (const ord of [0, 1, 2]) expect(card("qa", "g1", ord)?.schedule).toMatchObject({ dueOn: `2026-12-0${1 + ord}` });
  });

  test("the second card is the first reversed, or there is only one", async () => {
    const both = one(["fork", "la fourchette"], { mid: 2 });
    const two = [
      { id: 20, nid: 10, ord: 0 },
      { id: 21, nid: 10, ord: 1 },
    ];
    expect((await taken({ ...both, cards: two })).notes).toMatchObject([{ both: true }]);
    expect((await taken(both)).notes).toMatchObject([{ both: false, question: "fork" }]);
    const typed = modelOf(2, "Typed", ["Front", "Back"], [["{{Front}} {{type:Back}}", "{{Front}}<hr id=answer>{{type:Back}}"]]);
    expect((await taken({ ...both, models: { 2: typed } })).notes).toMatchObject([{ question: "fork", answer: "la fourchette" }]);
  });

  test("gaps within gaps become notes that together ask the same, and every card keeps its history", async () => {
    const cards = [0, 1].map((ord) => ({ id: 20 + ord, nid: 10, ord, type: 2, queue: 2, due: day("2026-12-01"), ivl: 11 }));
    const revlog = [0, 1].map((ord) => ({ id: answeredAt + ord, cid: 20 + ord, ease: 3, ivl: 11, type: 0 }));
    const { notes, card } = await taken({ ...one(["foo {{c1::bar {{c2::baz}}}}", ""], { mid: 3 }), cards, revlog });
    expect(notes).toMatchObject([
      { text: ["foo ", { ordinal: 1, text: "bar baz" }] },
      { text: ["foo bar ", { ordinal: 2, text: "baz" }] },
    ]);
    expect([card("c1")?.reps, card("c2", "g1", 1)?.reps]).toEqual([1, 1]);
  });

  test("what cannot be asked here is named, and costs nothing else", async () => {
    const notes = [
      { id: 1, guid: "a", mid: 3, flds: "{{c1::image-occlusion:rect:left=.1}}\x1f" },
      { id: 2, guid: "b", mid: 3, flds: "no gap\x1f" },
      { id: 3, guid: "c", mid: 77, flds: "x\x1fy" },
      { id: 4, guid: "d", flds: "<br>\x1fy" },
      { id: 5, guid: "e", flds: "good\x1f" },
      { id: 6, guid: "e", flds: "again\x1f" },
      { id: 7, guid: "f", flds: Buffer.from("blob") },
    ];
    const { plan, notes: made } = await taken({ notes });
    expect(plan.report.leftOut).toEqual([
      { place: 1, reason: "imageOcclusion" },
      { place: 2, reason: "noDeletion" },
      { place: 3, reason: "missingNoteType" },
      { place: 4, reason: "emptyFirstField" },
      { place: 6, reason: "sameGuid" },
      { place: 7, reason: "damaged" },
    ]);
    expect(made).toMatchObject([{ question: "good", answer: "—" }]);
  });
});

describe("what happened to a card", () => {
  const review = { type: 2, queue: 2, due: day("2026-12-10"), ivl: 20, factor: 2500 };

  test("answers keep their instants, ratings and kinds; rows without a rating are only counted", async () => {
    const rows = [
      { id: answeredAt, cid: 20, ease: 3, ivl: -600, type: 0, time: 4000 },
      { id: answeredAt + 600_000, cid: 20, ease: 3, ivl: 1, type: 0 },
      { id: answeredAt + 86_400_000, cid: 20, ease: 1, ivl: -600, type: 1 },
      { id: answeredAt + 87_000_000, cid: 20, ease: 2, ivl: 2, type: 2 },
      { id: answeredAt + 88_000_000, cid: 20, ease: 3, ivl: 2, type: 3, factor: 0 },
      { id: answeredAt + 90_000_000, cid: 20, ease: 4, ivl: 20, type: 3 },
      { id: answeredAt + 91_000_000, cid: 20, ease: 0, ivl: 20, type: 5 },
      { id: answeredAt + 92_000_000, cid: 99, ease: 3, ivl: 20 },
    ];
    const { stores, report, card } = await taken(one(["q", "a"], { card: review, revlog: rows }));
    expect(report.answers).toEqual({ added: 6, known: 0, unrated: 1, withoutCard: 1 });
    expect(stores.saved).toMatchObject([
      {
        at: "2026-11-20T10:00:00.000Z",
        studyDay: "2026-11-20",
        rating: "good",
        answerMs: 4000,
        kind: "due",
        from: `anki:g1:0:${answeredAt}`,
        schedule: { state: "learning", dueAt: "2026-11-20T10:10:00.000Z" },
      },
      { rating: "good", schedule: { state: "review", interval: 1, dueOn: "2026-11-21" } },
      { rating: "again", schedule: { state: "relearning", dueAt: "2026-11-21T10:10:00.000Z" } },
      { rating: "hard", schedule: { state: "review", interval: 2, dueOn: "2026-11-23" } },
      { kind: "rehearsal" },
      // Due when Anki has it due, wherever its day went after the answer.
      { kind: "early", rating: "easy", schedule: { state: "review", interval: 20, dueOn: "2026-12-10" } },
    ]);
    expect(card("qa")).toMatchObject({ reps: 5, lapses: 1 });
  });

  test("a state without its history is placed, once on every machine", async () => {
    const built = one(["q", "a"], { card: { ...review, data: '{"s":25.5,"d":4.2}' } });
    const { card, report, stores } = await taken(built);
    expect(card("qa")).toMatchObject({
      schedule: { state: "review", interval: 20, dueOn: "2026-12-10" },
      memory: { stabilityDays: 25.5, difficulty: 4.2 },
      reps: 0,
    });
    expect(report.placed).toBe(1);
    const other = await taken(built);
    expect(
      livingEvents([...stores.saved, ...other.stores.saved.map((event) => ({ ...event, id: `z${event.id}` }))]),
    ).toHaveLength(1);
    const sm2 = await taken(one(["q", "a"], { card: review }));
    expect(sm2.card("qa")?.memory?.stabilityDays).toBeCloseTo(20, 1);
  });

  test("answers whose beginning is gone go on from where the first one found the card", async () => {
    const revlog = [{ id: answeredAt, cid: 20, ease: 3, ivl: 20, lastIvl: 10, factor: 2500, type: 1 }];
    const { card, types } = await taken(one(["q", "a"], { card: review, revlog }));
    expect(types()).toEqual(["placed", "reviewed"]);
    expect(card("qa")?.memory?.stabilityDays).toBeGreaterThan(10);
    expect(card("qa")).toMatchObject({ reps: 1, schedule: { dueOn: "2026-12-10" } });
  });

  test("suspended, flagged and reset cards are so here, unless something has happened to them here", async () => {
    const revlog = [
      { id: answeredAt, cid: 20, ease: 3, ivl: 4, type: 0 },
      { id: answeredAt + 1000, cid: 20, ease: 0, ivl: 0, factor: 0, type: 4 },
    ];
    const built = one(["q", "a"], { card: { type: 0, queue: -1, flags: 3 }, revlog });
    const { card, types, stores } = await taken(built);
    expect(types()).toEqual(["reviewed", "reset", "suspended", "flagged"]);
    expect(card("qa")).toMatchObject({ schedule: { state: "new" }, suspended: true, flag: 3 });
    stores.history().append({ type: "resumed", cardId: `${noteIdOfGuid("g1")}.qa` });
    await take(stores, await packageOf(built));
    expect(card("qa")?.suspended).toBe(false);
    expect(stores.saved).toHaveLength(5);
  });

  test("answers that recto gave to Anki itself come back as known, also where their millisecond was taken", async () => {
    const stores = new MemoryStores({ deck: "<!-- 7hq2mzk4rtw9 facts -->\nQ: q\nA: a\n" });
    const own = stores.history().append({
      type: "reviewed",
      cardId: "7hq2mzk4rtw9.qa",
      rating: "good",
      answerMs: 1,
      kind: "due",
      schedule: { state: "review", interval: 3, dueOn: "2026-11-27" },
    });
    const at = Date.parse(own.at);
    const built = {
      notes: [{ id: 10, guid: "7hq2mzk4rtw9", flds: "q\x1fa" }],
      cards: [{ id: 20, nid: 10, ...review }],
      revlog: [
        { id: at + 1, cid: 20, ease: 3, ivl: 3, type: 0 },
        { id: at + 60_000, cid: 20, ease: 4, ivl: 20, type: 3 },
      ],
    };
    expect((await taken(built, stores)).report.answers).toMatchObject({ added: 1, known: 1 });
  });

  test("the weights that Anki fitted go on in a home without answers, and nowhere else", async () => {
    const weights = defaultWeights.map((weight) => weight * 1.01);
    const revlog = [{ id: answeredAt, cid: 20, ease: 3, ivl: 4, type: 0 }];
    const built = one(["q", "a"], { card: review, revlog, dconf: { 1: { fsrsParams6: weights } }, decks: { 7: deckOf(7, "A") } });
    const { report, stores } = await taken(built);
    expect(report.weights).toBe("taken");
    expect(replay(stores.saved).fsrs.weights[0]).toBeCloseTo(weights[0] ?? 0);
    const home = new MemoryStores({ deck: "<!-- 7hq2mzk4rtw9 facts -->\nQ: q\nA: a\n" });
    home.history().append({ type: "buried", cardId: "7hq2mzk4rtw9.qa" });
    expect((await taken(built, home)).report.weights).toBe("left");
    expect(replay(home.saved).fsrs.weights).toEqual(defaultWeights);
  });
});

describe("an import", () => {
  const built = { ...one(['q <img src="a b.png">', "a"]), revlog: [{ id: answeredAt, cid: 20, ease: 3, ivl: 4, type: 0 }] };

  test("brings the media that its notes name beside the decks; a file that is there keeps its bytes", async () => {
    const flds = `<img src="a%20b.png"><img src=c.png>[sound:d.mp3]\x1f<img src="lost.png"><img src="http://x/y.png">`;
    const path = await packageOf(
      { notes: [{ id: 10, guid: "g1", flds }], cards: [{ id: 20, nid: 10 }] },
      { media: { "a b.png": "mine", "c.png": "new", "d.mp3": "sound", "e.png": "unused", "_f.png": "styling" } },
    );
    const stores = new MemoryStores({});
    stores.mediaFiles.set("a b.png", Buffer.from("another"));
    const { report } = await take(stores, path);
    const names = [...stores.mediaFiles.keys()];
    expect(names).toEqual(["a b.png", expect.stringMatching(/^a b-[0-9a-f]{40}\.png$/), "c.png", "d.mp3"]);
    expect(report.media).toEqual({ added: 3, missing: [] });
    expect(stores.mediaFiles.get("a b.png")?.toString()).toBe("another");
    expect(stores.files.get("A::B")).toContain(`![](<media/${names[1]}>)![](media/c.png)[sound:d.mp3]`);
    const again = await take(stores, path);
    expect([again.plan.decks, again.report.differing, stores.mediaFiles.size]).toEqual([[], [], 4]);
  });

  test("that only looks, or is stopped at any moment, leaves nothing behind", async () => {
    const path = await packageOf(built, { media: { "a b.png": "x" } });
    const looked = new MemoryStores({});
    expect((await take(looked, path, { dryRun: true })).report).toMatchObject({ answers: { added: 1 }, media: { added: 1 } });
    expect([looked.files.size, looked.saved, looked.mediaFiles.size]).toEqual([0, [], 0]);
    for (let moment = 1; moment <= 2; moment += 1) {
      const stores = new MemoryStores({});
      let left = moment;
      const isStopped = () => {
        left -= 1;
        return left === 0;
      };
      await expect(take(stores, path, { isStopped })).rejects.toThrow("Not taken: undefined");
      expect([stores.files.size, stores.saved, stores.mediaFiles.size]).toEqual([0, [], 0]);
    }
  });

  test("that a full disk broke off goes on where it was when it is done again", async () => {
    const path = await packageOf(built);
    const stores = new MemoryStores({});
    stores.failing.decks = 1;
    await expect(take(stores, path)).rejects.toMatchObject({ name: "NotSaved" });
    expect(stores.saved).toEqual([]);
    expect((await take(stores, path)).report.answers.added).toBe(1);
    expect(stores.saved).toHaveLength(1);
  });

  test("does not bring back what was dropped here, nor touch what was reworded here", async () => {
    const { stores, notes } = await taken(built);
    const [name = "", text = ""] = [...stores.files][0] ?? [];
    stores.files.set(name, text.replace("A: a", "A: another"));
    expect((await taken(built, stores)).report.differing).toEqual([notes[0]?.id]);
    expect(stores.files.get(name)).toContain("A: another");
    stores.files.delete(name);
    stores.droppedNotes.set(name, text);
    const after = await taken(built, stores);
    expect(after.plan.report.leftOut).toEqual([{ place: 1, reason: "dropped" }]);
    expect(stores.files.size).toBe(0);
  });

  test("finds the same notes on another machine, whatever became of their text meanwhile", async () => {
    const [one, other] = [
      await taken(built),
      await taken({ ...built, notes: [{ id: 99, guid: "g1", flds: "q2\x1fa2" }], cards: [{ id: 5, nid: 99 }] }),
    ];
    expect(one.notes[0]?.id).toBe(other.notes[0]?.id);
  });
});

test("a deck that would be too long to be read becomes several", async () => {
  const long = "x".repeat(700_000);
  const notes = Array.from({ length: 8 }, (_, at) => ({ id: at + 1, guid: `g${at}`, flds: `q${at}\x1f${long}` }));
  const cards = notes.map(({ id }) => ({ id: id + 100, nid: id }));
  const { stores, plan } = await taken({ notes, cards });
  expect(plan.decks.map(({ name, text }) => [name, text.length < 4.5 * 1024 * 1024])).toEqual([
    ["A::B", true],
    ["A::B-2", true],
  ]);
  expect(stores.files.get("A::B-2")).toContain("title: B (2)");
  const more = await taken({ notes: [{ id: 99, guid: "more", flds: "more\x1fless" }], cards: [{ id: 1, nid: 99 }] }, stores);
  expect(more.plan.decks.map(({ name }) => name)).toEqual(["A::B"]);
  const last = await taken({ notes: [{ id: 98, guid: "last", flds: `last\x1f${long}` }], cards: [{ id: 1, nid: 98 }] }, stores);
  expect(last.plan.decks.map(({ name }) => name)).toEqual(["A::B-2"]);
});

test("whatever numbers a package holds, each answer is one that the log can hold and replay", async () => {
  const extremes = [
    0,
    1,
    -1,
    3,
    499,
    4096,
    65_536,
    -(2 ** 31),
    2 ** 31,
    2 ** 40,
    -(2 ** 53) + 1,
    2 ** 53 - 1,
    answeredAt,
    1_800_000_000,
  ];
  const pick = (seed: number) => extremes[(seed * 7919 + Math.floor(seed / 13)) % extremes.length] as number;
  const notes = Array.from({ length: 60 }, (_, at) => ({ id: at + 1, guid: `g${at}`, flds: `q${at}\x1fa` }));
  const cards = notes.map(({ id }, at) => ({
    id: at % 4 === 0 ? 2 ** 53 - 100 - at : id + 100,
    nid: id,
    type: at % 4,
    queue: (at % 5) - 1,
    ...Object.fromEntries(["due", "ivl", "factor", "left", "flags"].map((name, k) => [name, pick(at * 5 + k)])),
    data: at % 3 === 0 ? `{"s":${pick(at)},"d":${pick(at + 3)}}` : "",
  }));
  const revlog = Array.from({ length: 240 }, (_, at) => ({
    id: at % 7 === 0 ? pick(at) + at : answeredAt + at,
    cid: (cards[at % 60] as { id: number }).id,
    ease: at % 6,
    type: at % 7,
    ivl: pick(at + 1),
    lastIvl: pick(at + 2),
    factor: pick(at + 3),
    time: pick(at + 4),
  }));
  const unique = [...new Map(revlog.map((row) => [row.id, row])).values()];
  for (const crt of [1_767_240_000, 0, -(2 ** 52), 2 ** 52]) {
    const { stores, report } = await taken({ notes, cards, revlog: unique, crt, conf: { creationOffset: pick(crt % 50) } });
    expect(report.answers.added).toBeGreaterThan(50);
    const writer = writerOf("hostile000");
    for (const [n, event] of stores.saved.entries()) expect(() => encodeEvent(writer, n + 1, event as never)).not.toThrow();
    expect(replay(stores.saved).cards.size).toBeGreaterThan(50);
  }
});

test("a GUID that no line of the log could hold costs its note alone", async () => {
  const notes = [
    { id: 1, guid: "x".repeat(5000), flds: "a\x1fb" },
    { id: 2, guid: "\u0001".repeat(500), flds: "c\x1fd" },
  ];
  const cards = notes.map(({ id }) => ({ id: id + 10, nid: id }));
  const { plan, stores } = await taken({ notes, cards, revlog: [{ id: answeredAt, cid: 12, ease: 3, ivl: 4, type: 0 }] });
  expect(plan.report).toMatchObject({ new: 1, leftOut: [{ place: 1, reason: "damaged" }] });
  for (const event of stores.saved) expect(() => encodeEvent(writerOf("hostile000"), 1, event as never)).not.toThrow();
});
