import { foldName, sectionNamed } from "./section-names.ts";

/**
 * Whether a heading names something beside a note's content: what was asked or is to be done, where it comes from, how it was
 * made. Any other heading is a topic.
 */
export function isExtra(foldedName: string): boolean {
  extras ??= new Set(names.split("|").map(foldName));
  return extras.has(foldedName) || namesSeveral(foldedName);
}

/** Names as they are met, `|` between them. A language more is a few names more. */
const names =
  "QUESTIONS|OPEN QUESTIONS|FOLLOW-UP QUESTIONS|DISCUSSION QUESTIONS|ANALYSIS|TOOLS|TOOLS MENTIONED|TASKS|TO DO|TODO|TODOS|DECISIONS|" +
  "LOOK UP|TO LOOK UP|TO DO / LOOK UP|LOOK INTO|TO READ|READ NEXT|TO CHECK|TO ASK|TO FIND OUT|TO DISCUSS|FOR LATER|" +
  "NEXT STEPS|NEXT|ACTION ITEMS|ACTIONS|FOLLOW-UPS|AGENT TEAM SUMMARIES|TEAM SUMMARIES|METADATA|META|TAGS|KEYWORDS|LINKS|SOURCE|" +
  "SOURCES|BIBLIOGRAPHY|WORKS CITED|CITATION|FURTHER READING|READING LIST|SEE ALSO|RELATED|RELATED NOTES|BACKLINKS|RESOURCES|" +
  "TABLE OF CONTENTS|CONTENTS|TRANSCRIPT|CHANGELOG|CREDITS|ACKNOWLEDGEMENTS|ACKNOWLEDGMENTS|LICENSE|DISCLAIMER|FEEDBACK|" +
  "ABOUT THIS NOTE|RATING|RATINGS|SCORE|SCORES|METHODOLOGY|SPONSORS|MINUTE SUMMARIES|TOKENS|USAGE|" +
  "FRAGEN|OFFENE FRAGEN|ANALYSE|WERKZEUGE|AUFGABEN|ENTSCHEIDUNGEN|NÄCHSTE SCHRITTE|METADATEN|SCHLAGWORTE|SCHLAGWÖRTER|QUELLE|" +
  "NACHSCHLAGEN|NACHZUSCHLAGEN|ZU LESEN|NOCH ZU LESEN|ZU KLÄREN|QUELLEN|LITERATUR|LITERATURVERZEICHNIS|WEITERFÜHRENDE LITERATUR|SIEHE AUCH|INHALT|INHALTSVERZEICHNIS|VERWEISE|" +
  "QUESTIONS OUVERTES|OUTILS|TÂCHES|À FAIRE|DÉCISIONS|PROCHAINES ÉTAPES|ÉTAPES SUIVANTES|MÉTADONNÉES|MOTS-CLÉS|LIENS|" +
  "À LIRE|À VÉRIFIER|À CHERCHER|BIBLIOGRAPHIE|VOIR AUSSI|TABLE DES MATIÈRES|SOMMAIRE|" +
  "PREGUNTAS|ANÁLISIS|HERRAMIENTAS|TAREAS|DECISIONES|PRÓXIMOS PASOS|METADATOS|ENLACES|FUENTES|BIBLIOGRAFÍA|ÍNDICE|" +
  "PERGUNTAS|ANÁLISE|FERRAMENTAS|TAREFAS|DECISÕES|PRÓXIMOS PASSOS|METADADOS|FONTES|BIBLIOGRAFIA|" +
  "DOMANDE|ANALISI|STRUMENTI|COMPITI|DECISIONI|PROSSIMI PASSI|METADATI|FONTI|INDICE|" +
  "VRAGEN|HULPMIDDELEN|TAKEN|BESLISSINGEN|VOLGENDE STAPPEN|BRONNEN";

/** Built when first asked for. */
let extras: ReadonlySet<string> | undefined;

const joiners = new Set("and und et y e en counts".split(" "));

/** "Summary, ideas, and recommendations", "Summary of the idea": about sections, and none itself. */
function namesSeveral(foldedName: string): boolean {
  const words = foldedName.split(" ");
  if (words.length > 1 && sectionNamed(words[0] ?? "") === "summary") return true;
  return words.some((word) => joiners.has(word)) && words.some((word) => sectionNamed(word) !== undefined);
}
