import type { Mixing } from "./preferences.ts";

/**
 * Spreads `others` evenly among `main`, as Anki's intersperser does, but in integers: quotients would differ for some
 * sizes. An empty list yields to the other.
 */
export function mixed<T>(main: readonly T[], others: readonly T[]): T[] {
  const result: T[] = [];
  let fromMain = 0;
  let fromOthers = 0;
  while (fromMain < main.length || fromOthers < others.length) {
    const othersTurn = (fromOthers + 1) * (main.length + 1) < (fromMain + 1) * (others.length + 1);
    const takeOther = fromMain === main.length || (fromOthers < others.length && othersTurn);
    result.push((takeOther ? others[fromOthers++] : main[fromMain++]) as T);
  }
  return result;
}

export function arranged<T>(main: readonly T[], others: readonly T[], how: Mixing): T[] {
  switch (how) {
    case "mix":
      return mixed(main, others);
    case "before":
      return [...others, ...main];
    case "after":
      return [...main, ...others];
  }
}
