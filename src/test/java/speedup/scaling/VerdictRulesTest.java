package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.scaling.Facts.facts;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedup.measure.Breakdown;
import speedup.scaling.Verdict.Kind;
import speedup.scaling.Verdict.Part;

class VerdictRulesTest {
  @Test
  void saysNearIdeal() {
    var verdict = facts(1.87, 2, 2).verdict();

    expect(Kind.NEAR_IDEAL, "1.87 times as fast on 2 workers: 94 % of the ideal.", "", verdict);
    assertEquals(Optional.empty(), verdict.evidence());
  }

  @Test
  void proposesMoreWorkersWhereCoresAreLeft() {
    expect(
        Kind.NEAR_IDEAL,
        "1.90 times as fast on 2 workers: 95 % of the ideal.",
        "This machine has 8 physical cores: try 8 workers.",
        facts(1.9, 2, 8).verdict());
  }

  @Test
  void speaksOfOneWorkerInTheSingular() {
    expect(
        Kind.NEAR_IDEAL,
        "0.98 times as fast on 1 worker: 98 % of the ideal.",
        "",
        facts(0.98, 1, 1).verdict());
  }

  @Test
  void doesNotTrustMoreThanTheIdeal() {
    expect(
        Kind.NEAR_IDEAL,
        "2.30 times as fast on 2 workers: more than the ideal. Together the workers have more"
            + " cache, or something slowed the sequential runs down.",
        "Run it again with more repeats to see whether it stays.",
        facts(2.3, 2, 4).verdict());
  }

  @Test
  void saysTooFast() {
    expect(
        Kind.TOO_FAST,
        "12.5 ms is all the sequential run takes: at this size noise is larger than the signal.",
        "Enlarge the input until the sequential run takes a second or more.",
        facts(0.9, 2, 2).sequential(0.0125).verdict());
  }

  @ParameterizedTest
  @CsvSource({"0.0499, TOO_FAST", "0.05, NEAR_IDEAL"})
  void callsARunTooFastBelowFiftyMilliseconds(double seconds, Kind kind) {
    assertEquals(kind, facts(1.9, 2, 2).sequential(seconds).verdict().kind());
  }

  @ParameterizedTest
  @CsvSource({"0.66, SLOWER", "0.67, TOO_FAST", "0.99, TOO_FAST", "1.4, TOO_FAST"})
  void teachesASlowdownOfHalfAgainEvenOfAShortRun(double speedup, Kind kind) {
    assertEquals(kind, facts(speedup, 2, 2).sequential(0.02).verdict().kind());
  }

  @Test
  void saysBothForAShortRunThatIsMuchSlower() {
    expect(
        Kind.SLOWER,
        "0.20 times as fast on 2 workers: parallel took 5.0 times as long as sequential. 20 ms is"
            + " all the sequential run takes: at this size noise is larger than the signal.",
        "Each task is so small that handing it over costs more than doing it (80 % of the time"
            + " went into handing over): raise the chunk size. Enlarge the input until the"
            + " sequential run takes a second or more.",
        facts(0.2, 2, 2)
            .sequential(0.02)
            .breakdown(new Breakdown(0, 0, 0.13, 0.03, 0.02, 0.02, 0))
            .verdict());
  }

  @Test
  void saysThatTasksAreTooSmall() {
    var verdict = facts(0.45, 2, 2).breakdown(new Breakdown(0, 0, 2.4, 0.6, 1, 0.4, 0)).verdict();

    expect(
        Kind.SLOWER,
        "0.45 times as fast on 2 workers: parallel took 2.22 times as long as sequential.",
        "Each task is so small that handing it over costs more than doing it (68 % of the time"
            + " went into handing over): raise the chunk size.",
        verdict);
    assertEquals(Optional.of(Part.WAITING), verdict.evidence());
  }

  @Test
  void saysThatTheStartMadeItSlower() {
    var verdict = facts(0.5, 2, 2).breakdown(new Breakdown(2, 0.5, 0.2, 0.2, 1, 0.1, 0)).verdict();

    assertEquals(Kind.SLOWER, verdict.kind());
    assertEquals(
        "Starting processes took 50 % of the time: keep the workers warm, or give them more work"
            + " for each start.",
        verdict.advice());
    assertEquals(Optional.of(Part.START), verdict.evidence());
  }

  @ParameterizedTest
  @CsvSource({"0.999, 2, SLOWER", "1.0, 2, LARGEST_LOSS", "0.899, 1, SLOWER", "0.9, 1, NEAR_IDEAL"})
  void callsItSlowerBelowOneAndForOneWorkerBelowThePoolsCost(
      double speedup, int workers, Kind kind) {
    assertEquals(kind, facts(speedup, workers, 2).verdict().kind());
  }

  @Test
  void hasAdviceForASlowdownThatTheTimesDoNotShow() {
    var verdict = facts(0.8, 2, 2).verdict();

    assertEquals("The time of the workers does not show why: run more repeats.", verdict.advice());
    assertEquals(Optional.empty(), verdict.evidence());
  }

  @Test
  void saysThatThereAreMoreWorkersThanCores() {
    expect(
        Kind.MORE_WORKERS_THAN_CORES,
        "1.92 times as fast on 8 workers, but there are only 2 physical cores: for work that"
            + " computes, expect about 2 times at most.",
        "Run with 2 workers: more of them share the same cores.",
        facts(1.92, 8, 2).breakdown(new Breakdown(0, 0, 0.1, 0, 4, 0.1, 0)).verdict());
  }

  @Test
  void speaksOfOneCoreInTheSingular() {
    expect(
        Kind.MORE_WORKERS_THAN_CORES,
        "1.01 times as fast on 2 workers, but there is only 1 physical core: for work that"
            + " computes, expect no speedup.",
        "Run with 1 worker: more of them share the same core.",
        facts(1.01, 2, 1).verdict());
  }

  @Test
  void namesALargerLossThanTheCoresEvenWithMoreWorkersThanCores() {
    var verdict = facts(1.1, 3, 2).breakdown(new Breakdown(0, 0, 1.5, 0.1, 1.1, 0, 0)).verdict();

    assertEquals(Kind.MORE_WORKERS_THAN_CORES, verdict.kind());
    assertEquals("Workers waited 56 % of the time: raise the chunk size.", verdict.advice());
    assertEquals(Optional.of(Part.WAITING), verdict.evidence());
  }

  @Test
  void doesNotCallWaitingTasksWrong() {
    expect(
        Kind.NEAR_IDEAL,
        "7.90 times as fast on 8 workers: more than 2 physical cores can compute, so the tasks"
            + " wait rather than compute.",
        "More workers can still help, as long as there are chunks for all of them.",
        facts(7.9, 8, 2).verdict());
    expect(
        Kind.MORE_WORKERS_THAN_CORES,
        "5.00 times as fast on 8 workers: more than 2 physical cores can compute, so the tasks"
            + " wait rather than compute.",
        "More workers can still help, as long as there are chunks for all of them.",
        facts(5, 8, 2).verdict());
  }

  @Test
  void knowsThatACoreMayRunTwoThreads() {
    assertEquals(
        "2.50 times as fast on 4 workers: more than 2 physical cores give, as each core runs two"
            + " threads or the tasks wait part of the time.",
        facts(2.5, 4, 2).verdict().sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "1.79, LARGEST_LOSS, 65 %",
    "1.2, LARGEST_LOSS, 65 %",
    "1.8, NEAR_IDEAL, ''",
  })
  void namesALossBelowNineTenthsOfTheIdeal(double speedup, Kind kind, String advice) {
    var verdict = facts(speedup, 2, 2).breakdown(new Breakdown(0, 0, 2, 0, 1, 0.08, 0)).verdict();

    assertEquals(kind, verdict.kind());
    assertTrue(verdict.advice().contains(advice), verdict.advice());
  }

  @ParameterizedTest
  @CsvSource({
    "1.9, 0.15, NEAR_IDEAL",
    "1.9, 0.16, NOISY",
    "1.7, 0.16, NOISY",
    "1.6, 0.16, LARGEST_LOSS"
  })
  void callsItNoisyWhenRepeatsDifferByMoreThanThereIsToExplain(
      double speedup, double spread, Kind kind) {
    assertEquals(kind, facts(speedup, 2, 2).spread(spread).verdict().kind());
  }

  @Test
  void saysHowMuchRepeatsDiffer() {
    expect(
        Kind.NOISY,
        "1.90 times as fast on 2 workers, but repeats differ by 23 %: too much to trust the"
            + " number.",
        "Close other programs and run more repeats.",
        facts(1.9, 2, 2).spread(0.23).verdict());
  }

  private static void expect(Kind kind, String sentence, String advice, Verdict actual) {
    assertEquals(kind, actual.kind());
    assertEquals(sentence, actual.sentence());
    assertEquals(advice, actual.advice());
  }
}
