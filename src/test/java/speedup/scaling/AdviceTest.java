package speedup.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.scaling.Facts.facts;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import speedup.measure.Breakdown;
import speedup.scaling.Verdict.Kind;
import speedup.scaling.Verdict.Part;

class AdviceTest {
  @Test
  void namesEveryPartThatCanBeTheLargest() {
    expectLoss(Part.START, "Starting processes took 50 % ", new Breakdown(1, 0, 0, 0, 1, 0, 0));
    expectLoss(
        Part.WARM_UP,
        "New processes took 50 % of the time from ready to their first chunk",
        new Breakdown(0, 1, 0, 0, 1, 0, 0));
    expectLoss(
        Part.WAITING,
        "Workers waited 50 % of the time: raise the chunk size.",
        new Breakdown(0, 0, 1, 0, 1, 0, 0));
    expectLoss(
        Part.SERIALISE,
        "Reading arguments and writing results took 50 % ",
        new Breakdown(0, 0, 0, 1, 1, 0, 0));
    expectLoss(
        Part.COMPUTE,
        "Computing took longer than in the sequential run, 50 % of the time: the workers share"
            + " memory",
        new Breakdown(0, 0, 0, 0, 2, 0, 0));
    expectLoss(
        Part.COMPUTE,
        "Computing took longer than in the sequential run, 40 % of the time: new processes",
        new Breakdown(0.5, 0, 0, 0, 2, 0, 0));
    expectLoss(
        Part.IDLE_TAIL,
        "Workers were idle 50 % of the time while the last chunks ran: make the chunks smaller",
        new Breakdown(0, 0, 0, 0, 1, 1, 0));
    expectLoss(
        Part.MERGE, "Putting the results together took 50 % ", new Breakdown(0, 0, 0, 0, 1, 0, 1));
  }

  @Test
  void saysThatThereAreFewerChunksThanWorkers() {
    var verdict =
        facts(1, 4, 8).breakdown(new Breakdown(0, 0, 3, 0, 1, 0, 0)).chunks(1, 1).verdict();

    assertEquals(
        "Workers had nothing to do 75 % of the time, as there was 1 chunk for 4 workers: make the"
            + " chunks smaller.",
        verdict.advice());
  }

  @Test
  void saysThatManyChunksAndAnIdleTailMeanASerialPart() {
    var idle = facts(1.4, 2, 2).breakdown(new Breakdown(0, 0, 0, 0, 1, 0.43, 0));

    assertTrue(idle.chunks(7, 0.1).verdict().advice().contains("make the chunks smaller"));
    assertTrue(idle.chunks(8, 0.1).verdict().advice().contains("only one worker can do"));
    assertTrue(idle.chunks(8, 0.1).serial(0.425).verdict().advice().contains("42.5 %"));
  }

  @Test
  void doesNotCallLongTasksSmall() {
    var verdict =
        facts(0.9, 2, 2)
            .breakdown(new Breakdown(0, 0, 1.2, 0, 1, 0.02, 0))
            .chunks(20, 0.05)
            .serial(1)
            .verdict();

    assertEquals(
        "Workers had nothing to do 54 % of the time while others worked: with a serial fraction of"
            + " 100 % no number of workers gets past 1.0 times. Make the serial part shorter.",
        verdict.advice());
  }

  @Test
  void saysThatTheSlowestStageOfAChainSetsThePace() {
    var waiting = facts(0.9, 4, 2).breakdown(new Breakdown(0, 0, 1.2, 0, 1, 0.02, 0)).chunks(9, 0);

    var verdict = waiting.ofChain().verdict();

    assertEquals(
        "The stages waited for each other 54 % of the time: the slowest one, the bottleneck, sets"
            + " the pace. Give it more workers, or less to do.",
        verdict.advice());
    assertEquals(Optional.of(Part.WAITING), verdict.evidence());
    assertTrue(waiting.verdict().advice().contains("raise the chunk size"));
  }

  private static void expectLoss(Part part, String advice, Breakdown breakdown) {
    var verdict = facts(1, 2, 2).breakdown(breakdown).verdict();
    assertEquals(Kind.LARGEST_LOSS, verdict.kind());
    assertEquals("1.00 times as fast on 2 workers: 50 % of the ideal.", verdict.sentence());
    assertTrue(verdict.advice().startsWith(advice), verdict.advice());
    assertEquals(Optional.of(part), verdict.evidence());
  }
}
