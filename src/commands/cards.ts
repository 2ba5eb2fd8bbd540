// Commands on the cards of a home: built into one file, so that none of it weighs on a start.

export { backlog } from "./backlog.ts";
export * as card from "./card.ts";
export { limit } from "./limit.ts";
export { stats } from "./stats.ts";
