package speedup.workload;

import java.util.Arrays;

/**
 * Primes in ascending order; equal when the primes are.
 *
 * @param primes not copied, so not to be changed
 */
public record PrimeList(long[] primes) {
  @Override
  public boolean equals(Object other) {
    return other instanceof PrimeList list && Arrays.equals(primes, list.primes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(primes);
  }

  @Override
  public String toString() {
    return "PrimeList[" + primes.length + " primes]";
  }
}
