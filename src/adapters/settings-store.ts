import { LowSync } from "lowdb";
import { NotSaved, type Settings } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import { defaultPreferences } from "../scheduling/preferences.ts";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { errorCode, ifThere, readWhole } from "./disk-steps.ts";
import { nearestSetting, settingNames, whatItShouldBe } from "./settings-rules.ts";

export const defaultSettings: Settings = {
  ...defaultPreferences,
  ankiBasic: "Basic",
  ankiReversed: "Basic (and reversed card)",
  ankiCloze: "Cloze",
};

export interface SettingsStore {
  readonly settings: Settings;
  /** Every value that is not used, and a file that cannot be read. */
  readonly problems: readonly Problem[];
  /** Keys that are no settings: of a newer recto, or mistyped. */
  unknown(): readonly Problem[];
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
    unknown: () =>
      Object.keys(low.data)
        .filter((key) => !isKnown(key))
        .map(unknownKey),
    change(changes) {
      if (file.problems.length > 0) throw new NotSaved(`${fileName} is damaged, so recto leaves it alone.`, repair);
      low.data = { ...low.data, ...changes };
      low.write();
      decoded = decodeSettings(low.data);
    },
  };
}

/** Settings that are absent unless somebody sets them. */
const withoutDefault: ReadonlySet<string> = new Set<keyof Settings>(["timeZone", "limitsOfDay", "verdictsSince"]);

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

function decodeSettings(stored: Stored): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const settings: Record<string, unknown> = { ...defaultSettings };
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!isKnown(key) || key === "schemaVersion") continue;
    const words = whatItShouldBe(key as keyof Settings, value);
    if (words === undefined) settings[key] = value;
    else problems.push(wrongValue(key, value, words, settings[key]));
  }
  if (Object.hasOwn(stored, "schemaVersion") && stored.schemaVersion !== schemaVersion) problems.push(otherVersion(stored));
  return { settings: settings as unknown as Settings, problems };
}

function isKnown(key: string): boolean {
  return Object.hasOwn(defaultSettings, key) || withoutDefault.has(key) || key === "schemaVersion";
}

function unknownKey(key: string): Problem {
  const shown = JSON.stringify(key.slice(0, 40));
  const near = nearestSetting(key);
  return {
    file: fileName,
    message: `${shown} is no setting that this recto knows, so it does nothing.`,
    remedy: near === undefined ? `There are: ${settingNames().join(", ")}.` : `Did you mean ${near}?`,
  };
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
