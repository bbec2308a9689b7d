/** One-sided 95 %. */
const usual = 1.6449;

/** The interval of Wilson for `bad` of `all`: the true share lies above `low`, and below `high`, with 95 % each, or as `z` says. */
export function wilson(bad: number, all: number, z = usual): { readonly low: number; readonly high: number } {
  const share = bad / all;
  const middle = share + (z * z) / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const scale = 1 + (z * z) / all;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

/**
 * Whether a share of bad ones is above the limit. Little traffic tells little: `fail` only when that is all but certain
 * and at least two are bad, `pass` only when the opposite is, and `inconclusive` in between.
 */
export function judgeShare(bad: number, all: number, limit: number): "pass" | "fail" | "inconclusive" {
  if (!(all > 0) || !(bad >= 0) || bad > all) return "inconclusive";
  const { low, high } = wilson(bad, all);
  if (low > limit && bad >= 2) return "fail";
  return high < limit ? "pass" : "inconclusive";
}
