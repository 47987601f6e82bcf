package speedup.concept.script;

/** What is computed where it does not matter what. */
public final class Work {
  private Work() {}

  /** How many primes there are below a limit, by dividing. */
  public static int primes(int limit) {
    var count = 0;
    for (var n = 2; n < limit; n++) {
      var divisor = 2;
      while (divisor * divisor <= n && n % divisor != 0) {
        divisor++;
      }
      count += divisor * divisor > n ? 1 : 0;
    }
    return count;
  }

  /** So many steps of a generator of random numbers; each needs the one before. */
  public static long churn(long steps) {
    var state = 88_172_645_463_325_252L;
    for (var i = 0L; i < steps; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }

  /** Waits for so long, as for an answer from elsewhere; needs no processor. */
  public static int pause(int millis) throws InterruptedException {
    Thread.sleep(millis);
    return millis;
  }
}
