// What is done for a seminar is one group of commands and is built into one file.
export { quiz } from "./quiz.ts";
export { add, list, remove, study } from "./seminar.ts";
export { brief } from "./seminar-brief.ts";
export { report } from "./seminar-report.ts";
