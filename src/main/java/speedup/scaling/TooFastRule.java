package speedup.scaling;

import java.util.Optional;
import speedup.scaling.Verdict.Kind;

/** The sequential run is too short to be measured. */
final class TooFastRule implements VerdictRule {
  /** Below this a run is too short to be measured. */
  static final double SECONDS = 0.05;

  /** Slower than this many times is a lesson even where the run is too short to be measured. */
  static final double CLEARLY_SLOWER = 1.5;

  static boolean isTooFast(VerdictFacts facts) {
    return facts.sequentialSeconds() < SECONDS;
  }

  static String sentence(VerdictFacts facts) {
    return Words.say("tooFast", facts.sequentialSeconds() * 1000);
  }

  @Override
  public Optional<Verdict> about(VerdictFacts facts) {
    if (!isTooFast(facts) || facts.speedup() < 1 / CLEARLY_SLOWER) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict(Kind.TOO_FAST, sentence(facts), Words.say("tooFast.advice"), Optional.empty()));
  }
}
