import * as v from "valibot";
import type { Settings } from "../app/ports.ts";
import { editDistance } from "../text/similarity.ts";

/** Undefined for a value that the setting may have; else in words what it may be. */
export function whatItShouldBe(setting: keyof Settings, value: unknown): string | undefined {
  const [schema, words] = rules[setting];
  return v.is(schema, value) ? undefined : words;
}

/** What the learner may have meant by a key that is no setting; undefined when none is near. */
export function nearestSetting(key: string): string | undefined {
  const most = Math.max(1, Math.floor(key.length / 5));
  const near = Object.keys(rules)
    .map((name) => ({ name, distance: editDistance(key.toLowerCase(), name.toLowerCase(), most) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return near !== undefined && near.distance <= most ? near.name : undefined;
}

/** Names of the settings there are. */
export function settingNames(): readonly string[] {
  return Object.keys(rules);
}

const wholeNumber = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const steps = () => v.pipe(v.array(v.pipe(v.number(), v.gtValue(0), v.maxValue(525_600))), v.maxLength(20));
const mixing = () => v.picklist(["mix", "before", "after"]);
const limits = () => ({
  newPerDay: v.exactOptional(wholeNumber(0, 9999)),
  reviewsPerDay: v.exactOptional(wholeNumber(0, 99_999)),
});
const name = () => v.pipe(v.string(), v.minLength(1), v.maxLength(200));

type Rules = { readonly [Key in keyof Settings]-?: readonly [schema: v.GenericSchema<unknown, Settings[Key]>, words: string] };

/** A row a setting: what it may be, and the same in words. */
const rules: Rules = {
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
  balance: [v.boolean(), "true or false"],
  easyDays: [
    v.pipe(v.array(v.picklist(["normal", "reduced", "minimum"])), v.length(7)),
    'seven of "normal", "reduced" and "minimum", Monday first',
  ],
  leechThreshold: [wholeNumber(0, 9999), "a whole number from 0 to 9999"],
  leechAction: [v.picklist(["mark", "suspend"]), '"mark" or "suspend"'],
  siblings: [v.picklist(["bury", "keep"]), '"bury" or "keep"'],
  reviewOrder: [
    v.picklist(["dueDay", "retrievabilityUp", "retrievabilityDown", "relativeOverdueness", "interval", "difficulty", "random"]),
    '"dueDay", "retrievabilityUp", "retrievabilityDown", "relativeOverdueness", "interval", "difficulty" or "random"',
  ],
  newOrder: [v.picklist(["deck", "newest", "random"]), '"deck", "newest" or "random"'],
  mix: [mixing(), '"mix", "before" or "after"'],
  interdayMix: [mixing(), '"mix", "before" or "after"'],
  newIgnoresReviewLimit: [v.boolean(), "true or false"],
  limitsOfDay: [
    v.object({
      day: v.pipe(v.string(), v.check(isDay)),
      ...limits(),
      decks: v.exactOptional(v.record(v.string(), v.object(limits()))),
    }),
    'a day and its limits, as {"day": "2026-11-24", "newPerDay": 40}',
  ],
  ankiBasic: [name(), "a name"],
  ankiReversed: [name(), "a name"],
  ankiCloze: [name(), "a name"],
  verdictsSince: [v.pipe(v.string(), v.check(isInstant)), 'an instant, as "2026-11-24T18:00:00Z"'],
};

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
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
