import fc from "fast-check";

const scripts = [
  "間隔反復とは何ですか。",
  "ภาษาไทยง่ายนิดเดียว",
  "שלום עולם",
  "مرحبا بالعالم",
  "👩‍👩‍👧 👍🏽 ❤️",
  "e\u0301a\u0308",
  "\n",
  "\n\n",
  "\t",
];

/** Text as it may come: words, wide characters, marks, right-to-left, emoji, very long words, controls. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.lorem({ maxCount: 8 }),
      fc.constantFrom(...scripts),
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.integer({ min: 20, max: 300 }).map((length) => "x".repeat(length)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(" "));
