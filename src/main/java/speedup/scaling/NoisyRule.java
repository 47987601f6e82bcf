package speedup.scaling;

import java.util.Optional;
import speedup.scaling.Verdict.Kind;

/** Repeats differ too much to trust the number. */
final class NoisyRule implements VerdictRule {
  /** Repeats that differ by more than this share of their median are noisy. */
  static final double NOISY = 0.15;

  @Override
  public Optional<Verdict> about(VerdictFacts facts) {
    // a shortfall larger than the noise is still worth explaining
    if (facts.spread() <= NOISY || 1 - facts.reached() > facts.spread()) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict(
            Kind.NOISY,
            Words.say("noisy", facts.speedup(), facts.workers(), facts.spread()),
            Words.say("noisy.advice"),
            Optional.empty()));
  }
}
