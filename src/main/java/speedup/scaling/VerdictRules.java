package speedup.scaling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import speedup.scaling.Verdict.Kind;
import speedup.scaling.Verdict.Part;

/** The rules of the verdict, in order: the first one that has something to say is heard. */
final class VerdictRules {
  /** Below this a run is too short to be measured. */
  static final double TOO_FAST_SECONDS = 0.05;

  /** Slower than this many times is a lesson even where the run is too short to be measured. */
  static final double CLEARLY_SLOWER = 1.5;

  /** One worker against the baseline: the pool's own cost up to this is nothing to explain. */
  static final double POOL_COST = 0.9;

  /** From this share of the ideal on, there is nothing to explain. */
  static final double NEAR_IDEAL = 0.9;

  /** Above this share of what computing can give, something else is at work. */
  static final double ABOVE_IDEAL = 1.1;

  /** Two threads on each core give computing work up to about this. */
  static final double SIMULTANEOUS_THREADS = 1.5;

  /** Repeats that differ by more than this share of their median are noisy. */
  static final double NOISY = 0.15;

  private static final List<Function<VerdictFacts, Optional<Verdict>>> RULES =
      List.of(
          VerdictRules::tooFast,
          VerdictRules::slower,
          VerdictRules::noisy,
          VerdictRules::moreWorkersThanCores,
          VerdictRules::largestLoss);

  private VerdictRules() {}

  static Verdict of(VerdictFacts facts) {
    return RULES.stream()
        .map(rule -> rule.apply(facts))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> nearIdeal(facts));
  }

  private static boolean isTooFast(VerdictFacts facts) {
    return facts.sequentialSeconds() < TOO_FAST_SECONDS;
  }

  private static Optional<Verdict> tooFast(VerdictFacts facts) {
    if (!isTooFast(facts) || facts.speedup() < 1 / CLEARLY_SLOWER) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict(
            Kind.TOO_FAST,
            Words.say("tooFast", facts.sequentialSeconds() * 1000),
            Words.say("tooFast.advice"),
            Optional.empty()));
  }

  private static Optional<Verdict> slower(VerdictFacts facts) {
    if (facts.speedup() >= (facts.workers() == 1 ? POOL_COST : 1)) {
      return Optional.empty();
    }
    var sentence = Words.say("slower", facts.speedup(), facts.workers(), 1 / facts.speedup());
    var cause = slowerCause(facts);
    if (!isTooFast(facts)) {
      return Optional.of(new Verdict(Kind.SLOWER, sentence, cause.words, cause.part));
    }
    var tooFast = Words.say("tooFast", facts.sequentialSeconds() * 1000);
    return Optional.of(
        new Verdict(
            Kind.SLOWER,
            sentence + " " + tooFast,
            cause.words + " " + Words.say("tooFast.advice"),
            cause.part));
  }

  /** Why it is slower, and the part that shows it. */
  private record Cause(String words, Optional<Part> part) {}

  private static Cause slowerCause(VerdictFacts facts) {
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

  private static Optional<Verdict> noisy(VerdictFacts facts) {
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

  private static Optional<Verdict> moreWorkersThanCores(VerdictFacts facts) {
    if (facts.workers() <= facts.physicalCores()
        || facts.speedup() >= NEAR_IDEAL * facts.workers()) {
      return Optional.empty();
    }
    if (facts.reached() > ABOVE_IDEAL) {
      return Optional.of(
          new Verdict(
              Kind.MORE_WORKERS_THAN_CORES,
              aboveCores(facts),
              Words.say("aboveCores.advice"),
              Optional.empty()));
    }
    var sentence =
        Words.say("moreWorkers", facts.speedup(), facts.workers(), facts.physicalCores());
    // far below what the cores can give, another loss is the better lesson
    var loss =
        Loss.largest(facts)
            .filter(largest -> facts.reached() < NEAR_IDEAL && largest.part() != Part.COMPUTE);
    return Optional.of(
        new Verdict(
            Kind.MORE_WORKERS_THAN_CORES,
            sentence,
            loss.map(largest -> Advice.on(largest, facts))
                .orElseGet(() -> Words.say("moreWorkers.advice", facts.physicalCores())),
            loss.map(Loss::part)));
  }

  private static Optional<Verdict> largestLoss(VerdictFacts facts) {
    if (facts.reached() >= NEAR_IDEAL) {
      return Optional.empty();
    }
    var loss = Loss.largest(facts);
    return Optional.of(
        new Verdict(
            Kind.LARGEST_LOSS,
            ofIdeal(facts),
            loss.map(largest -> Advice.on(largest, facts))
                .orElseGet(() -> Words.say("unexplained.advice")),
            loss.map(Loss::part)));
  }

  private static Verdict nearIdeal(VerdictFacts facts) {
    boolean above = facts.reached() > ABOVE_IDEAL;
    if (above && facts.workers() > facts.physicalCores()) {
      return new Verdict(
          Kind.NEAR_IDEAL, aboveCores(facts), Words.say("aboveCores.advice"), Optional.empty());
    }
    if (above) {
      return new Verdict(
          Kind.NEAR_IDEAL,
          Words.say("aboveIdeal", facts.speedup(), facts.workers()),
          Words.say("aboveIdeal.advice"),
          Optional.empty());
    }
    var advice =
        facts.workers() < facts.physicalCores()
            ? Words.say("nearIdeal.advice", facts.physicalCores())
            : "";
    return new Verdict(Kind.NEAR_IDEAL, ofIdeal(facts), advice, Optional.empty());
  }

  private static String ofIdeal(VerdictFacts facts) {
    return Words.say("ofIdeal", facts.speedup(), facts.workers(), facts.reached());
  }

  private static String aboveCores(VerdictFacts facts) {
    return Words.say(
        facts.reached() > SIMULTANEOUS_THREADS ? "aboveCores.waits" : "aboveCores.threads",
        facts.speedup(),
        facts.workers(),
        facts.physicalCores());
  }
}
