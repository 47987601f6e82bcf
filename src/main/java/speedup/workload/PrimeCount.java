package speedup.workload;

import java.util.List;

/**
 * What was found in a file of numbers.
 *
 * @param numbers whole numbers in the file
 * @param primes how many of them are prime
 * @param rejectedLines lines that are no whole numbers and were skipped
 * @param byDigits how many primes have 1, 2, 3 and so on digits
 */
public record PrimeCount(long numbers, long primes, long rejectedLines, List<Long> byDigits) {
  /** Copies the counts. */
  public PrimeCount {
    byDigits = List.copyOf(byDigits);
  }
}
