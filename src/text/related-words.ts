/**
 * Whether one of two stems gives the other away: a derivation of it ("stoic", "stoicism"; "migrate", "migration"), or the
 * country and its adjective ("ireland", "irish"). Words that only begin alike are none: "electron", "electrochemistry".
 */
export function areRelated(a: string, b: string): boolean {
  if (a === b) return true;
  const isShorter = a.length <= b.length;
  const short = isShorter ? a : b;
  const long = isShorter ? b : a;
  return areDerived(short, long) || nameOnePlace(short, long);
}

const fewestShared = 5;
/** Letters behind what two words share: "glaci-al", "glaci-er". */
const longestEnding = 3;

function areDerived(short: string, long: string): boolean {
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  if (shared >= fewestShared) return long.length - shared <= (shared === short.length ? longestEnding + 1 : longestEnding);
  if (shared !== fewestShared - 1) return false;
  const ending = long.slice(shared);
  return shared === short.length ? ofAName.test(ending) : /^[aeo]$/.test(short.slice(shared)) && /^(?:e|i)?an$/.test(ending);
}

/** "kant", "kantian"; "iraq", "iraqi"; without its last vowel "cuba", "cuban". */
const ofAName = /^(?:i|n|an|ian|ist|ism|ien|er|sch|isch)$/;

/** Countries whose name and adjective begin apart, as stems or their beginnings, in English, German and French. A row is one of them. */
const places: readonly (readonly string[])[] = [
  "belgian belgium belgien belgisch belgiqu belge",
  "british britain britisch britanniqu",
  "chinese china chine chinesisch chinois",
  "danish denmark dänemark dänisch danemark danois",
  "dutch netherland holland niederl néerland",
  "english england anglais angleterr",
  "finnish finland finlande",
  "french franc france frankreich französ français",
  "german deutsch allemand allemagn",
  "greek greece greec griech grec grèce",
  "irish ireland irland",
  "italian italy italien italie",
  "norwegian norway norweg norvèg norvég",
  "polish poland polen polnisch pologn polonais",
  "roman rome rom römer römisch romain",
  "scottish scotland schott ecoss écoss",
  "soviet ussr sowjet soviétiqu urss",
  "spanish spain spanien spanisch espagn",
  "swedish sweden swede schwed suède suédois",
  "swiss switzerland schweiz suiss suisse",
  "turkish turkey türk türkei turqui turc",
  "venetian venice venic venedig venise",
  "welsh wales wale walis",
].map((row) => row.split(" "));

/** The rows by how their names begin, so that few words need a look at any. */
const rowsBy = Map.groupBy(
  places.flatMap((row, index) => [...new Set(row.map(openingOf))].map((opening) => ({ opening, row, index }))),
  ({ opening }) => opening,
);

function nameOnePlace(a: string, b: string): boolean {
  if (!rowsBy.has(openingOf(a)) || !rowsBy.has(openingOf(b))) return false; // nearly all words
  return placesOf(a).some((place) => placesOf(b).includes(place));
}

function placesOf(stem: string): readonly number[] {
  const rows = rowsBy.get(openingOf(stem)) ?? [];
  return rows.filter(({ row }) => row.some((name) => startsAs(stem, name))).map(({ index }) => index);
}

function openingOf(word: string): string {
  return word.slice(0, 3);
}

/** "rome" and "rom" are names only as they stand; "irland" also begins "irlandais". */
function startsAs(stem: string, name: string): boolean {
  return stem === name || (name.length >= 6 && stem.startsWith(name) && stem.length - name.length <= 4);
}
