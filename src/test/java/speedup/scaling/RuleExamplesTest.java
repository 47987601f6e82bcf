package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.scaling.Facts.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.PoolEvent;
import speedup.measure.TimedRuns;
import speedup.measure.TraceRecorder;
import speedup.measure.WorkerStats;
import speedup.scaling.Verdict.Chart;
import speedup.scaling.Verdict.Kind;
import speedup.scaling.Verdict.Part;
import speedup.scaling.VerdictFacts.Disturbance;

/** For each rule a run of a workload of the program that makes it speak. */
class RuleExamplesTest {
  /**
   * A run, and the rule that it is an example of.
   *
   * @param run how to make such a run
   */
  record Example(String run, VerdictRule rule, Facts facts, Kind kind, Optional<Part> evidence) {
    @Override
    public String toString() {
      return rule.getClass().getSimpleName() + ": " + run;
    }
  }

  static List<Example> examples() {
    return List.of(
        new Example(
            "sum-of-squares with 6 tasks of 20,000 on 2 workers",
            new TooFastRule(),
            facts(0.8, 2, 2)
                .sequential(0.004)
                .breakdown(new Breakdown(0, 0, 0.004, 0.001, 0.004, 0.001, 0)),
            Kind.TOO_FAST,
            Optional.empty()),
        new Example(
            "tiny-tasks with a chunk of 1 on 2 workers",
            new SlowerRule(),
            facts(0.1, 2, 2)
                .breakdown(new Breakdown(0, 0, 14, 4, 1.6, 0.4, 0))
                .chunks(1_000_000, 5.6e-6),
            Kind.SLOWER,
            Optional.of(Part.WAITING)),
        new Example(
            "serial-fraction 20 % on 2 workers of 2 cores that others used, as measured",
            new NoisyRule(),
            facts(2.09, 2, 2)
                .spread(1.07)
                .sequential(8.22)
                .breakdown(new Breakdown(0, 0, 2.0818, 0.0296, 5.7666, 0.003, 0.0003))
                .chunks(983, 0.0059)
                .disturbed(OptionalDouble.of(0.91), OptionalDouble.empty()),
            Kind.NOISY,
            Optional.empty()),
        new Example(
            "primes-in-range on 8 workers of 2 cores",
            new CrowdedRule(),
            facts(1.92, 8, 2).breakdown(new Breakdown(0, 0, 0.1, 0, 4, 0.07, 0)),
            Kind.MORE_WORKERS_THAN_CORES,
            Optional.empty()),
        new Example(
            "primes-in-range, cold, 0.2 s of work on 2 workers",
            new LargestLossRule(),
            facts(1.1, 2, 2)
                .sequential(0.2)
                .breakdown(new Breakdown(0.12, 0.01, 0.01, 0, 0.2, 0.02, 0)),
            Kind.LARGEST_LOSS,
            Optional.of(Part.START)),
        new Example(
            "mandelbrot with 2 chunks on 2 workers",
            new LargestLossRule(),
            facts(1.25, 2, 2).breakdown(new Breakdown(0, 0, 0, 0, 1, 0.6, 0)).chunks(2, 0.5),
            Kind.LARGEST_LOSS,
            Optional.of(Part.IDLE_TAIL)),
        new Example(
            "monte-carlo-pi on 2 workers of 2 cores",
            new NearIdealRule(),
            facts(1.93, 2, 2).breakdown(new Breakdown(0, 0, 0.01, 0, 1.02, 0.006, 0)),
            Kind.NEAR_IDEAL,
            Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void makesItsRuleSpeakAndBeHeard(Example example) {
    var said = example.rule().about(example.facts().of());

    assertEquals(Optional.of(example.facts().verdict()), said);
    assertEquals(example.kind(), said.orElseThrow().kind());
    assertEquals(example.evidence(), said.orElseThrow().evidence());
    assertEquals(
        switch (example.kind()) {
          case TOO_FAST, NOISY -> Chart.RUNS;
          case SLOWER, LARGEST_LOSS -> Chart.BREAKDOWN;
          case MORE_WORKERS_THAN_CORES, NEAR_IDEAL -> Chart.SPEEDUP;
        },
        said.orElseThrow().chart());
  }

  @Test
  void leavesNoRuleWithoutAnExample() {
    assertEquals(
        VerdictRules.RULES.stream().map(Object::getClass).collect(Collectors.toSet()),
        examples().stream().map(example -> example.rule().getClass()).collect(Collectors.toSet()));
  }

  /** Half a second lost to computing on each of 2 workers. */
  private static Facts slowed() {
    return facts(1.33, 2, 2).breakdown(new Breakdown(0, 0, 0, 0, 1.5, 0, 0));
  }

  @Test
  void blamesTheMachineOnlyWhereNothingElseHadTheProcessors() {
    var none = OptionalDouble.empty();
    assertTrue(slowed().verdict().advice().contains("memory, cache and clock"));
    assertTrue(
        slowed()
            .disturbed(OptionalDouble.of(0.02), OptionalDouble.of(0.01))
            .verdict()
            .advice()
            .contains("memory, cache and clock"));
    assertEquals(
        "Computing took longer than in the sequential run, 33 % of the time: other programs used"
            + " 40 % of the processors meanwhile. Close them and run it again.",
        slowed().disturbed(OptionalDouble.of(0.4), none).verdict().advice());
    assertTrue(
        slowed()
            .disturbed(OptionalDouble.of(0.02), OptionalDouble.of(0.3))
            .verdict()
            .advice()
            .contains("the drawing of this window"));
    assertEquals(
        Optional.of(Part.COMPUTE),
        slowed().disturbed(OptionalDouble.of(0.4), none).verdict().evidence());
  }

  @Test
  void believesTheWorkersOwnProcessorTimeMoreThanTheLoad() {
    // others were busy, but the workers had their processors all the time
    var advice =
        slowed().disturbed(OptionalDouble.of(0.4), OptionalDouble.of(0)).verdict().advice();

    assertTrue(advice.contains("memory, cache and clock"), advice);
  }

  @Test
  void tellsByTheWorkersProcessorTimeThatTheyHadNone() {
    var breakdown = new Breakdown(0, 0, 0, 0, 3, 0, 0);
    var load = OptionalDouble.empty();
    assertEquals(
        2.0 / 3,
        Disturbance.of(load, stats(1.5, 0.5), 1, breakdown).displaced().orElseThrow(),
        1e-12);
    // tasks that wait themselves use no processor, which is nothing else's doing
    assertEquals(
        OptionalDouble.empty(), Disturbance.of(load, stats(1.5, 0.1), 1, breakdown).displaced());
    assertEquals(
        OptionalDouble.empty(),
        Disturbance.of(load, stats(1.5, Double.NaN), 1, breakdown).displaced());
  }

  private static List<WorkerStats> stats(double busy, double cpu) {
    return List.of(
        new WorkerStats(0, 1, 10, 10, busy, cpu, -1), new WorkerStats(1, 2, 10, 10, busy, cpu, -1));
  }

  @Test
  void isToldTheLoadOfTheMedianRun() {
    var recorder = new TraceRecorder();
    for (int worker = 0; worker < 2; worker++) {
      recorder.accept(new PoolEvent.ChunkStarted(worker, 0, 0, worker, 1));
      recorder.accept(
          new PoolEvent.ChunkFinished(
              worker, 1_500_000_000, 1, worker, 1, 0, 0, 1_500_000_000, 0, 0, 0));
    }
    var run = recorder.finish(0, 1_500_000_000, 1_500_000_000, 2);
    var samples = Samples.both(Samples.sequential(2, 2, 2), Samples.of(2, 1.5, 1.5, 1.5));

    var advice =
        Analysis.of(
                samples.stream().map(TimedRuns::unexplained).toList(),
                EngineKind.PROCESSES,
                new Analysis.MedianRun(
                    2, run.breakdown(), run.workers(), OptionalDouble.of(0.3), false),
                2)
            .verdict()
            .advice();

    assertTrue(advice.contains("other programs used 30 % of the processors"), advice);
  }
}
