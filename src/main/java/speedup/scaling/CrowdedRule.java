package speedup.scaling;

import java.util.Optional;
import speedup.scaling.Verdict.Kind;
import speedup.scaling.Verdict.Part;

/** More workers than cores. */
final class CrowdedRule implements VerdictRule {
  @Override
  public Optional<Verdict> about(VerdictFacts facts) {
    if (facts.workers() <= facts.physicalCores()
        || facts.speedup() >= NearIdealRule.NEAR * facts.workers()) {
      return Optional.empty();
    }
    if (facts.reached() > NearIdealRule.ABOVE) {
      return Optional.of(
          new Verdict(
              Kind.MORE_WORKERS_THAN_CORES,
              NearIdealRule.aboveCores(facts),
              Words.say("aboveCores.advice"),
              Optional.empty()));
    }
    var sentence =
        Words.say("moreWorkers", facts.speedup(), facts.workers(), facts.physicalCores());
    // far below what the cores can give, another loss is the better lesson
    var loss =
        Loss.largest(facts)
            .filter(
                largest -> facts.reached() < NearIdealRule.NEAR && largest.part() != Part.COMPUTE);
    return Optional.of(
        new Verdict(
            Kind.MORE_WORKERS_THAN_CORES,
            sentence,
            loss.map(largest -> Advice.on(largest, facts))
                .orElseGet(() -> Words.say("moreWorkers.advice", facts.physicalCores())),
            loss.map(Loss::part)));
  }
}
