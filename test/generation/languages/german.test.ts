import { describe, expect, test } from "vitest";
import { candidatesIn, cardsIn } from "../../support/cards-in.ts";

const asked: readonly (readonly [rule: string, sentence: string, card: string])[] = [
  [
    "a cause turns the main clause",
    "Die Blätter verfärben sich im Herbst, weil der Baum das Chlorophyll abbaut.",
    "why: Warum verfärben sich die Blätter im Herbst? → Weil der Baum das Chlorophyll abbaut",
  ],
  [
    "a fronted phrase may stand after the verb",
    "Im Sommer sinkt der Wasserstand des Rheins, weil die Alpen weniger Schmelzwasser liefern.",
    "why: Warum sinkt im Sommer der Wasserstand des Rheins? → Weil die Alpen weniger Schmelzwasser liefern",
  ],
  [
    "a fronted cause has its question ready",
    "Weil die Ernte ausfiel, stiegen die Brotpreise in Paris.",
    "why: Warum stiegen die Brotpreise in Paris? → Weil die Ernte ausfiel",
  ],
  [
    "denn keeps the order of its clause",
    "Kreativität braucht Langeweile, denn nur ein unbeschäftigter Geist sucht neue Wege.",
    "why: Warum braucht Kreativität Langeweile? → Denn nur ein unbeschäftigter Geist sucht neue Wege",
  ],
  [
    "deshalb names its cause before",
    "Die Sommerzeit verschiebt die Sonnenzeit, deshalb steigt im März die Zahl der Unfälle.",
    "why: Warum steigt im März die Zahl der Unfälle? → Die Sommerzeit verschiebt die Sonnenzeit",
  ],
  [
    "a cause in a noun, in front",
    "Wegen des Klimawandels schmelzen die Gletscher der Alpen.",
    "why: Warum schmelzen die Gletscher der Alpen? → Wegen des Klimawandels",
  ],
  [
    "a cause in a noun, at the end",
    "Die Gletscher der Alpen schmelzen aufgrund des Klimawandels.",
    "why: Warum schmelzen die Gletscher der Alpen? → Aufgrund des Klimawandels",
  ],
  [
    "a condition",
    "Man spricht von einer Rezession, wenn die Wirtschaft zwei Quartale in Folge schrumpft.",
    "condition: Wann spricht man von einer Rezession? → Wenn die Wirtschaft zwei Quartale in Folge schrumpft",
  ],
  [
    "a means",
    "Koffein vertreibt die Müdigkeit, indem es die Rezeptoren für Adenosin blockiert.",
    "means: Wie vertreibt Koffein die Müdigkeit? → Indem es die Rezeptoren für Adenosin blockiert",
  ],
  [
    "a purpose",
    "Die Römer bauten Straßen, um Truppen schnell zu verlegen.",
    "purpose: Wozu bauten die Römer Straßen? → Um Truppen schnell zu verlegen",
  ],
  [
    "a year in front",
    "1356 fand in Lübeck der erste allgemeine Hansetag statt.",
    "when: In welchem Jahr fand in Lübeck der erste allgemeine Hansetag statt? → 1356",
  ],
  [
    "a full date in front",
    "Am 9. November 1989 fiel die Berliner Mauer.",
    "when: Wann fiel die Berliner Mauer? → Am 9. November 1989",
  ],
  [
    "a year within",
    "Forscher entdeckten 2012 am CERN das Higgs-Boson.",
    "when: In welchem Jahr entdeckten Forscher am CERN das Higgs-Boson? → 2012",
  ],
  [
    "a definition",
    "Ein Kontor ist eine ständige Niederlassung von Kaufleuten in einer fremden Stadt.",
    "definition: Was ist ein Kontor? → Eine ständige Niederlassung von Kaufleuten in einer fremden Stadt",
  ],
  [
    "a person is a who",
    "Ada Lovelace war eine britische Mathematikerin, die das erste Computerprogramm schrieb.",
    "definition: Wer war Ada Lovelace? → Eine britische Mathematikerin, die das erste Computerprogramm schrieb",
  ],
  [
    "what a word means",
    "Der Begriff zirkadian bedeutet „ungefähr einen Tag lang“.",
    "meaning: Was bedeutet der Begriff zirkadian? → „ungefähr einen Tag lang“",
  ],
  ["what a verb governs", "Bronze besteht aus Kupfer und Zinn.", "object: Woraus besteht Bronze? → Aus Kupfer und Zinn"],
  ["a count", "Der menschliche Körper besitzt 206 Knochen.", "count: Wie viele Knochen besitzt der menschliche Körper? → 206"],
  ["an acronym", "Die Deutsche Bahn (DB) beförderte zwei Milliarden Reisende.", "acronym: Wofür steht DB? → Deutsche Bahn"],
  [
    "a contrast with sondern",
    "Der Städtebund beruhte nicht auf einer Verfassung, sondern auf gemeinsamen Interessen.",
    "contrast: Der Städtebund beruhte nicht auf einer Verfassung, sondern auf […]. → gemeinsamen Interessen",
  ],
  [
    "a denial in front",
    "Nicht der Wecker, sondern das Morgenlicht stellt die innere Uhr.",
    "contrast: Nicht der Wecker, sondern das […] stellt die innere Uhr. → Morgenlicht",
  ],
  [
    "a contrast with statt",
    "Git speichert Inhalte als Schnappschüsse statt als Unterschiede.",
    "contrast: Git speichert Inhalte als […] statt als Unterschiede. → Schnappschüsse",
  ],
  [
    "a contrast with weniger",
    "Die Krise entstand weniger durch Gier als durch billiges Geld.",
    "contrast: Die Krise entstand weniger durch Gier als durch […]. → billiges Geld",
  ],
  [
    "two things set against each other",
    "Arterien führen Blut vom Herzen weg, während Venen es zurückbringen.",
    "pair: […] führen Blut vom Herzen weg, während […] es zurückbringen. → Arterien / Venen",
  ],
  [
    "a person who acts",
    "Johannes Gutenberg erfand um 1450 den Buchdruck mit beweglichen Lettern.",
    "name: [wer?] erfand um 1450 den Buchdruck mit beweglichen Lettern. → Johannes Gutenberg",
  ],
  [
    "a person after von",
    "Der Buchdruck wurde von Johannes Gutenberg in Mainz erfunden.",
    "name: Der Buchdruck wurde von [wem?] in Mainz erfunden. → Johannes Gutenberg",
  ],
  [
    "a term that the line introduces",
    "Den Ausschluss aus dem Bund der Städte nannte man Verhansung.",
    "term: Den Ausschluss aus dem Bund der Städte nannte man […]. → Verhansung",
  ],
  [
    "what hangs on a counted thing stays with it",
    "Die Schweiz hat 26 Kantone mit eigener Verfassung.",
    "count: Wie viele Kantone mit eigener Verfassung hat die Schweiz? → 26",
  ],
];

test.each(asked)("%s", (_, sentence, card) => {
  expect(candidatesIn("de", sentence)).toContain(card);
});

describe("figures are asked with their units", () => {
  test.each([
    ["Die Halbwertszeit von Koffein beträgt 3 bis 7 Stunden.", "[wie lange?]", "3 bis 7 Stunden"],
    ["Salz machte bis zu 3,5 Prozent der Fracht nach Schonen aus.", "[wie viel Prozent?]", "3,5 Prozent"],
    ["Der Krieg kostete 1 bis 2 Millionen Menschen in Europa das Leben.", "[wie viele?]", "1 bis 2 Millionen"],
    ["Lübeck zählte im Mittelalter etwa 20.000 Einwohner.", "[wie viele?]", "20.000"],
    ["Die Pest tötete in Lübeck vermutlich ein Drittel der Bevölkerung.", "[welcher Anteil?]", "ein Drittel"],
    ["Im 14. Jahrhundert gehörten viele Städte zum Kreis der Hanse.", "[welches Jahrhundert?]", "14. Jahrhundert"],
    ["Jugendliche schlafen meist erst nach 23 Uhr ein.", "[wann?]", "23 Uhr"],
    ["Der Frieden galt im Norden von 1370 bis 1385 ohne Bruch.", "[welcher Zeitraum?]", "1370 bis 1385"],
  ])("%s", (sentence, hint, answer) => {
    const card = candidatesIn("de", sentence).find((one) => one.endsWith(`→ ${answer}`));
    expect(card).toContain(hint);
  });
});

describe("no question is asked where the parse is in doubt", () => {
  test.each([
    "Im 15. Jahrhundert verdrängte sie die Kogge, weil der Laderaum größer war.",
    "Was der König wollte, scheiterte, weil das Heer sich weigerte.",
    "Es regnete, weil sich Wolken gesammelt hatten.",
    "Lies Chroniken immer zusammen mit Zollregistern, weil Chroniken Niederlagen verschweigen.",
  ])("%s", (sentence) => {
    expect(candidatesIn("de", sentence).filter((card) => /^why: (?:Warum)/.test(card))).toEqual([]);
  });
});

test("nouns are no names: a number before one or two in a row ask for nobody", () => {
  expect(cardsIn("de", "Die Aufseher zählten Anfang Juli drei Millionen Menschen am Ufer.").join()).not.toContain(
    "Millionen Menschen",
  );
});

test("a long line shows only the sentence that is asked about", () => {
  const line =
    "Drohnen entstehen aus unbefruchteten Eiern, haben also keinen Vater, wohl aber einen Großvater. Entdeckt hat das der schlesische Pfarrer Johann Dzierzon, 1845 veröffentlicht in Schlesien.";
  for (const card of cardsIn("de", line).filter((one) => one.startsWith("name"))) expect(card).not.toContain("Großvater");
});

test("a counted list is asked item by item", () => {
  expect(cardsIn("de", "Die Hanse unterhielt vier große Kontore: Brügge, London, Bergen und Nowgorod.")).toContain(
    "list: Die Hanse unterhielt vier große Kontore: Brügge, […], Bergen und Nowgorod. → London",
  );
});

test.each([
  "Der Honig wird im Sommer geerntet, während die Zahl der Bienen schon wieder sinkt.", // half a phrase
  "Den Honig tragen Arbeiterinnen ein, während Drohnen nur fressen und warten.", // an object
])("no two subjects are set against each other: %s", (sentence) => {
  expect(candidatesIn("de", sentence).filter((card) => card.startsWith("pair"))).toEqual([]);
});

test.each([
  "Noch lesen: Seeley, Bienendemokratie, erschienen 2014 bei Fischer.",
  "Prüfung: die Daten der Hansetage von 1356 bis 1669 und Heinrich Sudermann.",
  "Weiterlesen über Wasserhaushalt: was passiert mit Rhone und Po im August, wenn die Schmelze fehlt?",
  "Ich habe die Zahlen aus der Übersetzung von Karl Friedrich Schimper von 1837.",
  "Notizen nach dem Besuch im Hansemuseum Lübeck am 3. März 2019.",
])("nothing is asked of what is no statement of its own: %s", (sentence) => {
  expect(cardsIn("de", sentence)).toEqual([]);
});
