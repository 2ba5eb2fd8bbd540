import type { GenerateOptions } from "../generation/generate.ts";
import { candidateKinds, isCandidateKind } from "../generation/weights.ts";
import type { GenerateFlags } from "./application.ts";

/** What the flags ask of the generator; a text where one makes no sense. */
export function optionsOf(flags: GenerateFlags): GenerateOptions | string {
  const kinds = flags.kinds?.split(",").map((kind) => kind.trim());
  const unknown = kinds?.filter((kind) => !isCandidateKind(kind)) ?? [];
  if (unknown.length > 0) {
    const [what, is] = unknown.length === 1 ? ["kind", "is"] : ["kinds", "are"];
    return `--kinds: ${unknown.map((kind) => `"${kind}"`).join(", ")} ${is} no ${what} of card. There are ${candidateKinds.join(", ")}.`;
  }
  const flaw = languageFlaw(flags.lang);
  if (flaw !== undefined) return flaw;
  return {
    strict: flags.strict,
    explain: flags.explain || flags.passedOver || flags.line !== undefined,
    ...(flags.perLine !== undefined && { perLine: flags.perLine }),
    ...(kinds && { kinds: new Set(kinds.filter(isCandidateKind)) }),
    ...(flags.lang !== undefined && { language: flags.lang }),
  };
}

/** What is wrong with `--lang`; undefined when nothing is. */
export function languageFlaw(code: string | undefined): string | undefined {
  if (code === undefined || /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code)) return undefined;
  return `--lang: "${code}" is no code of a language. Write it as en, de or pt-BR.`;
}
