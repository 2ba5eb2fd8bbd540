import { LowSync } from "lowdb";
import * as v from "valibot";
import { NotSaved, type Settings } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import { defaultPreferences } from "../scheduling/preferences.ts";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { errorCode, ifThere, readWhole } from "./disk-steps.ts";

export const defaultSettings: Settings = { ...defaultPreferences, ankiBasic: "Basic", ankiCloze: "Cloze" };

export interface SettingsStore {
  readonly settings: Settings;
  /** Every value that is not used, and a file that cannot be read. */
  readonly problems: readonly Problem[];
  /**
   * Writes some settings and keeps the rest of the file, unknown keys too.
   * @throws NotSaved, also when the file is damaged: recto leaves it to the learner
   */
  change(changes: Partial<Settings>): void;
}

const fileName = "storage/settings.json";

/** `path` is the file; a missing one gives the defaults and is made by the first change. */
export function openSettings(disk: Disk, path: string): SettingsStore {
  const file = new SettingsFile(disk, path);
  const low = new LowSync<Stored>(file, { schemaVersion });
  low.read();
  let decoded = decodeSettings(low.data);
  const problems = [...file.problems, ...decoded.problems];
  return {
    get settings() {
      return decoded.settings;
    },
    problems,
    change(changes) {
      if (file.problems.length > 0) throw new NotSaved(`${fileName} is damaged, so recto leaves it alone.`, repair);
      low.data = { ...low.data, ...changes };
      low.write();
      decoded = decodeSettings(low.data);
    },
  };
}

/** Settings that are absent unless somebody sets them. */
const withoutDefault: ReadonlySet<string> = new Set<keyof Settings>(["timeZone", "verdictsSince"]);

type Stored = Readonly<Record<string, unknown>>;

const schemaVersion = 1;
const largestFile = 64 * 1024;
const repair = "Repair it, or make it {} to begin with the defaults.";

/** lowdb's own file adapters flush nothing and take `null` for an empty file; this one does neither. */
class SettingsFile {
  readonly problems: Problem[] = [];
  private readonly disk: Disk;
  private readonly path: string;

  constructor(disk: Disk, path: string) {
    this.disk = disk;
    this.path = path;
  }

  /** null: no file, or none to rely on. */
  read(): Stored | null {
    try {
      const bytes = ifThere(() => readWhole(this.disk, this.path));
      return bytes === undefined ? null : this.parse(bytes);
    } catch (error) {
      return this.damaged(`it cannot be read (${errorCode(error) ?? "no code"})`);
    }
  }

  write(data: Stored): void {
    atomicWrite(this.disk, this.path, Buffer.from(`${JSON.stringify(data, null, 2)}\n`), { called: fileName });
  }

  private parse(bytes: Buffer): Stored | null {
    if (bytes.length > largestFile) return this.damaged("it is too large");
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return this.damaged("it is not JSON");
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) return this.damaged("it is not a JSON object");
    return value as Stored;
  }

  private damaged(why: string): null {
    this.problems.push({ file: fileName, message: `The settings are not used: ${why}; the defaults stand.`, remedy: repair });
    return null;
  }
}

const wholeNumber = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const steps = () => v.pipe(v.array(v.pipe(v.number(), v.gtValue(0), v.maxValue(525_600))), v.maxLength(20));
const name = () => v.pipe(v.string(), v.minLength(1), v.maxLength(200));

type Rules = { readonly [Key in keyof Settings]-?: readonly [schema: v.GenericSchema<unknown, Settings[Key]>, words: string] };

/** A row a setting: what it may be, and the same in words. Built when a file has something to check. */
const rulesFor = (): Rules => ({
  desiredRetention: [v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.99)), "a number from 0.70 to 0.99"],
  newPerDay: [wholeNumber(0, 9999), "a whole number from 0 to 9999"],
  reviewsPerDay: [wholeNumber(0, 99_999), "a whole number from 0 to 99999"],
  rolloverHour: [wholeNumber(0, 23), "a whole number from 0 to 23"],
  timeZone: [v.pipe(v.string(), v.check(isTimeZone)), 'the name of a time zone, as "Europe/Paris"'],
  learningStepsMinutes: [steps(), "a list of minutes, as [1, 10]"],
  relearningStepsMinutes: [steps(), "a list of minutes, as [10]"],
  learnAheadMinutes: [wholeNumber(0, 1440), "a whole number from 0 to 1440"],
  maximumInterval: [wholeNumber(1, 36_500), "a whole number of days from 1 to 36500"],
  fuzz: [v.boolean(), "true or false"],
  leechThreshold: [wholeNumber(0, 9999), "a whole number from 0 to 9999"],
  leechAction: [v.picklist(["mark", "suspend"]), '"mark" or "suspend"'],
  siblings: [v.picklist(["bury", "keep"]), '"bury" or "keep"'],
  reviewOrder: [
    v.picklist(["dueDay", "retrievabilityUp", "retrievabilityDown", "relativeOverdueness", "interval", "difficulty", "random"]),
    '"dueDay", "retrievabilityUp", "retrievabilityDown", "relativeOverdueness", "interval", "difficulty" or "random"',
  ],
  newOrder: [v.picklist(["deck", "newest", "random"]), '"deck", "newest" or "random"'],
  mix: [v.picklist(["mix", "before", "after"]), '"mix", "before" or "after"'],
  ankiBasic: [name(), "a name"],
  ankiCloze: [name(), "a name"],
  verdictsSince: [v.pipe(v.string(), v.check(isInstant)), 'an instant, as "2026-11-24T18:00:00Z"'],
});

function decodeSettings(stored: Stored): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const settings: Record<string, unknown> = { ...defaultSettings };
  const problems: Problem[] = [];
  let rules: Rules | undefined;
  for (const [key, value] of Object.entries(stored)) {
    if (!Object.hasOwn(settings, key) && !withoutDefault.has(key)) continue;
    rules ??= rulesFor();
    const [schema, words] = rules[key as keyof Settings];
    if (v.is(schema, value)) settings[key] = value;
    else problems.push(wrongValue(key, value, words, settings[key]));
  }
  if (Object.hasOwn(stored, "schemaVersion") && stored.schemaVersion !== schemaVersion) problems.push(otherVersion(stored));
  return { settings: settings as unknown as Settings, problems };
}

function wrongValue(key: string, value: unknown, words: string, used: unknown): Problem {
  const shown = JSON.stringify(value).slice(0, 60);
  const instead =
    used === undefined
      ? key === "timeZone"
        ? "the machine's own is used"
        : "it is not used"
      : `${JSON.stringify(used)} is used`;
  return { file: fileName, message: `${key} cannot be ${shown}; ${instead}.`, remedy: `Make it ${words}.` };
}

function otherVersion(stored: Stored): Problem {
  const shown = JSON.stringify(stored.schemaVersion).slice(0, 20);
  return { file: fileName, message: `schemaVersion is ${shown}; this recto knows ${schemaVersion}.`, remedy: "Update recto." };
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
