import { describe, expect, test } from "vitest";
import { candidatesIn, cardsIn } from "../../support/cards-in.ts";

const asked: readonly (readonly [rule: string, sentence: string, card: string])[] = [
  [
    "a cause is asked with est-ce que",
    "Les feuilles jaunissent en automne parce que la chlorophylle se dégrade.",
    "why: Pourquoi est-ce que les feuilles jaunissent en automne ? → Parce que la chlorophylle se dégrade",
  ],
  [
    "car becomes parce que, elided before a vowel",
    "Il pleut davantage en Bretagne, car un océan est proche.",
    "why: Pourquoi est-ce qu’il pleut davantage en Bretagne ? → Parce qu’un océan est proche",
  ],
  [
    "a cause in a noun is a gap",
    "La Révolution française éclata en raison de la crise financière.",
    "reason: La Révolution française éclata en raison de [quoi ?]. → la crise financière",
  ],
  [
    "a condition at the end",
    "La démocratie meurt quand les citoyens cessent de voter.",
    "condition: Quand est-ce que la démocratie meurt ? → Quand les citoyens cessent de voter",
  ],
  [
    "a condition in front",
    "Lorsque la température baisse, l'eau gèle.",
    "condition: Que se passe-t-il lorsque la température baisse ? → L'eau gèle",
  ],
  [
    "a means",
    "Un vaccin protège en apprenant au corps à reconnaître un virus.",
    "means: Comment est-ce qu’un vaccin protège ? → En apprenant au corps à reconnaître un virus",
  ],
  [
    "a definition",
    "La photosynthèse est le processus par lequel les plantes transforment la lumière en énergie.",
    "definition: Qu’est-ce que la photosynthèse ? → Le processus par lequel les plantes transforment la lumière en énergie",
  ],
  [
    "a definition after un",
    "Un trou noir est une région de l'espace dont rien ne peut s'échapper.",
    "definition: Qu’est-ce qu’un trou noir ? → Une région de l'espace dont rien ne peut s'échapper",
  ],
  [
    "a definition of many",
    "Les mitochondries sont des organites qui produisent l'énergie de la cellule.",
    "definition: Que sont les mitochondries ? → Des organites qui produisent l'énergie de la cellule",
  ],
  [
    "what a word means",
    "L'entropie désigne la mesure du désordre d'un système.",
    "meaning: Que désigne l'entropie ? → La mesure du désordre d'un système",
  ],
  [
    "what a verb governs",
    "Le bronze se compose de cuivre et d'étain.",
    "object: De quoi se compose le bronze ? → De cuivre et d'étain",
  ],
  ["a count, with elision", "Le squelette humain compte 206 os.", "count: Combien d’os compte le squelette humain ? → 206"],
  [
    "an acronym after an elided article",
    "L'Organisation des Nations unies (ONU) fut fondée en 1945.",
    "acronym: Que signifie le sigle ONU ? → Organisation des Nations unies",
  ],
  [
    "a contrast with mais",
    "La crise fut causée non par la pénurie, mais par la spéculation.",
    "contrast: La crise fut causée non par la pénurie, mais par la […]. → spéculation",
  ],
  [
    "a contrast with plutôt que",
    "Git enregistre des instantanés plutôt que des différences.",
    "contrast: Git enregistre des […] plutôt que des différences. → instantanés",
  ],
  [
    "a contrast with et non",
    "La capitale de l'Australie est Canberra, et non Sydney.",
    "contrast: La capitale de l'Australie est […], et non Sydney. → Canberra",
  ],
  [
    "a contrast with moins",
    "L'insomnie dépend moins du bruit que de l'anxiété.",
    "contrast: L'insomnie dépend moins du bruit que de l'[…]. → anxiété",
  ],
  [
    "two things set against each other",
    "Les artères quittent le cœur, tandis que les veines y ramènent le sang.",
    "pair: Les […] quittent le cœur, tandis que les […] y ramènent le sang. → artères / veines",
  ],
  ["a person", "Victor Hugo publia Les Misérables en 1862.", "name: [qui ?] publia Les Misérables en 1862. → Victor Hugo"],
  [
    "what hangs on a counted thing stays with it",
    "La Bourgogne compte 1 247 climats classés au patrimoine mondial.",
    "count: Combien de climats classés au patrimoine mondial compte la Bourgogne ? → 1 247",
  ],
  [
    "an adjective before a counted thing stays with it",
    "La Bourgogne classée compte 33 grands crus.",
    "count: Combien de grands crus compte la Bourgogne classée ? → 33",
  ],
  [
    "when and where something is counted follows the verb",
    "Paris comptait 500 000 habitants en 1700.",
    "count: Combien d’habitants comptait Paris en 1700 ? → 500 000",
  ],
  [
    "a contrast with alors que hides both subjects whole",
    "Les vins blancs viennent du chardonnay, alors que les rouges viennent du pinot noir.",
    "pair: Les […] viennent du chardonnay, alors que les […] viennent du pinot noir. → vins blancs / rouges",
  ],
];

test.each(asked)("%s", (_, sentence, card) => {
  expect(candidatesIn("fr", sentence)).toContain(card);
});

describe("figures are asked with their units", () => {
  test.each([
    ["Le cerveau consomme environ 3,5 % de l'énergie du corps.", "[quel pourcentage ?]", "3,5 %"],
    ["Le village de Camembert abrite environ 1 200 habitants.", "[combien ?]", "1 200"],
    ["Au XVIIIe siècle, la population de la France augmentait vite.", "[quel siècle ?]", "XVIIIe siècle"],
    ["La tour fut inaugurée le 31 mars 1889 à Paris par Eiffel.", "[quand ?]", "31 mars 1889"],
    ["La moitié des espèces vit dans les forêts tropicales.", "[quelle part ?]", "La moitié"],
    ["Le train a roulé sur cette ligne à 574,8 km/h sans incident.", "[combien ?]", "574,8 km/h"],
    ["Le fromage est affiné pendant dix-huit mois dans une cave humide.", "[combien de temps ?]", "dix-huit mois"],
  ])("%s", (sentence, hint, answer) => {
    const card = candidatesIn("fr", sentence).find((one) => one.endsWith(`→ ${answer}`));
    expect(card).toContain(hint);
  });
});

describe("no question is asked where the parse is in doubt", () => {
  test.each([
    "Elle quitta la ville parce que la guerre avait commencé.",
    "C'est impossible parce que la lumière est trop rapide.",
    "Voltaire, exilé, écrivit parce que le silence lui pesait.",
  ])("%s", (sentence) => {
    expect(candidatesIn("fr", sentence).filter((card) => card.startsWith("why"))).toEqual([]);
  });
});

test("a verb before a gap is not taken for an English article", () => {
  expect(cardsIn("fr", "La reine Élisabeth a vingt-cinq châteaux dans ce pays humide.").join()).not.toContain("a(n)");
});

test("a counted list is asked item by item", () => {
  expect(cardsIn("fr", "L'œil humain possède trois types de cônes : rouges, verts et bleus.")).toContain(
    "list: L'œil humain possède trois types de cônes : rouges, […] et bleus. → verts",
  );
});

test.each([
  "Le roi dormait alors que Paris brûlait depuis la veille au soir.", // meanwhile
  "La plupart des vins vieillissent mal, tandis que les grands crus se bonifient.", // half a phrase
])("no two subjects are set against each other: %s", (sentence) => {
  expect(candidatesIn("fr", sentence).filter((card) => card.startsWith("pair"))).toEqual([]);
});

test.each([
  "Les animaux : « Quand je me joue à ma chatte, qui sait si elle passe son temps de moi plus que je ne fais d'elle ? »",
  "Le médecin demande si le vaccin protège les enfants de la ville.",
])("no condition is asked: %s", (sentence) => {
  expect(candidatesIn("fr", sentence).filter((card) => card.startsWith("condition"))).toEqual([]);
});

test.each([
  "Rappel : rendre à Camille les deux tomes de Braudel avant le 3 mars.",
  "À lire : Le Roy Ladurie, Montaillou, village occitan (1975).",
  "Relire chez Zola la symphonie des fromages, dans Le Ventre de Paris (1873).",
  "Pour l'examen : les dates de la Fronde, de 1648 à 1653, et le rôle de Mazarin.",
  "Question : pourquoi Colbert a-t-il soutenu Lyon contre Tours en 1667 ?",
  "J'ai pris ces chiffres dans la traduction de Paul Mazon de 1937.",
  "Carnet tenu pendant un stage chez Pierre Androuët en 2019.",
  "Ce qui l'a vraiment lancé : le train de Normandie vers 1890.",
])("nothing is asked of what is no statement of its own: %s", (sentence) => {
  expect(cardsIn("fr", sentence)).toEqual([]);
});

test("a statement that names its source is asked", () => {
  expect(cardsIn("fr", "D'après la biographie de Pierre Curie, le radium fut isolé en 1902.").join()).toContain("→ 1902");
});

test("both ends of a life are asked, as raters kept them", () => {
  const cards = cardsIn(
    "fr",
    "Né le 28 février 1533 au château de Montaigne, en Périgord ; mort au même endroit le 13 septembre 1592.",
  ).join();
  expect(cards).toContain("28 février 1533");
  expect(cards).toMatch(/→ 13 septembre 1592/);
});
