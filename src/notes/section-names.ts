import type { Section } from "../notes/note.ts";

/** A heading's words for comparing: no case, accents, punctuation, emoji or styled letters. */
export function foldName(heading: string): string {
  return heading
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The section a heading's whole name stands for; undefined for any other heading. */
export function sectionNamed(foldedName: string): Section | undefined {
  return sectionsByName().get(foldedName);
}

/** Names as they are met, `|` between them. A language more is a few names more. */
const names: Readonly<Partial<Record<Section, string>>> = {
  summary: "SUMMARY|ONE-SENTENCE SUMMARY|TL;DR|TLDR|OVERVIEW|ZUSAMMENFASSUNG|RÉSUMÉ|RESUMEN|RESUMO|RIASSUNTO|SAMENVATTING",
  ideas:
    "IDEAS|MAIN IDEAS|KEY IDEAS|MAIN IDEA|INSIGHTS|KEY INSIGHTS|MAIN POINTS|KEY POINTS|TAKEAWAYS|KEY TAKEAWAYS|TRENDS|CLAIMS|CORE CLAIMS|" +
    "IDEEN|ERKENNTNISSE|IDÉES|IDEIAS|IDEE|IDEEËN",
  quotes: "QUOTES|NOTABLE QUOTES|KEY QUOTES|ZITATE|CITATIONS|CITAS|CITAÇÕES|CITAZIONI|CITATEN",
  facts: "FACTS|KEY FACTS|STATISTICS|FAKTEN|FAITS|HECHOS|DATOS|FATOS|FATTI|FEITEN",
  habits: "HABITS|HABITS / PRACTICES|PRACTICES|GEWOHNHEITEN|HABITUDES|HÁBITOS|ABITUDINI|GEWOONTEN",
  recommendations:
    "RECOMMENDATIONS|MAIN RECOMMENDATION|KEY RECOMMENDATIONS|EMPFEHLUNGEN|RECOMMANDATIONS|RECOMENDACIONES|RECOMENDAÇÕES|RACCOMANDAZIONI|AANBEVELINGEN",
  takeaway: "ONE-SENTENCE TAKEAWAY|TAKEAWAY|ONE-LINE SUMMARY|KERNAUSSAGE",
  references: "REFERENCES|REFERENZEN|RÉFÉRENCES|REFERENCIAS|REFERÊNCIAS|RIFERIMENTI|REFERENTIES",
};

let byName: ReadonlyMap<string, Section> | undefined;

/** Built when first asked for: most starts of the program look no name up. */
function sectionsByName(): ReadonlyMap<string, Section> {
  byName ??= new Map(
    (Object.entries(names) as [Section, string][]).flatMap(([section, list]) =>
      list.split("|").map((name): [string, Section] => [foldName(name), section]),
    ),
  );
  return byName;
}

let all: readonly string[] | undefined;

/** The folded names of all sections. */
export function allNames(): readonly string[] {
  all ??= [...sectionsByName().keys()];
  return all;
}
