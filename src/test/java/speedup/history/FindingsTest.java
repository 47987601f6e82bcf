package speedup.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;

class FindingsTest {
  @Test
  void comparesTheMediansOfARun() {
    var findings = Findings.of(KeptRuns.run());

    assertEquals(3.3 / 1.725, findings.analysis().orElseThrow().speedup(), 1e-9);
    assertEquals(Optional.empty(), findings.missing());
    assertEquals(
        List.of(EngineKind.SEQUENTIAL, EngineKind.PROCESSES),
        findings.engines().stream().map(engine -> engine.timed().engine()).toList());
  }

  @Test
  void saysTheSameWithoutTheTraceExceptWhatOnlyThatKnows() {
    var run = KeptRuns.run();

    var with = Findings.of(run).analysis().orElseThrow();
    var without = Findings.of(run.withTraces(Map.of())).analysis().orElseThrow();

    assertEquals(with.speedup(), without.speedup());
    assertEquals(with.serialFraction(), without.serialFraction());
    assertEquals(with.speedupInterval(), without.speedupInterval());
  }

  @Test
  void takesTheMostWorkersOfAStudy() {
    var findings = Findings.of(KeptRuns.study());

    assertEquals(2, findings.analysis().orElseThrow().workers());
    assertEquals(3.2 / 1.75, findings.analysis().orElseThrow().speedup(), 1e-9);
  }

  @Test
  void saysWhatIsMissing() {
    var run = KeptRuns.run();
    var noBaseline =
        run.runs().stream().filter(one -> one.sample().engine() != EngineKind.SEQUENTIAL).toList();
    var baseline =
        run.runs().stream().filter(one -> one.sample().engine() == EngineKind.SEQUENTIAL).toList();

    assertMissing("no run of the sequential baseline", with(run, noBaseline, Optional.empty()));
    assertMissing("no run of processes", with(run, baseline, Optional.empty()));
    var chunks =
        new SweepRequest(
            run.request(), List.of(2), List.of(5, 50), SweepRequest.ONE_SIZE, false, 1);
    assertMissing("something else than the number", with(run, run.runs(), Optional.of(chunks)));
  }

  private static void assertMissing(String words, KeptRun run) {
    var findings = Findings.of(run);
    assertEquals(Optional.empty(), findings.analysis());
    assertTrue(findings.missing().orElseThrow().contains(words), findings::toString);
    assertEquals(
        findings.missing().get(), RunJson.values(run, findings).get("serialFractionReason"));
  }

  private static KeptRun with(KeptRun run, List<TimedRun> runs, Optional<SweepRequest> study) {
    return new KeptRun(
        run.id(),
        run.when(),
        run.note(),
        run.request(),
        study,
        run.settings(),
        run.environment(),
        run.input(),
        run.notes(),
        run.items(),
        OptionalLong.empty(),
        runs,
        run.resultInWords(),
        run.result(),
        run.dispatchMicros(),
        run.workers(),
        Map.of());
  }

  @Test
  void givesBackTheRequestWithTheSettingsThatWereUsed() {
    var run = KeptRuns.run();

    assertEquals(Map.of("count", "1000"), run.request().settings());
    assertEquals(Map.of("count", "1000", "seed", "42"), run.again().settings());
    assertEquals(OptionalInt.of(50), run.again().chunk());
    var study = KeptRuns.study().studyAgain().orElseThrow();
    assertEquals(-7, study.seed());
    assertEquals("42", study.run().settings().get("seed"));
  }
}
