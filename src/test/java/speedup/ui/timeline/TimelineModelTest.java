package speedup.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import speedup.plot.timeline.Selection;
import speedup.plot.timeline.TimeWindow;
import speedup.plot.timeline.TimedTrace;
import speedup.plot.timeline.TimelineState;
import speedup.plot.timeline.Traces;

class TimelineModelTest {
  private static final long MILLI = 1_000_000;

  private int changes;
  private final TimelineModel model = new TimelineModel(() -> changes++);

  @Test
  void doesNothingWithoutARun() {
    model.zoomIn();
    model.pan(1);
    model.step(1);
    model.changeLane(1);
    model.measureSelection();
    model.clear();
    model.fit();

    assertEquals(Optional.empty(), model.state());
    assertEquals(0, changes);
  }

  @Test
  void fitsTheWholeRunAfterAnyZoom() {
    show();
    model.zoom(50 * MILLI, 0.01);
    assertEquals(2_840_000, window().span());
    assertTrue(window().contains(50 * MILLI));
    model.fit();

    assertEquals(new TimeWindow(0, 284 * MILLI), window());
  }

  @Test
  void stepsFromChunkToChunkUpToTheTail() {
    show();
    model.step(1);
    assertEquals(new Selection(0, 0, 0), selection());
    model.step(-1);
    assertEquals(0, selection().chunk());
    for (int i = 0; i < 20; i++) {
      model.step(1);
    }

    assertEquals(8, selection().chunk());
    assertTrue(selection().isTail(state().runs().getFirst().profile(0)));
    assertEquals(
        new TimeWindow(223 * MILLI, 270 * MILLI), TimelineModel.stretch(state(), selection()));
  }

  @Test
  void bringsTheChunkThatIsSteppedToIntoSight() {
    show();
    model.look(new TimeWindow(0, 30 * MILLI));
    model.step(1);
    for (int i = 0; i < 4; i++) {
      model.step(1);
      var chunk = TimelineModel.stretch(state(), selection());
      assertTrue(window().from() <= chunk.from() && chunk.to() <= window().to());
      assertEquals(30 * MILLI, window().span());
    }
  }

  @Test
  void goesToTheChunkOfAnotherLaneAtTheSameTime() {
    show();
    model.select(0, 0, 50 * MILLI);
    assertEquals(new Selection(0, 0, 2), selection());
    model.changeLane(1);
    assertEquals(new Selection(0, 1, 1), selection());
    model.changeLane(1);
    assertEquals(1, selection().lane());
    model.changeLane(-5);
    assertEquals(0, selection().lane());
  }

  @Test
  void goesFromTheLastLaneOfOneRunToTheFirstOfTheOther() {
    var run = new TimedTrace("one", false, Traces.stages());
    model.show(List.of(run, new TimedTrace("two", false, Traces.death())));
    model.select(0, 1, 50 * MILLI);
    model.changeLane(1);
    assertEquals(1, selection().run());
    assertEquals(0, selection().lane());
    model.changeLane(-1);
    assertEquals(0, selection().run());
    assertEquals(1, selection().lane());
  }

  @Test
  void looksCloserAtTheSelectedChunk() {
    show();
    model.select(0, 1, 40 * MILLI);
    for (int i = 0; i < 5; i++) {
      model.zoomIn();
    }
    var chunk = TimelineModel.stretch(state(), selection());
    assertTrue(window().contains(chunk.from() + chunk.span() / 2));
    model.fitSelection();

    assertTrue(window().from() <= chunk.from() && chunk.to() <= window().to());
    assertTrue(window().span() < 3 * chunk.span());
  }

  @Test
  void measuresWhatLiesBetweenTwoMoments() {
    show();
    model.measure(60 * MILLI, 20 * MILLI);

    assertEquals(Optional.of(new TimeWindow(20 * MILLI, 60 * MILLI)), state().ruler());
    var words = TimelineWords.ruler(state(), state().ruler().orElseThrow());
    assertTrue(words.startsWith("40.0 ms, from 20.000 ms to 60.000 ms"), words);
    // worker 1: three chunks touch it and one ends in it; worker 2: three, two ends
    assertTrue(words.contains("6 chunks"), words);
    assertTrue(words.contains("200 items finished"), words);
    model.stretchRuler(0.5);
    assertEquals(202 * MILLI, state().ruler().orElseThrow().to());
    model.clear();
    assertEquals(Optional.empty(), state().ruler());
  }

  @Test
  void escapeTakesTheRulerFirstAndThenTheSelection() {
    show();
    model.step(1);
    model.measureSelection();
    model.clear();
    assertTrue(state().selection().isPresent());
    model.clear();
    assertFalse(state().selection().isPresent());
  }

  @Test
  void saysWhatEndedAWait() {
    show();
    model.select(0, 0, 162 * MILLI);
    assertEquals(
        "Before it the worker waited 34.0 ms for chunk 11 of worker 2, the last one under way: the"
            + " next stage begins when all of one is done.",
        TimelineWords.wait(state(), selection()));
    model.select(0, 0, 250 * MILLI);
    assertEquals(
        "No chunk was left: the worker waited 47.0 ms for chunk 3 of worker 2, the last one of the"
            + " run.",
        TimelineWords.wait(state(), selection()));
  }

  @Test
  void tellsTheProcessThatRanAChunk() {
    model.show(List.of(new TimedTrace("one", false, Traces.death())));
    var run = state().runs().getFirst();

    assertEquals(900, run.pid(0, 60 * MILLI));
    assertEquals(955, run.pid(0, 180 * MILLI));
    assertEquals(901, run.pid(1, 180 * MILLI));
    model.select(0, 0, 100 * MILLI);
    var facts = TimelineWords.facts(state(), selection());
    assertTrue(
        facts.contains(new TimelineWords.Fact("end", "It did not come to its end here.")),
        facts::toString);
    assertTrue(facts.contains(new TimelineWords.Fact("pid", "900")), facts::toString);
  }

  @Test
  void summarisesWhatIsVisible() {
    show();
    var whole = TimelineWords.summary(state().runs().getFirst(), window());
    assertTrue(whole.startsWith("run one: 0.28 s visible, 16 chunks, 1."), whole);
    var early = TimelineWords.summary(state().runs().getFirst(), new TimeWindow(0, 40 * MILLI));
    assertTrue(early.contains("4 chunks") && early.contains("2,500 items/s"), early);
  }

  private void show() {
    model.show(List.of(new TimedTrace("run one", false, Traces.stages())));
    changes = 0;
  }

  private TimelineState state() {
    return model.state().orElseThrow();
  }

  private TimeWindow window() {
    return state().window();
  }

  private Selection selection() {
    return state().selection().orElseThrow();
  }
}
