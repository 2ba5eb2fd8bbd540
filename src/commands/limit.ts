import { endLimitsOfDay, limitDay } from "../app/limit-day.ts";
import { todayFor } from "../app/study-day-plan.ts";
import { withLimitsOfDay } from "../scheduling/limits.ts";
import type { Limits } from "../scheduling/preferences.ts";
import type { LimitFlags } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const limit = guarded(function (this: RectoContext, flags: LimitFlags, ...names: string[]): void {
  const limits: Limits = {
    ...(flags.new !== undefined && { newPerDay: flags.new }),
    ...(flags.reviews !== undefined && { reviewsPerDay: flags.reviews }),
  };
  const isSet = Object.keys(limits).length > 0;
  const wrong = wrongUsage(flags, isSet, names);
  if (wrong !== undefined) {
    complain(this, wrong);
    finish(this, 2);
    return;
  }
  const stores = openStores(this);
  if (!stores) return;
  const decks = names.length === 0 ? undefined : chosenDecks(this, stores.outlines.read().decks, names);
  if (names.length > 0 && !decks) return;
  const today = todayFor(stores.history(), stores.settings, stores.now());
  if (flags.usual) endLimitsOfDay(stores);
  if (isSet) limitDay(stores, today, limits, decks);
  const { newPerDay, reviewsPerDay, limitsOfDay } = withLimitsOfDay(stores.settings, today);
  const ofDecks = (limitsOfDay?.day === today && limitsOfDay.decks) || {};
  if (flags.json) printJson(this, { day: today, newPerDay, reviewsPerDay, decks: ofDecks });
  else {
    print(this, `Today ${words({ newPerDay, reviewsPerDay })}.`);
    for (const [deck, own] of Object.entries(ofDecks)) print(this, `Of ${deck} ${words(own)}.`);
  }
  finish(this, 0);
});

function words({ newPerDay, reviewsPerDay }: Limits): string {
  const parts = [
    ...(newPerDay === undefined ? [] : [`${newPerDay} new`]),
    ...(reviewsPerDay === undefined ? [] : [`${reviewsPerDay} reviews`]),
  ];
  return `at most ${parts.join(" and ")}`;
}

function wrongUsage({ usual }: LimitFlags, isSet: boolean, names: readonly string[]): string | undefined {
  if (usual && (isSet || names.length > 0)) return "--usual brings all usual limits back; leave the rest out.";
  return names.length > 0 && !isSet ? "Say how many of these decks: --new N or --reviews N." : undefined;
}
