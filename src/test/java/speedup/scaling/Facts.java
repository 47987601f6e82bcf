package speedup.scaling;

import java.util.OptionalDouble;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.scaling.VerdictFacts.Chunks;

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
            false));
  }

  Facts sequential(double seconds) {
    return with(seconds, of.spread(), of.breakdown(), of.serialFraction(), of.chunks());
  }

  Facts spread(double spread) {
    return with(of.sequentialSeconds(), spread, of.breakdown(), of.serialFraction(), of.chunks());
  }

  Facts breakdown(Breakdown breakdown) {
    return with(of.sequentialSeconds(), of.spread(), breakdown, of.serialFraction(), of.chunks());
  }

  Facts serial(double fraction) {
    return with(
        of.sequentialSeconds(),
        of.spread(),
        of.breakdown(),
        OptionalDouble.of(fraction),
        of.chunks());
  }

  Facts chunks(long count, double meanSeconds) {
    return with(
        of.sequentialSeconds(),
        of.spread(),
        of.breakdown(),
        of.serialFraction(),
        new Chunks(count, meanSeconds));
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
            true));
  }

  Verdict verdict() {
    return VerdictRules.of(of);
  }

  private Facts with(
      double seconds, double spread, Breakdown breakdown, OptionalDouble serial, Chunks chunks) {
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
            of.chain()));
  }
}
