/**
 * What scheduling costs, as ratios to the plainest thing that does the same work in the same run.
 * Run with: npm run bench:schedule
 */
import { planFigures } from "./schedule-plan.ts";
import { type Mixture, queueFigures } from "./schedule-queue.ts";

function row(what: string, value: string, target = ""): void {
  console.log(`${what.padEnd(66)} ${value.padStart(14)}   ${target}`);
}

const ratio = (of: number, to: number, most: number) =>
  [`${(of / to).toFixed(2)} x`, `target ${most} x${of / to <= most ? "" : "  MISSED"}`] as const;

const plan = planFigures();
console.log(`Node ${process.version}\n\nA day's plan for a seminar over ${plan.cards} seen cards, the quickest of many in turns`);
row("five bare next_state calls a card", `${plan.bareMs.toFixed(1)} ms`);
row("the plan", `${plan.planMs.toFixed(1)} ms`);
row("  ratio", ...ratio(plan.planMs, plan.bareMs, 2));

const mixtures: readonly Mixture[] = [
  { called: "three in ten new, a third of the rest due", unseen: 0.3, due: 0.35 },
  { called: "all due", unseen: 0, due: 1 },
];
for (const mixture of mixtures) {
  const small = queueFigures(100_000, mixture, 40);
  const large = queueFigures(1_000_000, mixture, 8);
  console.log(`\nToday's queue, ${mixture.called}, the quickest of many in turns`);
  row("sorting 100,000 pairs of numbers", `${small.sortMs.toFixed(1)} ms`);
  row("the queue of 100,000 cards", `${small.queueMs.toFixed(1)} ms`);
  row("  ratio", ...ratio(small.queueMs, small.sortMs, 5));
  row("the queue of 1,000,000 cards", `${large.queueMs.toFixed(1)} ms`);
  row("  ratio to that of 100,000", ...ratio(large.queueMs, small.queueMs, 13));
  row("  the same ratio of sorting", `${(large.sortMs / small.sortMs).toFixed(2)} x`);
}
