package speedup.scaling;

import java.util.Optional;
import speedup.scaling.Verdict.Kind;

/** One part of the breakdown took a large share. */
final class LargestLossRule implements VerdictRule {
  @Override
  public Optional<Verdict> about(VerdictFacts facts) {
    if (facts.reached() >= NearIdealRule.NEAR) {
      return Optional.empty();
    }
    var loss = Loss.largest(facts);
    return Optional.of(
        new Verdict(
            Kind.LARGEST_LOSS,
            NearIdealRule.ofIdeal(facts),
            loss.map(largest -> Advice.on(largest, facts))
                .orElseGet(() -> Words.say("unexplained.advice")),
            loss.map(Loss::part)));
  }
}
