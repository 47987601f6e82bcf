package speedup.scaling;

/**
 * Where more workers begin to cost more than they give.
 *
 * @param workers sqrt(a/c), at least 1; need not be whole; the interval's high end is infinite
 *     where a cost of each worker is not certain
 * @param speedup the fitted speedup there
 */
public record Peak(Estimate workers, Estimate speedup) {}
