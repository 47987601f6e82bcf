package speedup.concept.script;

import speedup.concept.Script;
import speedup.concept.Step;

/** Counts primes by division, which takes a while. */
public record CountPrimes(int limit) implements Script {
  @Override
  public void run(Step step) throws InterruptedException {
    var primes = 0;
    step.next("child", "countPrimes()");
    for (var n = 2; n <= limit; n++) {
      var divisor = 2;
      while (divisor * divisor <= n && n % divisor != 0) {
        divisor++;
      }
      if (divisor * divisor > n) {
        primes++;
      }
    }
    System.out.println(primes);
    step.say(primes);
  }
}
