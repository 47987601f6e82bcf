package speedup.scaling;

import java.util.List;
import java.util.Optional;

/** The rules of the verdict, in order: the first one that has something to say is heard. */
final class VerdictRules {
  static final List<VerdictRule> RULES =
      List.of(
          new TooFastRule(),
          new SlowerRule(),
          new NoisyRule(),
          new CrowdedRule(),
          new LargestLossRule(),
          new NearIdealRule());

  private VerdictRules() {}

  static Verdict of(VerdictFacts facts) {
    return RULES.stream()
        .map(rule -> rule.about(facts))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rule for " + facts));
  }
}
