import type { TokenRange } from "../language/token.ts";

/** A number with what belongs to it, and what asks for it. */
export interface NumberPhrase extends TokenRange {
  readonly hint: string;
}
