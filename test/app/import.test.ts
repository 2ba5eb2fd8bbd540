import { describe, expect, test } from "vitest";
import { readDecks } from "../../src/app/add.ts";
import { exportFrom } from "../../src/app/export.ts";
import { applyImport, type ImportPlan, planImport } from "../../src/app/import.ts";
import { readHome } from "../../src/app/study-home.ts";
import { readAnkiText } from "../../src/exchange/read-anki-text.ts";
import { MemoryStores } from "../support/memory-stores.ts";

function planOf(stores: MemoryStores, text: string, file = "notes.txt"): ImportPlan {
  const imported = readAnkiText(text, stores.settings, file);
  if (!("notes" in imported)) throw new Error(imported.saw);
  const plan = planImport(stores, readDecks(stores), { file, imported });
  if ("remedy" in plan) throw new Error(plan.message);
  return plan;
}

/** Imports, and tells what the report counts, without what it does not. */
function importText(stores: MemoryStores, text: string, file?: string) {
  const plan = planOf(stores, text, file);
  applyImport(stores, plan);
  const { leftOut, remarks, pictures, ...counts } = plan.report;
  return {
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    ...(leftOut.length > 0 && { leftOut: leftOut.map(({ place, reason }) => `${place} ${reason}`) }),
    ...(remarks.length > 0 && { remarks: remarks.map(({ message }) => message) }),
    ...(pictures.length > 0 && { pictures }),
  };
}

function exported(stores: MemoryStores, updateTags = false): string {
  const home = readHome(stores.decks);
  const names = new Set(home.decks.map(({ name }) => name));
  return exportFrom(stores, home, names, { to: "anki", separator: "comma", updateTags, writesIds: true }).text;
}

const own = {
  "kant::first": `---
title: Critique
tags: [philosophy, week 3]
---

## Facts

<!-- 7hq2mzk4rtw9 facts kind=name line=jdph7y9e next=c3 #born -->
C: Kant was born in __1724__ in {{c1::Königsberg}} and {{c2::died::ended how?}} there.
At: p. 12

<!-- b8wzv3p6xk2m facts -->
Q: Why do *later* intervals grow?
A: Because \`n < m\`, and $x_1$.
S: Intervals grow.

<!-- c3wzv3p6xk2m other both -->
Q: die Gabel
A: the fork
S: Gabel means fork.

<!-- k4m9q2ht7rzc quotes -->
> The true art is {{c1::attention}},
> and more.
> — {{who::Samuel Johnson}}

<!-- n2m9q2ht7rzc quotes -->
> Know thyself.
> — {{who::Delphi}}
At: temple
`,
};

describe("recto to Anki to recto", () => {
  test("a file that recto wrote changes nothing in its own home", () => {
    const stores = new MemoryStores(own);
    const text = exported(stores);
    expect(importText(stores, text)).toEqual({ found: 6, duplicate: 6 });
    expect(stores.files.get("kant::first")).toBe(own["kant::first"]);
  });

  test("an empty home gets the notes with their ids, gaps, hints, speakers, sources and places", () => {
    const text = exported(new MemoryStores(own), true);
    const stores = new MemoryStores({});
    expect(importText(stores, text)).toEqual({ found: 6, new: 6 });
    expect([...stores.files.keys()]).toEqual(["kant::first"]);
    expect(stores.files.get("kant::first")).toBe(`<!-- 7hq2mzk4rtw9 other #philosophy #week_3 #born -->
C: Kant was born in **1724** in {{c1::Königsberg}} and {{c2::died::ended how?}} there.
At: p. 12

<!-- b8wzv3p6xk2m other #philosophy #week_3 -->
Q: Why do *later* intervals grow?
A: Because \`n < m\`, and \\(x_1\\).
S: Intervals grow.

<!-- c3wzv3p6xk2m other both #philosophy #week_3 -->
Q: die Gabel
A: the fork

<!-- k4m9q2ht7rzc other #philosophy #week_3 -->
> The true art is {{c1::attention}},
> and more.
> — {{who::Samuel Johnson}}

<!-- n2m9q2ht7rzc other #philosophy #week_3 -->
> Know thyself.
> — {{who::Delphi}}
At: temple
`);
    expect(exported(stores, true).replaceAll("<b>", "<b>")).toBe(text.replaceAll("recto-deck>Critique", "recto-deck>first"));
  });

  test("an edit made in Anki reaches its note alone, with what the file does not hold", () => {
    const stores = new MemoryStores(own);
    const text = exported(stores)
      .replace("{{c2::died::ended how?}} there", "{{c2::died::ended how?}} <b>there</b> with {{c3::honours}}")
      .replace("the fork", "the fork<br>(cutlery)");
    expect(importText(stores, text)).toEqual({ found: 6, updated: 2, duplicate: 4 });
    expect(stores.files.get("kant::first")).toBe(
      own["kant::first"]
        .replace("next=c3", "next=c4")
        .replace("__1724__", "**1724**")
        .replace("{{c2::died::ended how?}} there", "{{c2::died::ended how?}} **there** with {{c3::honours}}")
        .replace("A: the fork", "A: the fork\n(cutlery)"),
    );
  });

  test("a note of another kind is not written over", () => {
    const stores = new MemoryStores(own);
    const text = exported(stores).replace("c3wzv3p6xk2m,Basic (and reversed card)", "c3wzv3p6xk2m,Basic");
    expect(
      importText(stores, text.replace("b8wzv3p6xk2m,Basic", "b8wzv3p6xk2m,Cloze").replace("Why do", "{{c1::Why}} do")),
    ).toEqual({
      found: 6,
      duplicate: 4,
      leftOut: ["9 conflicting", "10 conflicting"],
    });
  });

  test("a dropped note stays dropped", () => {
    const stores = new MemoryStores(own);
    const text = exported(stores);
    stores.files.set("kant::first", "");
    stores.droppedNotes.set(
      "kant::first",
      own["kant::first"].slice(own["kant::first"].indexOf("<!-- b8w")).split("\n\n")[0] ?? "",
    );
    expect(importText(stores, text)).toMatchObject({ new: 5, leftOut: ["9 dropped"] });
  });
});

describe("files of others", () => {
  const foreign = `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
s.P8@t9}(T\tBasic\tGeography::Capitals of Europe\tFrance?\t<div>Paris</div><div>on the Seine</div>\tcity leech
k*B?}|bv7F\tCloze\tCON\tA {{c1::alpha::hint}} and {{c2::<b>beta</b>}}\textra <img src="x y.png">\t
FV.^uDg\`>?\tBasic (and reversed card)\t1984\tfront\tback\t
fY!7uyG,Z@\tMedical\t1984\tfirst\tsecond\tignored
GU,RiXVO^L\tCloze\t1984\tn {{c1::out {{c2::in}} er}}\t\t
`;

  test("become notes under ids that follow from their GUIDs, in decks of their names", () => {
    const [one, other] = [new MemoryStores({}), new MemoryStores({})];
    expect(importText(one, foreign)).toEqual({
      found: 5,
      new: 5,
      parted: 1,
      pictures: ["x y.png"],
      remarks: ["recto does not know the note type Medical."],
    });
    importText(other, foreign);
    expect(one.files).toEqual(other.files);
    expect(Object.fromEntries(one.files)).toEqual({
      "Geography::Capitals of Europe": `<!-- zenu2xjn5yeu other guid=s%2EP8%40t9%7D%28T #city #leech -->
Q: France?
A: Paris
on the Seine
`,
      deck: `---
title: CON
---

<!-- 7yncv4hbywkg other guid=k%2AB%3F%7D%7Cbv7F -->
C: A {{c1::alpha::hint}} and {{c2::**beta**}}
S: extra ![](<x y.png>)
`,
      "1984": expect.stringContaining("Q: first\nA: second\n"),
    });
    expect(one.files.get("1984")?.match(/guid=GU%2CRiXVO%5EL -->\nC: .*/g)).toEqual([
      "guid=GU%2CRiXVO%5EL -->\nC: n {{c1::out in er}}",
      "guid=GU%2CRiXVO%5EL -->\nC: n out {{c2::in}} er",
    ]);
  });

  test("importing again changes nothing, and a new version changes what differs", () => {
    const stores = new MemoryStores({});
    importText(stores, foreign);
    const before = new Map(stores.files);
    expect(importText(stores, foreign)).toMatchObject({ found: 5, duplicate: 5 });
    expect(stores.files).toEqual(before);
    const next = foreign.replace("on the Seine", "on the river Seine").replace("{{c2::in}} er", "{{c2::inner}} er");
    expect(importText(stores, next)).toMatchObject({ updated: 2, duplicate: 3 });
    expect(stores.files.get("1984")).toContain("C: n {{c1::out inner er}}");
    expect(stores.files.get("1984")).toContain("C: n out {{c2::inner}} er");
  });

  test("a note keeps its deck, whatever the file says, and the learner's own tags", () => {
    const stores = new MemoryStores({});
    importText(stores, foreign);
    const text = stores.files.get("Geography::Capitals of Europe") ?? "";
    stores.files.set("europe", text.replace("#city", "#mine"));
    stores.files.delete("Geography::Capitals of Europe");
    expect(importText(stores, foreign)).toMatchObject({ updated: 1, duplicate: 4 });
    expect(stores.files.get("europe")).toContain("#mine #leech #city -->");
    expect(stores.files.has("Geography::Capitals of Europe")).toBe(false);
  });
});

describe("columns made by hand", () => {
  test("are known again by their first field", () => {
    const stores = new MemoryStores({});
    expect(importText(stores, "aqua,water\nignis,fire\n", "latin words.csv")).toEqual({ found: 2, new: 2 });
    expect(importText(stores, "aqua,water\nignis,flame\nterra,earth\n", "latin words.csv")).toEqual({
      found: 3,
      new: 1,
      updated: 1,
      duplicate: 1,
      firstFieldMatch: 2,
    });
    expect([...stores.files.keys()]).toEqual(["latin words"]);
    expect(stores.files.get("latin words")?.match(/[QA]: .*/g)).toEqual([
      ...["Q: aqua", "A: water", "Q: ignis", "A: flame", "Q: terra", "A: earth"],
    ]);
  });

  test("two rows of one file that are the same make two notes, once", () => {
    const stores = new MemoryStores({});
    expect(importText(stores, "aqua,water\naqua,water\n")).toEqual({ found: 2, new: 2 });
    expect(importText(stores, "aqua,water\naqua,water\n")).toEqual({ found: 2, duplicate: 2, firstFieldMatch: 2 });
  });

  test("keep both adds, keep current leaves alone, and a missing answer leaves what is there", () => {
    const stores = new MemoryStores({ latin: "<!-- b8wzv3p6xk2m other -->\nQ: aqua\nA: water\n" });
    expect(importText(stores, "#if matches:keep current\n#separator:comma\naqua,sea")).toEqual({
      found: 1,
      duplicate: 1,
      firstFieldMatch: 1,
    });
    expect(importText(stores, "#separator:comma\naqua")).toEqual({ found: 1, duplicate: 1, firstFieldMatch: 1 });
    expect(importText(stores, "#separator:comma\nnova")).toEqual({ found: 1, leftOut: ["2 noAnswer"] });
    expect(importText(stores, "#if matches:keep both\n#separator:comma\n#deck:latin\naqua,sea")).toEqual({ found: 1, new: 1 });
    expect(stores.files.get("latin")?.match(/[QA]: .*/g)).toEqual(["Q: aqua", "A: water", "Q: aqua", "A: sea"]);
  });

  test("with the scope of a deck only notes of that deck are the same", () => {
    const stores = new MemoryStores({ latin: "<!-- b8wzv3p6xk2m other -->\nQ: aqua\nA: water\n" });
    const text = "#match scope:notetype + deck\n#separator:comma\n#deck column:3\naqua,sea,LATIN\naqua,acqua,italian";
    expect(importText(stores, text)).toEqual({ found: 2, new: 1, updated: 1, firstFieldMatch: 1 });
    expect(stores.files.get("latin")).toContain("A: sea");
    expect(stores.files.get("italian")).toContain("A: acqua");
  });

  test("text that a deck could take for its own stays text", () => {
    const stores = new MemoryStores({});
    const text = '"Q: x\n\nA: y\n<!-- b8wzv3p6xk2m other -->\nC: z","# a\n---\n> b\n```\nc"\n';
    expect(importText(stores, text)).toEqual({ found: 1, new: 1 });
    expect(importText(stores, text)).toEqual({ found: 1, duplicate: 1, firstFieldMatch: 1 });
    const again = new MemoryStores({});
    importText(again, exported(stores));
    const body = (deck = "") => deck.slice(deck.indexOf("Q:"));
    expect(body(again.files.get("notes"))).toBe(body(stores.files.get("notes")));
  });

  test("a deck that git left in two versions takes nothing, and says so", () => {
    const stores = new MemoryStores({ latin: "<<<<<<< HEAD\nQ: a\n=======\nQ: b\n>>>>>>> x\n" });
    const before = stores.files.get("latin");
    expect(importText(stores, "#deck:latin\n#separator:comma\naqua,water")).toMatchObject({ leftOut: ["3 missingDeck"] });
    expect(stores.files.get("latin")).toBe(before);
  });
});

test("many rows that are the same take no longer than others", () => {
  const stores = new MemoryStores({});
  const rows = Array.from({ length: 3000 }, () => "aqua,water").join("\n");
  const start = performance.now();
  expect(importText(stores, rows)).toEqual({ found: 3000, new: 3000 });
  expect(performance.now() - start).toBeLessThan(5000);
});
