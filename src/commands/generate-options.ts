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
    ...(flags.lang !== undefined && { language: usualCode(flags.lang) }),
  };
}

/** What is wrong with `--lang`; undefined when nothing is. */
export function languageFlaw(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const isCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code);
  if (isCode && nameOfLanguage(code) !== undefined) return undefined;
  return `--lang: "${code}" is no ${isCode ? "language that is known by this code" : "code of a language"}. Write it as en, de or pt-BR.`;
}

/** `deu` is `de`, `pt-br` is `pt-BR`. @param code without a flaw */
export function usualCode(code: string): string {
  return Intl.getCanonicalLocales(code)[0] ?? code;
}

/** "Spanish"; undefined where nobody speaks it. @param code BCP 47; the region is left aside */
export function nameOfLanguage(code: string): string | undefined {
  return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(code.split("-")[0] ?? "");
}
