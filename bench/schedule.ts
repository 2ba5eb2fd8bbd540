/**
 * What scheduling costs, as ratios to the plainest thing that does the same work in the same run.
 * Run with: npm run bench:schedule
 */
import { planFigures } from "./schedule-plan.ts";

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
