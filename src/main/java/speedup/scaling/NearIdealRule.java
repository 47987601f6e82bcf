package speedup.scaling;

import java.util.Optional;
import speedup.scaling.Verdict.Kind;

/** Close to the ideal, or above it. */
final class NearIdealRule implements VerdictRule {
  /** From this share of the ideal on, there is nothing to explain. */
  static final double NEAR = 0.9;

  /** Above this share of what computing can give, something else is at work. */
  static final double ABOVE = 1.1;

  /** Two threads on each core give computing work up to about this. */
  private static final double SIMULTANEOUS_THREADS = 1.5;

  @Override
  public Optional<Verdict> about(VerdictFacts facts) {
    if (facts.reached() < NEAR) {
      return Optional.empty();
    }
    boolean above = facts.reached() > ABOVE;
    if (above && facts.workers() > facts.physicalCores()) {
      return say(aboveCores(facts), Words.say("aboveCores.advice"));
    }
    if (above) {
      return say(
          Words.say("aboveIdeal", facts.speedup(), facts.workers()),
          Words.say("aboveIdeal.advice"));
    }
    return say(
        ofIdeal(facts),
        facts.workers() < facts.physicalCores()
            ? Words.say("nearIdeal.advice", facts.physicalCores())
            : "");
  }

  private static Optional<Verdict> say(String sentence, String advice) {
    return Optional.of(new Verdict(Kind.NEAR_IDEAL, sentence, advice, Optional.empty()));
  }

  static String ofIdeal(VerdictFacts facts) {
    return Words.say("ofIdeal", facts.speedup(), facts.workers(), facts.reached());
  }

  static String aboveCores(VerdictFacts facts) {
    return Words.say(
        facts.reached() > SIMULTANEOUS_THREADS ? "aboveCores.waits" : "aboveCores.threads",
        facts.speedup(),
        facts.workers(),
        facts.physicalCores());
  }
}
