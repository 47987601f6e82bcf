package speedup.scaling;

import java.util.Optional;
import speedup.scaling.Verdict.Kind;
import speedup.scaling.Verdict.Part;

/** Parallel was slower than sequential: a lesson, not an error. */
final class SlowerRule implements VerdictRule {
  /** One worker against the baseline: the pool's own cost up to this is nothing to explain. */
  static final double POOL_COST = 0.9;

  /** Why it is slower, and the part that shows it. */
  private record Cause(String words, Optional<Part> part) {}

  @Override
  public Optional<Verdict> about(VerdictFacts facts) {
    if (facts.speedup() >= (facts.workers() == 1 ? POOL_COST : 1)) {
      return Optional.empty();
    }
    var sentence = Words.say("slower", facts.speedup(), facts.workers(), 1 / facts.speedup());
    var cause = cause(facts);
    if (!TooFastRule.isTooFast(facts)) {
      return Optional.of(new Verdict(Kind.SLOWER, sentence, cause.words, cause.part));
    }
    return Optional.of(
        new Verdict(
            Kind.SLOWER,
            sentence + " " + TooFastRule.sentence(facts),
            cause.words + " " + Words.say("tooFast.advice"),
            cause.part));
  }

  private static Cause cause(VerdictFacts facts) {
    var losses = Loss.all(facts);
    if (losses.isEmpty()) {
      return new Cause(Words.say("unexplained.advice"), Optional.empty());
    }
    var largest = losses.getFirst();
    var handingOver =
        losses.stream()
            .filter(loss -> loss.part() == Part.WAITING || loss.part() == Part.SERIALISE)
            .toList();
    double share = handingOver.stream().mapToDouble(Loss::share).sum();
    if (!facts.engine().threads()
        && !facts.chain()
        && !Advice.chunksAreLong(facts)
        && !handingOver.isEmpty()
        && share >= largest.share()) {
      return new Cause(
          Words.say("slower.tinyTasks", share), Optional.of(handingOver.getFirst().part()));
    }
    return new Cause(Advice.on(largest, facts), Optional.of(largest.part()));
  }
}
