import { describe, expect, test } from "vitest";
import { overviewOf } from "../../src/app/overview.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { startReview } from "../../src/app/review.ts";
import type { Effect, TriageSitting } from "../../src/app/sitting.ts";
import { listTriage, startTriage } from "../../src/app/triage.ts";
import type { StudyEvent } from "../../src/scheduling/event.ts";
import type { TriageSession } from "../../src/study/triage.ts";
import { fakeTriage, memoryDeck, memoryOrigins, noteIds } from "../support/fake-triage.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const { name, term, why } = noteIds;

function home(settings = {}): MemoryStores {
  return new MemoryStores({ memory: memoryDeck }, settings);
}

function onTable(session: TriageSession): string {
  return session.phase === "done" ? "done" : session.asked.noteId;
}

function keys(
  sitting: TriageSitting,
  ...types: readonly ("keep" | "drop" | "keepRest" | "next" | "previous" | "undo" | "stop")[]
) {
  return types.map((type) => onTable(sitting.send({ type }).session));
}

function summaryOf({ session }: Effect<TriageSession>) {
  if (session.phase !== "done") throw new Error(`Still ${session.phase}`);
  return session.summary;
}

function verdicts({ saved }: MemoryStores): string[] {
  return saved.map((event: StudyEvent) => (event.type === "triaged" ? `${event.verdict} ${event.noteId}` : event.type));
}

/** Verdicts of another time: so many of a kind kept, so many dropped. */
function earlier(stores: MemoryStores, candidateKind: string, kept: number, dropped: number): void {
  const log = stores.log();
  for (let at = 0; at < kept + dropped; at += 1) {
    const verdict = at < kept ? "kept" : "dropped";
    log.append({ type: "triaged", noteId: `${candidateKind}${at}`, candidateKind, score: 1, verdict });
  }
}

describe("which notes are up", () => {
  test("generated notes without a verdict and without an answer, the best first", () => {
    expect(listTriage(home(), memoryOrigins).map(({ noteId }) => noteId)).toEqual([why, name, term]);
  });

  test("without scores the kind decides", () => {
    expect(listTriage(home(), () => ({})).map(({ noteId }) => noteId)).toEqual([why, name, term]);
    expect(listTriage(home(), () => ({}))[0]).not.toHaveProperty("score");
  });

  test("a note that was answered once comes up no longer, until the answer is taken back", () => {
    const stores = home();
    const review = startReview(stores);
    const asked = review.session();
    if (asked.phase === "done") throw new Error("nothing to ask");
    expect(asked.asked.card.noteId).toBe(name);
    review.send({ type: "show" });
    review.send({ type: "rate", rating: "again" });
    expect(listTriage(stores, memoryOrigins).map(({ noteId }) => noteId)).toEqual([why, term]);
    expect(verdicts(stores)).toEqual(["reviewed"]);
    review.send({ type: "undo" });
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });

  test("orphans and notes of other decks do not come up", () => {
    const stores = new MemoryStores({
      memory: memoryDeck.replace("kind=why", "kind=why orphan"),
      secondary: memoryDeck.replaceAll("7hq2mzk4rtw9", "7hq2mzk4rtwa"),
    });
    expect(listTriage(stores, memoryOrigins, new Set(["memory"])).map(({ noteId }) => noteId)).toEqual([name, term]);
    expect(overviewOf(stores).decks.map(({ toTriage }) => toTriage)).toEqual([2, 1]);
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });

  test("the overview counts them", () => {
    const stores = home();
    expect(overviewOf(stores).decks[0]?.toTriage).toBe(3);
    keys(fakeTriage(stores), "keep", "drop");
    expect(overviewOf(stores).decks[0]?.toTriage).toBe(1);
  });

  test("each comes with its cards, its source line and its score", () => {
    const asked = listTriage(home(), memoryOrigins)[1];
    expect(asked).toMatchObject({
      noteId: name,
      deckTitle: "Memory and attention",
      file: "decks/memory.md",
      line: 8,
      kind: "name",
      score: 0.95,
      source: { file: "notes/memory.md", line: 12 },
    });
    expect(asked?.cards.map(({ card }) => card.answers)).toEqual([["forgetting curve"], ["1885"]]);
    expect(asked).not.toHaveProperty("sentence");
  });
});

describe("verdicts", () => {
  test("each is on disk before the next note is on the table", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    expect(onTable(sitting.session())).toBe(why);
    expect(keys(sitting, "keep")).toEqual([name]);
    expect(stores.saved.at(-1)).toMatchObject({
      type: "triaged",
      noteId: why,
      candidateKind: "why",
      score: 1.02,
      verdict: "kept",
    });
    expect(keys(sitting, "drop", "keep")).toEqual([term, "done"]);
    expect(verdicts(stores)).toEqual([`kept ${why}`, `dropped ${name}`, `kept ${term}`]);
    expect(summaryOf({ session: sitting.session(), outcome: "done" })).toEqual({ kept: 2, edited: 0, dropped: 1, left: 0 });
  });

  test("a dropped note goes whole from its deck to the dropped ones", () => {
    const stores = home();
    keys(fakeTriage(stores), "next", "drop");
    expect(stores.files.get("memory")).not.toContain(name);
    expect(stores.files.get("memory")).toContain("By hand?");
    expect(stores.droppedNotes.get("memory")).toContain(`<!-- ${name} facts kind=name line=jdph7y9e next=c3 -->`);
  });

  test("keeping the rest keeps what has no verdict yet, and one undo takes it back", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    expect(keys(sitting, "drop", "keepRest")).toEqual([name, "done"]);
    expect(verdicts(stores)).toEqual([`dropped ${why}`, `kept ${name}`, `kept ${term}`]);
    const effect = sitting.send({ type: "undo" });
    expect(effect.message).toBe("Undone: keeping 2 notes.");
    expect(onTable(effect.session)).toBe(name);
    expect(keys(sitting, "undo")).toEqual([why]);
    expect(stores.files.get("memory")).toBe(memoryDeck);
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });

  test("moving gives no verdict, and notes passed over come again at the end", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    expect(sitting.send({ type: "previous" })).toMatchObject({ outcome: "refused", message: "This is the first note." });
    expect(keys(sitting, "next", "next")).toEqual([name, term]);
    expect(sitting.send({ type: "next" })).toMatchObject({ outcome: "refused", message: "This is the last note." });
    expect(keys(sitting, "previous", "next", "keep", "keep", "keep")).toEqual([name, term, why, name, "done"]);
    expect(verdicts(stores)).toEqual([`kept ${term}`, `kept ${why}`, `kept ${name}`]);
  });

  test("the place in the sitting is that of the note", () => {
    const sitting = fakeTriage(home());
    const places = (["next", "keep", "undo", "keep"] as const).map((type) => {
      const { session } = sitting.send({ type });
      return session.phase === "done" ? "done" : `${session.progress.done + 1} of ${session.progress.total}`;
    });
    expect(places).toEqual(["2 of 3", "3 of 3", "2 of 3", "3 of 3"]);
  });

  test("stopping leaves the other notes for another time", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    keys(sitting, "keep");
    expect(summaryOf(sitting.send({ type: "stop" }))).toEqual({ kept: 1, edited: 0, dropped: 0, left: 2 });
    expect(onTable(fakeTriage(stores).session())).toBe(name);
  });
});

describe("editing", () => {
  const edit = (stores: MemoryStores, from: string, to: string) =>
    stores.files.set("memory", (stores.files.get("memory") ?? "").replace(from, to));

  test("a note that was changed is kept as edited", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    expect(sitting.place()).toEqual({ path: "decks/memory.md", line: 19 });
    edit(stores, "A: Because each", "A: For each");
    expect(onTable(sitting.reload().session)).toBe(name);
    expect(verdicts(stores)).toEqual([`edited ${why}`]);
  });

  test("a note that was not changed waits", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    edit(stores, "By hand?", "Written by hand?");
    expect(sitting.reload()).toMatchObject({ message: "Nothing was changed: the note waits." });
    expect(onTable(sitting.session())).toBe(why);
    expect(stores.saved).toEqual([]);
  });

  test("one gap of several can be taken away", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    sitting.send({ type: "next" });
    edit(stores, "{{c2::1885::which year?}}", "1885");
    expect(onTable(sitting.reload().session)).toBe(term);
    expect(verdicts(stores)).toEqual([`edited ${name}`]);
  });

  test("a note that is gone, or can be read no longer, gets no verdict, and the reason is said", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    edit(stores, "A: Because each successful recall makes the memory more stable.\n", "");
    const effect = sitting.reload();
    expect(effect.message).toMatch(/^The note is no longer in its deck: .* \(decks\/memory\.md:\d+\)\. e opens it again\.$/);
    expect(onTable(effect.session)).toBe(name);
    expect(stores.saved).toEqual([]);
  });

  /** The first note is kept, and the second one left with a gap that is never closed. */
  function broken() {
    const stores = home();
    const sitting = fakeTriage(stores);
    sitting.send({ type: "keep" });
    const [before, after] = ["{{c2::1885::which year?}}", "{{c2::1885::which year?"];
    edit(stores, before, after);
    const effect = sitting.reload();
    return { stores, sitting, effect, mend: (text = before) => edit(stores, after, text) };
  }

  test("one that an edit broke opens again, keeps its place among the notes, and is kept once it is mended", () => {
    const { stores, sitting, effect, mend } = broken();
    expect(effect.message).toBe(
      "The note is no longer in its deck: A gap is never closed (decks/memory.md:8). e opens it again.",
    );
    expect(effect.session).toMatchObject({ phase: "asking", progress: { done: 2, total: 3 } });
    expect(sitting.place()).toEqual({ path: "decks/memory.md", line: 8 });
    expect(sitting.reload().message).toBe(effect.message);
    mend("{{c2::1885}}");
    const mended = sitting.reload();
    expect(mended.message).toBe("Kept as you changed it.");
    expect(onTable(mended.session)).toBe(term);
    expect(verdicts(stores)).toEqual([`kept ${why}`, `edited ${name}`]);
  });

  test("one that is mended to what it was waits on the table", () => {
    const { sitting, mend } = broken();
    mend();
    const { message, session } = sitting.reload();
    expect([message, onTable(session)]).toEqual(["Nothing was changed: the note waits.", name]);
  });

  test("undo right after a note was broken says what it would take back, and takes it back only when asked again", () => {
    const { stores, sitting } = broken();
    const { outcome, message } = sitting.send({ type: "undo" });
    expect([outcome, verdicts(stores)]).toEqual(["refused", [`kept ${why}`]]);
    expect(message).toMatch(
      /^The note is no longer in its deck: .* u again takes back what was before: keeping “Why do later.*\.$/,
    );
    sitting.send({ type: "undo" });
    expect(stores.saved.at(-1)?.type).toBe("undone");
  });

  test("after an edit of another note that broke its deck, what is wrong there is said", () => {
    const { sitting } = broken();
    sitting.send({ type: "next" });
    expect(sitting.reload().message).toBe(
      "Nothing was changed: the note waits. Yet in this deck: A gap is never closed (decks/memory.md:8).",
    );
  });
});

describe("undo", () => {
  test("goes back over the start of a sitting, and shows the note that is back", () => {
    const stores = home();
    keys(fakeTriage(stores), "keep", "drop");
    const sitting = fakeTriage(stores);
    const effect = sitting.send({ type: "undo" });
    expect(effect.message).toMatch(/^Undone: dropping “Ebbinghaus measured the \[…\]/);
    expect(onTable(effect.session)).toBe(name);
    expect(keys(sitting, "undo")).toEqual([why]);
    expect(stores.files.get("memory")).toContain(name);
    expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "refused", message: "There is nothing to undo." });
    expect(keys(sitting, "keepRest")).toEqual(["done"]);
    expect(listTriage(stores, memoryOrigins)).toEqual([]);
  });

  test("works from the summary", () => {
    const sitting = fakeTriage(home());
    expect(keys(sitting, "keep", "stop", "undo")).toEqual([name, "done", why]);
  });

  test("of an answer given in a review brings its note up again", () => {
    const stores = home();
    const review = startReview(stores);
    review.send({ type: "show" });
    review.send({ type: "rate", rating: "good" });
    const sitting = fakeTriage(stores);
    expect(onTable(sitting.session())).toBe(why);
    const effect = sitting.send({ type: "undo" });
    expect(effect.message).toMatch(/^Undone: Good on “Ebbinghaus/);
    expect(onTable(effect.session)).toBe(name);
  });
});

describe("a disk that refuses", () => {
  test.each(["keep", "drop"] as const)("%s: the note stays on the table until the verdict is saved", (type) => {
    const stores = home();
    const sitting = fakeTriage(stores);
    stores.failing.log = 2;
    expect(sitting.send({ type })).toMatchObject({ session: { phase: "notSaved", remedy: "Free some space, then try again." } });
    expect(sitting.unsaved()).toHaveLength(1);
    expect(sitting.send({ type: "keep" })).toMatchObject({ outcome: "refused" });
    expect(sitting.send({ type: "retry" }).session.phase).toBe("notSaved");
    expect(onTable(sitting.send({ type: "retry" }).session)).toBe(name);
    expect(verdicts(stores)).toEqual([`${type === "keep" ? "kept" : "dropped"} ${why}`]);
    expect(stores.files.get("memory")?.includes(why)).toBe(type === "keep");
    expect(sitting.unsaved()).toEqual([]);
  });

  test("a deck that cannot be written keeps its note, and the log takes the verdict back", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    stores.failing.decks = 1;
    expect(sitting.send({ type: "drop" }).session.phase).toBe("notSaved");
    expect(verdicts(stores)).toEqual([`dropped ${why}`, "undone"]);
    expect(stores.files.get("memory")).toBe(memoryDeck);
    expect(onTable(sitting.send({ type: "retry" }).session)).toBe(name);
    expect(verdicts(stores)).toEqual([`dropped ${why}`, "undone", `dropped ${why}`]);
    expect(stores.files.get("memory")).not.toContain(why);
  });

  test("a deck that cannot be written leaves nothing among the dropped notes", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    stores.decks.rewrite = ({ file }) => {
      throw new NotSaved(`Could not save ${file}: recto may not write there.`, "Make it writable.");
    };
    expect(sitting.send({ type: "drop" }).session.phase).toBe("notSaved");
    expect(stores.droppedNotes.get("memory")).not.toContain(why);
  });

  test("a note that went from its deck while its drop was refused is not lost", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    const { rewrite } = stores.decks;
    stores.decks.rewrite = (...given) => {
      rewrite(...given);
      throw new NotSaved("The folder cannot be flushed.", "Try again.");
    };
    expect(sitting.send({ type: "drop" }).session.phase).toBe("notSaved");
    expect(stores.droppedNotes.get("memory")).toContain(why);
  });

  test.each(["keep", "keepRest"] as const)("%s cleans what a drop that was killed halfway kept", (type) => {
    const stores = home();
    stores.droppedNotes.set("memory", memoryDeck.slice(memoryDeck.indexOf("<!-- ")));
    keys(fakeTriage(stores), type);
    expect(stores.droppedNotes.get("memory")).not.toContain(why);
    expect(verdicts(stores)[0]).toBe(`kept ${why}`);
  });

  test("a deck that somebody changed meanwhile loses nothing by the drop", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    stores.files.set("memory", `${memoryDeck}\nQ: New by hand?\nA: Yes.\n`);
    expect(onTable(sitting.send({ type: "drop" }).session)).toBe(name);
    expect(stores.files.get("memory")).toContain("New by hand?");
    expect(stores.files.get("memory")).not.toContain(why);
  });

  test("keeping the rest goes on where it was held up, and is still one act", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    let writes = 0;
    const second = { get: () => (++writes === 2 ? 1 : 0), set: () => {} };
    Object.defineProperty(stores.failing, "log", second);
    keys(sitting, "next");
    expect(sitting.send({ type: "keepRest" }).session.phase).toBe("notSaved");
    expect(verdicts(stores)).toEqual([`kept ${why}`]);
    expect(onTable(sitting.send({ type: "retry" }).session)).toBe("done");
    expect(verdicts(stores)).toEqual([`kept ${why}`, `kept ${name}`, `kept ${term}`]);
    expect(sitting.send({ type: "undo" }).message).toBe("Undone: keeping 3 notes.");
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });

  test("taking back what was kept together goes on where it was held up", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    keys(sitting, "keepRest");
    let writes = 0;
    Object.defineProperty(stores.failing, "log", { get: () => (++writes === 2 ? 1 : 0), set: () => {} });
    expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "refused", session: { phase: "done" } });
    expect(sitting.unsaved()).toHaveLength(1);
    expect(onTable(sitting.send({ type: "undo" }).session)).toBe(why);
    expect(verdicts(stores)).toEqual([`kept ${why}`, `kept ${name}`, `kept ${term}`, "undone", "undone", "undone"]);
    expect(listTriage(stores, memoryOrigins)).toHaveLength(3);
  });

  test("an edit whose verdict is not saved is not lost", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    stores.files.set("memory", memoryDeck.replace("A: Because each", "A: For each"));
    stores.failing.log = 1;
    expect(sitting.reload().session.phase).toBe("notSaved");
    expect(onTable(sitting.send({ type: "retry" }).session)).toBe(name);
    expect(verdicts(stores)).toEqual([`edited ${why}`]);
  });

  test("an undo on the summary that is not saved is tried again before anything else", () => {
    const stores = home();
    const sitting = fakeTriage(stores);
    keys(sitting, "keep", "stop");
    stores.failing.log = 1;
    expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "refused", session: { phase: "done" } });
    expect(onTable(sitting.send({ type: "undo" }).session)).toBe(why);
    expect(verdicts(stores)).toEqual([`kept ${why}`, "undone"]);
  });

  test("a drop that a kill stopped between log and deck comes up again, and can be done", () => {
    const stores = home();
    stores.log().append({ type: "triaged", noteId: why, candidateKind: "why", score: 1, verdict: "dropped" });
    const sitting = fakeTriage(stores);
    expect(onTable(sitting.session())).toBe(why);
    expect(keys(sitting, "drop")).toEqual([name]);
    expect(stores.files.get("memory")).not.toContain(why);
    expect(stores.droppedNotes.get("memory")).toContain(why);
  });
});

describe("learning from triage", () => {
  test("kinds that were mostly dropped come after all others, and say why", () => {
    const stores = home();
    earlier(stores, "why", 2, 7);
    const listed = listTriage(stores, memoryOrigins);
    expect(listed.map(({ noteId }) => noteId)).toEqual([name, term, why]);
    expect(listed.map(({ later }) => later)).toEqual([undefined, undefined, { dropped: 7, verdicts: 9 }]);
  });

  test("what was dropped before the instant in the settings is forgotten", () => {
    const stores = home({ verdictsSince: "2026-11-24T19:00:00Z" });
    earlier(stores, "why", 2, 7);
    expect(listTriage(stores, memoryOrigins)[0]?.noteId).toBe(why);
  });

  test("dropping a card at first sight in a review is a verdict too", () => {
    const stores = home();
    startReview(stores).send({ type: "drop" });
    expect(stores.saved).toMatchObject([{ type: "triaged", noteId: name, candidateKind: "name", verdict: "dropped" }]);
    expect(startTriage(stores, memoryOrigins).session()).toMatchObject({ progress: { total: 2 } });
  });
});
