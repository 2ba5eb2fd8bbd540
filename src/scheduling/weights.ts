/** FSRS-6's 21 numbers, w0…w20: checked, so finite and of the right length. */
export type Weights = readonly number[];

/** FSRS-6's defaults, as ts-fsrs 5.4 and fsrs-rs 6 ship them. */
export const defaultWeights: Weights = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

export type CheckedWeights =
  | { readonly outcome: "accepted"; readonly weights: Weights }
  | { readonly outcome: "refused"; readonly message: string; readonly remedy: string };

/**
 * Weights of FSRS-6 (21), FSRS-5 (19) or FSRS-4.5 (17 numbers) as those of FSRS-6. Anything else is refused, never
 * silently replaced by the defaults. The older ones are carried over as fsrs-rs does (`convert_parameters`).
 */
export function checkWeights(weights: readonly number[]): CheckedWeights {
  const bad = weights.findIndex((weight) => !Number.isFinite(weight));
  if (bad !== -1) return refused(`Weight ${bad} is not a number.`);
  switch (weights.length) {
    case 21:
      return { outcome: "accepted", weights: [...weights] };
    case 19:
      return { outcome: "accepted", weights: [...weights, 0, 0.5] };
    case 17:
      return { outcome: "accepted", weights: fromFsrs45(weights) };
  }
  return refused(`${weights.length} weights; FSRS has 21, 19 or 17.`);
}

function refused(message: string): CheckedWeights {
  return { outcome: "refused", message, remedy: "Copy all the numbers again, or leave them out to use the default weights." };
}

function fromFsrs45(weights: readonly number[]): Weights {
  const carried = weights.map((weight, place) => {
    if (place === 4) return weight + 2 * (weights[5] ?? 0);
    if (place === 5) return Math.log(3 * weight + 1) / 3;
    return place === 6 ? weight + 0.5 : weight;
  });
  return [...carried, 0, 0, 0, 0.5];
}
