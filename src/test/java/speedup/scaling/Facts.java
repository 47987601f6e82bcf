package speedup.scaling;

import java.util.OptionalDouble;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.scaling.VerdictFacts.Chunks;
import speedup.scaling.VerdictFacts.Disturbance;

/** Made-up facts for the rules of the verdict, changed one at a time. */
record Facts(VerdictFacts of) {
  /** A second of sequential work without noise, all of it computed. */
  static Facts facts(double speedup, int workers, int cores) {
    return new Facts(
        new VerdictFacts(
            EngineKind.PROCESSES,
            1,
            speedup,
            0,
            workers,
            cores,
            new Breakdown(0, 0, 0, 0, 1, 0, 0),
            OptionalDouble.empty(),
            Chunks.UNKNOWN,
            Disturbance.UNKNOWN,
            false));
  }

  Facts sequential(double seconds) {
    return with(
        seconds, of.spread(), of.breakdown(), of.serialFraction(), of.chunks(), of.disturbance());
  }

  Facts spread(double spread) {
    return with(
        of.sequentialSeconds(),
        spread,
        of.breakdown(),
        of.serialFraction(),
        of.chunks(),
        of.disturbance());
  }

  Facts breakdown(Breakdown breakdown) {
    return with(
        of.sequentialSeconds(),
        of.spread(),
        breakdown,
        of.serialFraction(),
        of.chunks(),
        of.disturbance());
  }

  Facts serial(double fraction) {
    return with(
        of.sequentialSeconds(),
        of.spread(),
        of.breakdown(),
        OptionalDouble.of(fraction),
        of.chunks(),
        of.disturbance());
  }

  Facts chunks(long count, double meanSeconds) {
    return with(
        of.sequentialSeconds(),
        of.spread(),
        of.breakdown(),
        of.serialFraction(),
        new Chunks(count, meanSeconds),
        of.disturbance());
  }

  /** What other programs used, and the share of time in which workers had no processor. */
  Facts disturbed(OptionalDouble otherLoad, OptionalDouble displaced) {
    return with(
        of.sequentialSeconds(),
        of.spread(),
        of.breakdown(),
        of.serialFraction(),
        of.chunks(),
        new Disturbance(otherLoad, displaced));
  }

  Facts ofChain() {
    return new Facts(
        new VerdictFacts(
            of.engine(),
            of.sequentialSeconds(),
            of.speedup(),
            of.spread(),
            of.workers(),
            of.physicalCores(),
            of.breakdown(),
            of.serialFraction(),
            of.chunks(),
            of.disturbance(),
            true));
  }

  Verdict verdict() {
    return VerdictRules.of(of);
  }

  private Facts with(
      double seconds,
      double spread,
      Breakdown breakdown,
      OptionalDouble serial,
      Chunks chunks,
      Disturbance disturbance) {
    return new Facts(
        new VerdictFacts(
            of.engine(),
            seconds,
            of.speedup(),
            spread,
            of.workers(),
            of.physicalCores(),
            breakdown,
            serial,
            chunks,
            disturbance,
            of.chain()));
  }
}
