package speedup.workload;

/** Trial division, as the lessons do it. */
final class Primes {
  private Primes() {}

  /** Whether a number is prime; false for everything below 2. Any long is allowed. */
  static boolean isPrime(long number) {
    if (number < 4) {
      return number > 1;
    }
    if (number % 2 == 0) {
      return false;
    }
    // quotient < divisor is divisor * divisor > number, but cannot overflow
    for (long divisor = 3; ; divisor += 2) {
      var quotient = number / divisor;
      if (quotient * divisor == number) {
        return false;
      }
      if (quotient < divisor) {
        return true;
      }
    }
  }
}
