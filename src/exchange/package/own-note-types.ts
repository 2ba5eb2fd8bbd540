import type { Preferences } from "../../scheduling/preferences.ts";
import { defaultWeights, type Weights } from "../../scheduling/weights.ts";
import type { AnkiNoteKind } from "../anki-note.ts";

/**
 * recto's own note types, so that no translated or changed type of Anki's is touched. Ids, names, fields and their order stay for ever:
 * Anki would take a type with others for a new one. `changed` goes up when a template or the style does.
 */
interface OwnType {
  readonly id: number;
  readonly name: string;
  readonly type: 0 | 1;
  readonly fields: readonly [string, string];
  readonly templates: readonly (readonly [name: string, front: string, back: string])[];
}

const changed = 1_764_028_800;
const question = ["Question", "{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"] as const;
const reversed = ["Reversed", "{{Back}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}"] as const;
const cloze = ["Cloze", "{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"] as const;

const types = {
  question: { id: 1_764_028_800_101, name: "Recto question", type: 0, fields: ["Front", "Back"], templates: [question] },
  both: {
    id: 1_764_028_800_102,
    name: "Recto question both ways",
    type: 0,
    fields: ["Front", "Back"],
    templates: [question, reversed],
  },
  cloze: { id: 1_764_028_800_103, name: "Recto cloze", type: 1, fields: ["Text", "Back Extra"], templates: [cloze] },
} as const satisfies Readonly<Record<string, OwnType>>;

const typeOfKind = {
  question: types.question,
  who: types.question,
  both: types.both,
  cloze: types.cloze,
  quote: types.cloze,
} as const;

export function ownTypeId(kind: AnkiNoteKind): number {
  return typeOfKind[kind].id;
}

export function isOwnType(name: string): boolean {
  return Object.values(types).some((type) => type.name === name);
}

/** `col.models` */
export function ownModels(): object {
  return Object.fromEntries(Object.values(types).map((type) => [type.id, modelOf(type)]));
}

const style = `.card { font-family: arial; font-size: 20px; text-align: center; color: black; background-color: white; }
.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
.recto-heading, .recto-extras { color: gray; font-size: 14px; }
`;

function modelOf({ id, name, type, fields, templates }: OwnType): object {
  return {
    id,
    name,
    type,
    mod: changed,
    usn: -1,
    sortf: 0,
    did: null,
    css: style,
    latexPre:
      "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n",
    latexPost: "\\end{document}",
    latexsvg: false,
    req: [],
    flds: fields.map((field, ord) => ({ name: field, ord, sticky: false, rtl: false, font: "Arial", size: 20 })),
    tmpls: templates.map(([called, qfmt, afmt], ord) => ({
      name: called,
      ord,
      qfmt,
      afmt,
      bqfmt: "",
      bafmt: "",
      did: null,
      bfont: "",
      bsize: 0,
    })),
  };
}

/** recto's own preset; Anki's default one is never changed. */
export const ownPreset = 1_764_028_800_201;

/** `col.dconf`: how this home schedules, for who takes presets along. */
export function ownPresets(preferences: Preferences, weights: Weights): object {
  const { learningStepsMinutes, relearningStepsMinutes, newPerDay, reviewsPerDay, maximumInterval, leechThreshold, leechAction } =
    preferences;
  const preset = (id: number, name: string, changes: object) => ({
    id,
    name,
    mod: changed,
    usn: -1,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: true, delays: learningStepsMinutes, initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: newPerDay },
    rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: maximumInterval, perDay: reviewsPerDay, hardFactor: 1.2 },
    lapse: {
      delays: relearningStepsMinutes,
      leechAction: leechAction === "suspend" ? 0 : 1,
      leechFails: leechThreshold === 0 ? 9999 : leechThreshold,
      minInt: 1,
      mult: 0,
    },
    ...changes,
  });
  return {
    1: preset(1, "Default", {}),
    [ownPreset]: preset(ownPreset, "Recto", {
      desiredRetention: preferences.desiredRetention,
      ...(weights !== defaultWeights && { fsrsParams6: weights }),
    }),
  };
}
