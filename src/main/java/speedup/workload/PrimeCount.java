package speedup.workload;

/**
 * What was found in a file of numbers.
 *
 * @param numbers whole numbers in the file
 * @param primes how many of them are prime
 * @param rejectedLines lines that are no whole numbers and were skipped
 */
public record PrimeCount(long numbers, long primes, long rejectedLines) {}
