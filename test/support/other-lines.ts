/** A note around the line under test, so that neither its words are common nor the budget spent. */
export const otherLines: readonly string[] = [
  "Lichens grow a few millimetres a year on bare granite.",
  "A violin maker leaves spruce to dry for a decade.",
  "Tea reached Portugal before it reached the English court.",
  "Glaciers carve round valleys where streams carve steep ones.",
  "Chess players see groups of pieces at a glance.",
  "Most deserts are stony, and few of them are sandy.",
];
