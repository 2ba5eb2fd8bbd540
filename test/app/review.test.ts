import { describe, expect, test } from "vitest";
import { startReview } from "../../src/app/review.ts";
import type { Effect, Sitting } from "../../src/app/sitting.ts";
import { frontAsText } from "../../src/cards/cards-of-note.ts";
import type { Rating } from "../../src/scheduling/schedule.ts";
import { addDays } from "../../src/scheduling/study-day.ts";
import type { Phase, Session, SessionAction } from "../../src/study/session.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const first = "<!-- 7hq2mzk4rtw9 facts -->\nQ: First?\nA: One.\n";
const second = "<!-- b8wzv3p6xk2m facts -->\nQ: Second?\nA: Two.\n";
const third = "<!-- k4m9q2ht7rzc facts -->\nC: Third {{c1::gap}} and {{c2::other}}.\n";
const three = { deck: `${first}\n${second}\n${third}` };
const byHand = { deck: "Q: By hand?\nA: Yes.\n\nQ: Another?\nA: Also.\n" };

const actions: readonly SessionAction[] = [
  { type: "show" },
  { type: "rate", rating: "good" },
  { type: "undo" },
  { type: "bury" },
  { type: "suspend" },
  { type: "drop" },
  { type: "retry" },
  { type: "continue" },
  { type: "stop" },
];

function frontOf(session: Session): string {
  return session.phase === "done" ? "done" : frontAsText(session.asked.card.front);
}

function answer(sitting: Sitting, rating: Rating = "good"): Effect {
  sitting.send({ type: "show" });
  return sitting.send({ type: "rate", rating });
}

function answerAll(sitting: Sitting, rating: Rating = "easy"): string[] {
  const asked: string[] = [];
  while (sitting.session().phase !== "done") {
    asked.push(frontOf(sitting.session()));
    answer(sitting, rating);
    if (asked.length > 50) throw new Error("The sitting does not end.");
  }
  return asked;
}

function summaryOf(sitting: Sitting) {
  const session = sitting.session();
  if (session.phase !== "done") throw new Error(`Still ${session.phase}`);
  return session.summary;
}

/** A sitting in each phase that a key can meet; `saving` passes within one call. */
const reach: Readonly<Record<Exclude<Phase, "saving">, () => { stores: MemoryStores; sitting: Sitting }>> = {
  asking: () => {
    const stores = new MemoryStores(three);
    return { stores, sitting: startReview(stores) };
  },
  answered: () => {
    const { stores, sitting } = reach.asking();
    sitting.send({ type: "show" });
    return { stores, sitting };
  },
  notSaved: () => {
    const { stores, sitting } = reach.answered();
    stores.failing.log = 1;
    sitting.send({ type: "rate", rating: "good" });
    return { stores, sitting };
  },
  done: () => {
    const { stores, sitting } = reach.asking();
    sitting.send({ type: "stop" });
    return { stores, sitting };
  },
};

const outcomes: Readonly<Record<Exclude<Phase, "saving">, Readonly<Record<SessionAction["type"], Phase | "refused">>>> = {
  asking: {
    show: "answered",
    rate: "refused",
    undo: "refused",
    bury: "asking",
    suspend: "asking",
    drop: "asking",
    retry: "refused",
    continue: "refused",
    stop: "done",
  },
  answered: {
    show: "refused",
    rate: "asking",
    undo: "refused",
    bury: "asking",
    suspend: "asking",
    drop: "asking",
    retry: "refused",
    continue: "refused",
    stop: "done",
  },
  notSaved: {
    show: "refused",
    rate: "refused",
    undo: "refused",
    bury: "refused",
    suspend: "refused",
    drop: "refused",
    retry: "asking",
    continue: "refused",
    stop: "done",
  },
  done: {
    show: "refused",
    rate: "refused",
    undo: "refused",
    bury: "refused",
    suspend: "refused",
    drop: "refused",
    retry: "refused",
    continue: "asking",
    stop: "done",
  },
};

describe("every action in every phase", () => {
  for (const [phase, row] of Object.entries(outcomes)) {
    for (const action of actions) {
      const wanted = row[action.type];
      test(`${action.type} while ${phase}: ${wanted}`, () => {
        const { stores, sitting } = reach[phase as keyof typeof reach]();
        expect(sitting.session().phase).toBe(phase);
        const before = { session: sitting.session(), saved: stores.saved.length, files: [...stores.files] };
        const effect = sitting.send(action);
        expect(effect.session).toBe(sitting.session());
        if (wanted !== "refused") {
          expect(effect).toMatchObject({ outcome: "done", session: { phase: wanted } });
          return;
        }
        expect(effect.outcome).toBe("refused");
        expect(effect.message).toMatch(/\w/);
        expect({ session: sitting.session(), saved: stores.saved.length, files: [...stores.files] }).toEqual(before);
      });
    }
  }
});

describe("the ordinary way", () => {
  test("every card of the day is asked once and every answer is on disk before the next", () => {
    const stores = new MemoryStores(three);
    const sitting = startReview(stores);
    expect(answerAll(sitting)).toEqual(["First?", "Second?", "Third […] and other."]);
    expect(stores.types()).toEqual(["reviewed", "reviewed", "reviewed"]);
    expect(summaryOf(sitting)).toMatchObject({ answers: 3, counts: { again: 0, hard: 0, good: 0, easy: 3 }, comingBack: 0 });
  });

  test("only the chosen decks are asked", () => {
    const stores = new MemoryStores({ one: first, two: second });
    expect(answerAll(startReview(stores, new Set(["two"])))).toEqual(["Second?"]);
  });

  test("the time from question to answer is logged, not the time since the start", () => {
    const stores = new MemoryStores(three);
    const sitting = startReview(stores);
    stores.clock += 3000;
    answer(sitting);
    stores.clock += 1500;
    answer(sitting);
    expect(stores.saved).toMatchObject([{ answerMs: 3000 }, { answerMs: 1500 }]);
  });

  test("a home without decks is done at once", () => {
    expect(startReview(new MemoryStores({})).session().phase).toBe("done");
  });
});

describe("cards in their steps", () => {
  test("a card answered Again waits, and continue says when it returns, then asks it", () => {
    const stores = new MemoryStores({ deck: first }, { learnAheadMinutes: 0 });
    const sitting = startReview(stores);
    answer(sitting, "again");
    expect(summaryOf(sitting)).toMatchObject({ comingBack: 1, nextAt: "2026-11-24T18:01:00.000Z" });
    expect(sitting.send({ type: "continue" })).toMatchObject({
      outcome: "refused",
      message: "1 to come back, the first in 1 minute.",
    });
    stores.later(2);
    expect(sitting.send({ type: "continue" })).toMatchObject({ outcome: "done", session: { phase: "asking" } });
    expect(frontOf(sitting.session())).toBe("First?");
    answer(sitting, "easy");
    expect(summaryOf(sitting)).toMatchObject({ answers: 2, cards: 1 });
  });

  test("nothing to come back is said so", () => {
    const sitting = startReview(new MemoryStores({ deck: first }));
    answer(sitting, "easy");
    expect(sitting.send({ type: "continue" })).toMatchObject({ outcome: "refused", message: "Nothing comes back today." });
  });

  test("a learning card that falls due while others are asked comes before new ones", () => {
    const stores = new MemoryStores(three);
    const sitting = startReview(stores);
    answer(sitting, "again");
    stores.later(2);
    answer(sitting, "easy");
    expect(frontOf(sitting.session())).toBe("First?");
  });

  test("the hardest cards are named in the summary", () => {
    const stores = new MemoryStores({ deck: first });
    const sitting = startReview(stores);
    answer(sitting, "again");
    answer(sitting, "again");
    sitting.send({ type: "stop" });
    expect(summaryOf(sitting).hardest).toEqual([{ front: "First?", agains: 2 }]);
  });
});

describe("the summary", () => {
  test("says when no review will be held back any more, at a day's limit", () => {
    const notes = [..."abcdefghj"].map((letter) => `<!-- card2345678${letter} facts -->\nQ: ${letter}?\nA: ${letter}.\n`);
    const stores = new MemoryStores({ deck: notes.join("\n") }, { newPerDay: 9 });
    const first = startReview(stores);
    for (let card = 0; card < 9; card += 1) answer(first, "easy");
    stores.later(60 * 24 * 60);
    stores.changeSettings({ reviewsPerDay: 2 });
    const sitting = startReview(stores);
    for (let card = 0; card < 2; card += 1) answer(sitting, "good");
    const session = sitting.session();
    expect(session).toMatchObject({ phase: "done", summary: { heldBack: 7, caughtUpOn: addDays("2026-11-24", 64) } });
    const ofDeck = startReview(stores, new Set(["deck"])).session();
    expect(ofDeck.phase === "done" && ofDeck.summary).not.toHaveProperty("caughtUpOn");
  });

  /** Answered once on the 20th, in review since, due on `dueOn`. */
  function inReview(stores: MemoryStores, cardId: string, dueOn: string): void {
    const { clock } = stores;
    stores.clock = Date.parse("2026-11-20T18:00:00.000Z");
    const schedule = { state: "review", interval: 4, dueOn } as const;
    stores.log().append({ type: "reviewed", cardId, rating: "good", answerMs: 1000, kind: "due", schedule });
    stores.clock = clock;
  }

  const [one, two, gap, other] = ["7hq2mzk4rtw9.qa", "b8wzv3p6xk2m.qa", "k4m9q2ht7rzc.c1", "k4m9q2ht7rzc.c2"] as const;

  test("counts as remembered only what was learned on an earlier day", () => {
    const stores = new MemoryStores(three, { relearningStepsMinutes: [10], mix: "after" });
    inReview(stores, one, "2026-11-24");
    inReview(stores, two, "2026-11-24");
    const sitting = startReview(stores);
    const asked = [frontOf(sitting.session())];
    answer(sitting, "again"); // forgotten, and in steps from here on
    stores.later(11);
    while (sitting.session().phase !== "done") {
      asked.push(frontOf(sitting.session()));
      answer(sitting, "easy");
    }
    expect(asked).toHaveLength(4); // both reviews, the forgotten one again, a new one
    expect(summaryOf(sitting)).toMatchObject({ answers: 4, recalls: 2, recalled: 1 });
  });

  test("says nothing of remembering where every card was new, and an undone answer does not count", () => {
    const stores = new MemoryStores(three, { mix: "after" });
    inReview(stores, one, "2026-11-24");
    const sitting = startReview(stores);
    answer(sitting, "good");
    sitting.send({ type: "undo" });
    sitting.send({ type: "bury" });
    answerAll(sitting);
    expect(summaryOf(sitting)).toMatchObject({ answers: 2, recalls: 0, recalled: 0 });
  });

  test("an answer that the disk took only later counts as what it was", () => {
    const stores = new MemoryStores({ deck: first });
    inReview(stores, one, "2026-11-24");
    const sitting = startReview(stores);
    stores.failing.log = 1;
    answer(sitting, "good");
    sitting.send({ type: "stop" });
    sitting.send({ type: "retry" });
    expect(summaryOf(sitting)).toMatchObject({ recalls: 1, recalled: 1 });
  });

  test("says of tomorrow what tomorrow will ask: one of two siblings, within the limit of a day", () => {
    const dueTomorrow = (settings = {}, deck = three.deck) => {
      const stores = new MemoryStores({ deck }, settings);
      for (const card of [one, two, gap, other]) inReview(stores, card, "2026-11-25");
      return summaryOf(startReview(stores)).dueTomorrow;
    };
    expect(dueTomorrow()).toBe(3);
    expect(dueTomorrow({ siblings: "keep" })).toBe(4);
    expect(dueTomorrow({ reviewsPerDay: 2 })).toBe(2);
    expect(dueTomorrow({}, `---\nreviewsPerDay: 1\n---\n\n${three.deck}`)).toBe(1);
  });

  test("says of tomorrow what is left today, buried until then, or in a step; not what is suspended or of another deck", () => {
    const stores = new MemoryStores({ deck: three.deck, else: "<!-- 222222222223 facts -->\nQ: Else?\nA: Yes.\n" });
    for (const card of [one, two, gap, "222222222223.qa"]) inReview(stores, card, "2026-11-24");
    const sitting = startReview(stores, new Set(["deck"]));
    sitting.send({ type: "bury" });
    sitting.send({ type: "suspend" });
    answer(sitting, "again");
    sitting.send({ type: "stop" });
    expect(summaryOf(sitting)).toMatchObject({ dueTomorrow: 2 });
    expect(startReview(stores, new Set(["else"])).send({ type: "stop" }).session).toMatchObject({ summary: { dueTomorrow: 1 } });
  });
});

describe("a disk that refuses", () => {
  test("keeps the card, and retry saves that very answer once", () => {
    const stores = new MemoryStores(three);
    const sitting = startReview(stores);
    stores.failing.log = 2;
    expect(answer(sitting, "hard").session).toMatchObject({ phase: "notSaved", reason: expect.stringContaining("disk is full") });
    expect(sitting.unsaved()).toHaveLength(1);
    expect(sitting.send({ type: "retry" }).session.phase).toBe("notSaved");
    expect(frontOf(sitting.session())).toBe("First?");
    expect(sitting.send({ type: "retry" }).session.phase).toBe("asking");
    expect(frontOf(sitting.session())).toBe("Second?");
    expect(stores.saved).toMatchObject([{ type: "reviewed", rating: "hard", cardId: "7hq2mzk4rtw9.qa" }]);
    expect(sitting.unsaved()).toEqual([]);
    sitting.send({ type: "stop" });
    expect(summaryOf(sitting).answers).toBe(1);
  });

  test("leaving with an unsaved answer keeps it to be printed", () => {
    const { sitting } = reach.notSaved();
    sitting.send({ type: "stop" });
    expect(sitting.unsaved()).toHaveLength(1);
  });

  test.each(["retry", "continue", "undo"] as const)("after leaving, %s saves the answer before anything else", (type) => {
    const { stores, sitting } = reach.notSaved();
    sitting.send({ type: "stop" });
    sitting.send({ type });
    expect(stores.saved).toMatchObject([{ type: "reviewed" }]);
    expect(sitting.unsaved()).toEqual([]);
    expect(frontOf(sitting.session())).toBe("Second?");
    sitting.send({ type: "stop" });
    expect(summaryOf(sitting).answers).toBe(1);
  });

  test.each(["bury", "suspend"] as const)("%s is done once, after a retry", (type) => {
    const { stores, sitting } = reach.asking();
    stores.failing.log = 1;
    expect(sitting.send({ type }).session.phase).toBe("notSaved");
    expect(sitting.send({ type: "retry" }).session.phase).toBe("asking");
    expect(frontOf(sitting.session())).toBe("Second?");
    expect(stores.types()).toEqual([type === "bury" ? "buried" : "suspended"]);
  });

  test("an undo that is not saved counts only after its retry, and then wholly", () => {
    const { stores, sitting } = reach.answered();
    sitting.send({ type: "rate", rating: "again" });
    stores.failing.log = 1;
    expect(sitting.send({ type: "undo" }).session.phase).toBe("notSaved");
    const effect = sitting.send({ type: "retry" });
    expect(stores.types()).toEqual(["reviewed", "undone"]);
    expect(effect).toMatchObject({ message: "Undone: Again on “First?”.", session: { phase: "asking", progress: { done: 0 } } });
    expect(frontOf(sitting.session())).toBe("First?");
    sitting.send({ type: "stop" });
    expect(summaryOf(sitting)).toMatchObject({ answers: 0, hardest: [] });
  });

  test.each(["undo", "retry", "continue"] as const)("an undo on the summary that is not saved is finished by %s", (type) => {
    const stores = new MemoryStores({ deck: first });
    const sitting = startReview(stores);
    answer(sitting, "easy");
    stores.failing.log = 1;
    expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "refused", message: expect.stringContaining("Not saved") });
    expect(sitting.send({ type })).toMatchObject({ outcome: "done", session: { phase: "asking" } });
    expect(stores.types()).toEqual(["reviewed", "undone"]);
    expect(answerAll(sitting)).toEqual(["First?"]);
    expect(summaryOf(sitting).answers).toBe(1);
  });

  test("a drop that its files refuse leaves the note in its deck and the verdict taken back", () => {
    const { stores, sitting } = reach.asking();
    stores.failing.decks = 1;
    // The answer was not asked for, so the message must not show it.
    expect(sitting.send({ type: "drop" }).session).toMatchObject({ phase: "notSaved", isShown: false });
    expect(stores.types()).toEqual(["triaged", "undone"]);
    expect(stores.files.get("deck")).toBe(three.deck);
    expect(sitting.send({ type: "retry" })).toMatchObject({
      message: "Dropped. u brings it back.",
      session: { phase: "asking" },
    });
    expect(stores.files.get("deck")).not.toContain("First?");
    expect(stores.droppedNotes.get("deck")).toContain("First?");
  });

  test("a drop that fails halfway keeps the dropped note once, and its undo leaves none behind", () => {
    const { stores, sitting } = reach.asking();
    const { keepDropped } = stores.decks;
    stores.decks.keepDropped = (...given) => {
      keepDropped(...given);
      stores.decks.keepDropped = keepDropped;
      stores.failing.decks = 1;
    };
    expect(sitting.send({ type: "drop" }).session.phase).toBe("notSaved");
    expect(sitting.send({ type: "retry" }).message).toBe("Dropped. u brings it back.");
    expect(stores.droppedNotes.get("deck")?.match(/First\?/g)).toHaveLength(1);
    sitting.send({ type: "undo" });
    expect(stores.droppedNotes.get("deck")).not.toContain("First?");
    expect(stores.files.get("deck")?.match(/First\?/g)).toHaveLength(1);
  });

  test("a drop whose log entry is not saved drops nothing, and its retry drops the note", () => {
    const { stores, sitting } = reach.asking();
    stores.failing.log = 1;
    expect(sitting.send({ type: "drop" }).session.phase).toBe("notSaved");
    expect(stores.files.get("deck")).toContain("First?");
    sitting.send({ type: "retry" });
    expect(stores.files.get("deck")).not.toContain("First?");
    expect(stores.droppedNotes.get("deck")).toContain("First?");
    expect(frontOf(sitting.session())).toBe("Second?");
  });
});

describe("notes written by hand", () => {
  test("get their id written before their first answer, the others theirs later", () => {
    const stores = new MemoryStores(byHand);
    const sitting = startReview(stores);
    const session = sitting.session();
    if (session.phase !== "asking") throw new Error(session.phase);
    answer(sitting);
    const { noteId } = session.asked.card;
    expect(stores.files.get("deck")).toContain(`<!-- ${noteId} other -->\nQ: By hand?`);
    expect(stores.files.get("deck")?.match(/<!--/g)).toHaveLength(1);
    expect(stores.saved).toMatchObject([{ cardId: `${noteId}.qa` }]);
  });

  test("are not rated while their deck cannot be written, and nothing is logged for them", () => {
    const stores = new MemoryStores(byHand);
    const sitting = startReview(stores);
    stores.failing.decks = 2;
    expect(answer(sitting).session.phase).toBe("notSaved");
    expect(sitting.send({ type: "retry" }).session.phase).toBe("notSaved");
    expect(stores.saved).toEqual([]);
    expect(sitting.send({ type: "retry" }).session.phase).toBe("asking");
    expect(stores.types()).toEqual(["reviewed"]);
    expect(frontOf(sitting.session())).toBe("Another?");
  });

  test("are rated by a retry after another program changed their deck meanwhile", () => {
    const stores = new MemoryStores(byHand);
    const sitting = startReview(stores);
    stores.files.set("deck", `${byHand.deck}\nQ: Added meanwhile?\nA: Yes.\n`);
    expect(answer(sitting).session.phase).toBe("notSaved");
    expect(sitting.send({ type: "retry" }).session.phase).toBe("asking");
    expect(stores.types()).toEqual(["reviewed"]);
    expect(stores.files.get("deck")).toContain("Added meanwhile?");
  });

  test("that were reworded meanwhile get no answer meant for the old wording", () => {
    const stores = new MemoryStores(byHand);
    const sitting = startReview(stores);
    stores.files.set("deck", byHand.deck.replace("By hand?", "Something else?"));
    expect(answer(sitting).session.phase).toBe("notSaved");
    expect(sitting.send({ type: "retry" })).toMatchObject({
      message: "The card is no longer in its deck.",
      session: { phase: "asking" },
    });
    expect(stores.saved).toEqual([]);
    expect(frontOf(sitting.session())).toBe("Something else?");
  });
});

describe("undo", () => {
  test("takes back answers one by one and asks their cards again", () => {
    const stores = new MemoryStores(three);
    const sitting = startReview(stores);
    answer(sitting, "good");
    answer(sitting, "again");
    expect(sitting.send({ type: "undo" }).message).toBe("Undone: Again on “Second?”.");
    expect(frontOf(sitting.session())).toBe("Second?");
    expect(sitting.send({ type: "undo" }).message).toBe("Undone: Good on “First?”.");
    expect(frontOf(sitting.session())).toBe("First?");
    expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "refused", message: "There is nothing to undo." });
    expect(answerAll(sitting)).toEqual(["First?", "Second?", "Third […] and other."]);
    expect(summaryOf(sitting).answers).toBe(3);
  });

  test.each(["bury", "suspend"] as const)("brings back the card after %s", (type) => {
    const { sitting } = reach.asking();
    sitting.send({ type });
    expect(frontOf(sitting.session())).toBe("Second?");
    sitting.send({ type: "undo" });
    expect(frontOf(sitting.session())).toBe("First?");
  });

  test("reaches the last answer of an earlier sitting", () => {
    const stores = new MemoryStores(three);
    answerAll(startReview(stores));
    const sitting = startReview(stores);
    expect(sitting.session().phase).toBe("done");
    expect(sitting.send({ type: "undo" })).toMatchObject({ outcome: "done", session: { phase: "asking" } });
    expect(answerAll(sitting)).toEqual(["Third […] and other."]);
  });

  test("of another deck's answer says so and goes on with this sitting's cards", () => {
    const stores = new MemoryStores({ one: first, two: second });
    answerAll(startReview(stores, new Set(["one"])));
    const sitting = startReview(stores, new Set(["two"]));
    expect(sitting.send({ type: "undo" }).message).toBe("Undone: Easy on “First?”.");
    expect(frontOf(sitting.session())).toBe("Second?");
  });

  test("puts a dropped note back into its deck", () => {
    const stores = new MemoryStores(three);
    const sitting = startReview(stores);
    answer(sitting, "easy");
    answer(sitting, "easy");
    expect(sitting.send({ type: "drop" })).toMatchObject({
      message: "Dropped, with all 2 cards of its note. u brings them back.",
      session: { phase: "done" },
    });
    expect(stores.files.get("deck")).not.toContain("Third");
    expect(sitting.send({ type: "undo" }).message).toContain("Undone: dropping “Third");
    expect(stores.files.get("deck")).toContain("Third {{c1::gap}}");
    expect(stores.droppedNotes.get("deck")).not.toContain("Third");
    expect(frontOf(sitting.session())).toBe("Third […] and other.");
    expect(stores.types()).toEqual(["reviewed", "reviewed", "triaged", "undone"]);
  });

  test("of a drop asks no card that was answered today already", () => {
    const stores = new MemoryStores({ deck: third }, { siblings: "keep" });
    const sitting = startReview(stores);
    answer(sitting, "easy");
    const open = frontOf(sitting.session());
    sitting.send({ type: "drop" });
    sitting.send({ type: "undo" });
    expect(frontOf(sitting.session())).toBe(open);
  });

  test("puts it back on a retry when the deck was edited meanwhile", () => {
    const { stores, sitting } = reach.asking();
    sitting.send({ type: "drop" });
    stores.files.set("deck", `${stores.files.get("deck")}\nSome prose.\n`);
    expect(sitting.send({ type: "undo" }).session.phase).toBe("notSaved");
    sitting.send({ type: "retry" });
    expect(stores.files.get("deck")).toContain("First?");
    expect(stores.files.get("deck")).toContain("Some prose.");
    expect(stores.types()).toEqual(["triaged", "undone"]);
  });
});

describe("a deck that another program changed before its turn", () => {
  const both = { a: first, b: `${second}\n${third}` };

  test("is asked as it reads now", () => {
    const stores = new MemoryStores(both);
    const sitting = startReview(stores);
    stores.files.set("b", both.b.replace("Second?", "Second, reworded?"));
    answer(sitting, "easy");
    expect(frontOf(sitting.session())).toBe("Second, reworded?");
  });

  test("is looked at again where a card is gone, and the others are asked", () => {
    const stores = new MemoryStores(both);
    const sitting = startReview(stores);
    stores.files.set("b", third);
    answer(sitting, "easy");
    expect(frontOf(sitting.session())).toMatch(/^Third/);
    answer(sitting, "easy");
    expect(summaryOf(sitting)).toMatchObject({ answers: 2, leftNow: 0 });
  });

  test("may be gone, which ends the sitting", () => {
    const stores = new MemoryStores(both);
    const sitting = startReview(stores);
    stores.files.delete("b");
    answer(sitting, "easy");
    expect(summaryOf(sitting)).toMatchObject({ answers: 1, leftNow: 0 });
  });
});

test("a sitting over more decks than stay parsed asks, undoes and drops as in a small home", () => {
  const ids = "23456789abcdefghjkmnpqrstuvw".split("");
  const deckOf = (id: string) => `<!-- ${id.repeat(12)} facts -->\nQ: ${id}?\nA: b\n`;
  const stores = new MemoryStores(Object.fromEntries(ids.map((id) => [`deck-${id}`, deckOf(id)])), { newPerDay: 100 });
  const sitting = startReview(stores);
  for (const _ of ids.slice(1)) answer(sitting, "easy");
  const undone = ids.slice(1).map(() => sitting.send({ type: "undo" }).message);
  expect(undone.toReversed()).toEqual(ids.slice(0, -1).map((id) => `Undone: Easy on “${id}?”.`));
  sitting.send({ type: "drop" });
  expect(stores.files.get("deck-2")).toBe("");
  expect(sitting.send({ type: "undo" }).message).toBe("Undone: dropping “2?”.");
  expect(stores.files.get("deck-2")).toBe(deckOf("2"));
  expect(answerAll(sitting)).toHaveLength(ids.length);
});

describe("decks edited in the middle", () => {
  test("a reworded card keeps its place and phase", () => {
    const { stores, sitting } = reach.answered();
    stores.files.set("deck", three.deck.replace("First?", "First, reworded?"));
    expect(sitting.reload().session.phase).toBe("answered");
    expect(frontOf(sitting.session())).toBe("First, reworded?");
    sitting.send({ type: "rate", rating: "good" });
    expect(stores.saved).toMatchObject([{ cardId: "7hq2mzk4rtw9.qa" }]);
  });

  test("a deleted one gives way to the next, and says so", () => {
    const { stores, sitting } = reach.answered();
    stores.files.set("deck", second);
    expect(sitting.reload().message).toBe("The card is no longer in its deck.");
    expect(frontOf(sitting.session())).toBe("Second?");
  });

  test("one that an edit broke is told with what is wrong, opens again, and is asked again once it is mended", () => {
    const { stores, sitting } = reach.asking();
    answer(sitting);
    expect(frontOf(sitting.session())).toBe("Second?");
    stores.files.set("deck", three.deck.replace("A: Two.", "AA: Two."));
    const message = "The card is no longer in its deck: A question without an answer (decks/deck.md:6). e opens it again.";
    expect(sitting.reload().message).toBe(message);
    expect(sitting.place()).toEqual({ path: "decks/deck.md", line: 6 });
    expect(sitting.reload().message).toBe(message);
    stores.files.set("deck", three.deck);
    sitting.reload();
    expect(frontOf(sitting.session())).toBe("Second?");
  });

  test("undo right after it says what it would take back, and takes it back only when it is asked again", () => {
    const { stores, sitting } = reach.asking();
    answer(sitting);
    stores.files.set("deck", three.deck.replace("A: Two.", "AA: Two."));
    sitting.reload();
    const { outcome, message } = sitting.send({ type: "undo" });
    expect([outcome, stores.types()]).toEqual(["refused", ["reviewed"]]);
    expect(message).toMatch(/^The card is no longer in its deck: .* u again takes back what was before: .*First\?.*\.$/);
    sitting.send({ type: "undo" });
    expect(stores.types()).toEqual(["reviewed", "undone"]);
  });

  test("a deck that is as it was is not spoken of", () => {
    const { stores, sitting } = reach.answered();
    expect(sitting.reload().message).toBeUndefined();
    stores.files.set("deck", `${three.deck}\n`);
    expect(sitting.reload().message).toBe("The deck was read again.");
  });

  test("new notes join the sitting, and the place follows the lines", () => {
    const { stores, sitting } = reach.asking();
    stores.files.set("deck", `Some prose.\n\n${three.deck}\nQ: Fourth?\nA: Four.\n`);
    sitting.reload();
    expect(sitting.place()).toEqual({ path: "decks/deck.md", line: 4 });
    expect(answerAll(sitting)).toContain("Fourth?");
  });

  test("a broken deck leaves the good notes", () => {
    const { stores, sitting } = reach.asking();
    stores.files.set("deck", three.deck.replace("A: Two.\n", ""));
    sitting.reload();
    expect(answerAll(sitting)).toEqual(["First?", "Third […] and other."]);
  });

  test("nothing can be edited when nothing is on the table", () => {
    const { sitting } = reach.done();
    expect(sitting.place()).toBeUndefined();
    expect(sitting.reload().session.phase).toBe("done");
  });
});

describe("the study day", () => {
  test("changes in the middle of a sitting: buried cards and held-back ones come in", () => {
    const stores = new MemoryStores(three, { newPerDay: 2 });
    stores.clock = Date.parse("2026-11-25T03:50:00.000Z");
    const sitting = startReview(stores);
    sitting.send({ type: "bury" });
    answer(sitting, "easy");
    expect(stores.saved.map((event) => event.studyDay)).toEqual(["2026-11-24", "2026-11-24"]);
    stores.later(20);
    if (sitting.session().phase === "done") sitting.send({ type: "continue" });
    const fronts = answerAll(sitting);
    expect(fronts).toContain("First?");
    expect(fronts).toContain("Third […] and other.");
    expect(new Set(stores.saved.slice(2).map((event) => event.studyDay))).toEqual(new Set(["2026-11-25"]));
  });

  test("an answer given after the rollover belongs to the new day, with the schedule that was promised before", () => {
    const stores = new MemoryStores({ deck: first });
    stores.clock = Date.parse("2026-11-25T03:59:00.000Z");
    const sitting = startReview(stores);
    const { session } = sitting.send({ type: "show" });
    if (session.phase !== "answered") throw new Error(session.phase);
    stores.later(2);
    sitting.send({ type: "rate", rating: "easy" });
    expect(stores.saved).toMatchObject([{ studyDay: "2026-11-25", schedule: session.asked.outcomes.easy.schedule }]);
  });
});

test("another pass at a card answered today is a rehearsal and leaves its schedule alone", () => {
  const stores = new MemoryStores({ deck: first });
  answer(startReview(stores), "easy");
  stores.later(10);
  stores.log().append({ type: "flagged", cardId: "7hq2mzk4rtw9.qa", flag: 1 });
  const sitting = startReview(stores);
  expect(sitting.send({ type: "undo" }).session.phase).toBe("asking");
  expect(answer(sitting, "again").session.phase).toBe("done");
  const saved = stores.saved.at(-1);
  expect(saved).toMatchObject({ type: "reviewed", kind: "rehearsal", rating: "again" });
  expect(saved).not.toHaveProperty("schedule");
});

test("a card that became a leech offers to reword its note, until the learner goes on", () => {
  const stores = new MemoryStores({ deck: `${first}\nQ: Other?\nA: Yes.\n` }, { leechThreshold: 1 });
  const before = startReview(stores);
  answer(before, "easy");
  stores.later(60 * 24 * 60);
  const sitting = startReview(stores);
  const leech = sitting.place();
  const effect = answer(sitting, "again");
  expect(effect.message).toBe("Forgotten once. e opens its note, to reword or split it.");
  expect(effect.session.phase).toBe("asking");
  expect(sitting.place()).toEqual(leech);
  sitting.reload();
  expect(sitting.place()).not.toEqual(leech);
});

test("a leech that is suspended says what to do", () => {
  const stores = new MemoryStores({ deck: first }, { leechAction: "suspend", leechThreshold: 1 });
  answer(startReview(stores), "easy");
  stores.later(60 * 24 * 60);
  const sitting = startReview(stores);
  const effect = answer(sitting, "again");
  expect(effect.message).toMatch(/suspended now\. Reword or split its note: decks\/deck\.md:\d+\.$/);
  expect(effect.session.phase).toBe("done");
});
