package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;
import speedup.concept.StageState.Phase;

@Timeout(120)
class QueuesTest {
  @RegisterExtension static final Stages stages = new Stages();

  private static void assertRight(StageState state, String figure, String value) {
    assertEquals(value, Stages.figure(state, figure).value());
    assertEquals(Optional.of(true), Stages.figure(state, figure).right());
  }

  @Test
  void givesEachItemToOneConsumer() {
    var state = stages.perform("queue", Concept.NORMAL);

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertEquals(4, state.actors().size());
    assertRight(state, "taken", "10");
    assertRight(state, "sum", "55");
    assertEquals(List.of(), state.object("queue").orElseThrow().items());
  }

  @Test
  void doesSoWithManyOfThem() {
    var state = stages.perform("queue", Concept.NORMAL, OptionalInt.of(5));

    assertEquals(10, state.actors().size());
    assertRight(state, "taken", "25");
    assertRight(state, "sum", "325");
  }

  @Test
  void bringsTheSquaresOfAChildInTheirOrder() {
    var state = stages.perform("queue", "squares");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertRight(state, "squares", "1, 4, 9, 16");
  }

  @Test
  void endsWithTheSentinel() {
    var state = stages.perform("queue", "sentinel");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertRight(state, "taken", "5");
    assertRight(state, "sum", "15");
  }

  @Test
  void tellsFullFromEmpty() {
    var state = stages.perform("queue", "full");

    assertEquals(Optional.of(Outcome.DONE), state.outcome());
    assertRight(state, "accepted", "3");
    assertRight(state, "refused", "1");
    assertEquals("empty: true", state.actors().getFirst().said());
    assertTrue(state.log().stream().anyMatch(line -> line.text().equals("full with 3")));
  }

  @Test
  void isStuckWithoutTheSentinel() {
    var state = stages.perform("queue", "sentinel-forgotten");

    assertEquals(Optional.of(Outcome.STUCK), state.outcome());
    assertEquals("5", Stages.figure(state, "taken").value());
    assertEquals(Phase.ENDED, state.actor("producer 1").orElseThrow().phase());
    var consumer = state.actor("consumer 1").orElseThrow();
    assertEquals("queue.take()", consumer.operation());
    assertEquals(List.of("consumer 1"), state.object("queue").orElseThrow().waiting());
  }

  @Test
  void staysToBeLookedAtWhereItWasStuck() throws InterruptedException {
    try (var stage = stages.open("queue", "sentinel-forgotten", OptionalInt.empty(), Pace.FREE)) {
      var stuck = Stages.await(stage, state -> state.outcome().isPresent());
      var changed = new CountDownLatch(2); // it is told of the state of now at once
      stage.onChange(_ -> changed.countDown());
      assertFalse(changed.await(500, TimeUnit.MILLISECONDS), () -> "now " + stage.state());
      assertEquals(stuck, stage.state());
    }
  }

  @Test
  void isStuckSoonerOrLaterWhenEmptyIsAskedFirst() {
    var stuck = false;
    for (var round = 0; round < 20 && !stuck; round++) {
      var state = stages.perform("queue", "empty-race");
      assertEquals("6", Stages.figure(state, "taken").value());
      stuck = state.outcome().equals(Optional.of(Outcome.STUCK));
    }
    assertTrue(stuck);
  }

  @Test
  void isAlwaysStuckWhenBothAskBeforeOneTakes() {
    try (var stage = stages.open("queue", "empty-race", OptionalInt.of(2), Pace.HELD)) {
      for (var number = 1; number <= 5; number++) {
        stepAt(stage, "consumer 1", "queue.isEmpty()");
        stepAt(stage, "consumer 1", "queue.take()");
      }
      Stages.await(stage, state -> items(state).equals(List.of("6")));
      stepAt(stage, "consumer 1", "queue.isEmpty()");
      stepAt(stage, "consumer 2", "queue.isEmpty()");
      stepAt(stage, "consumer 1", "queue.take()");
      stepAt(stage, "consumer 1", "queue.isEmpty()"); // it has the last number by now
      stepAt(stage, "consumer 2", "queue.take()");
      var state = Stages.await(stage, now -> now.outcome().isPresent());
      assertEquals(Optional.of(Outcome.STUCK), state.outcome());
      assertEquals(Phase.ENDED, state.actor("consumer 1").orElseThrow().phase());
      assertEquals(List.of("consumer 2"), state.object("queue").orElseThrow().waiting());
    }
  }

  @Test
  void neverIsWhenAskingAndTakingAreOne() {
    for (var round = 0; round < 5; round++) {
      var state = stages.perform("queue", "poll");
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      assertRight(state, "taken", "6");
      assertRight(state, "sum", "21");
    }
  }

  @Test
  void showsWhatIsInItAndWhoWaitsForAPlace() {
    try (var stage = stages.open("queue", Concept.NORMAL, OptionalInt.empty(), Pace.HELD)) {
      for (var number = 1; number <= 3; number++) {
        stepAt(stage, "producer 1", "queue.put(" + number + ")");
      }
      var full = Stages.await(stage, state -> items(state).equals(List.of("1", "2", "3")));
      assertEquals(3, full.object("queue").orElseThrow().capacity());

      stepAt(stage, "producer 2", "queue.put(6)");
      Stages.await(
          stage, state -> state.object("queue").orElseThrow().waiting().contains("producer 2"));

      stepAt(stage, "consumer 2", "queue.take()");
      Stages.await(stage, state -> items(state).equals(List.of("2", "3", "6")));
      var state =
          Stages.await(stage, now -> now.actor("consumer 2").orElseThrow().phase() == Phase.HELD);
      assertEquals("1", state.actor("consumer 2").orElseThrow().said());
    }
  }

  private static List<String> items(StageState state) {
    return state.object("queue").orElseThrow().items();
  }

  private static void stepAt(Stage stage, String actor, String operation) {
    Stages.awaitHeld(stage, actor, operation);
    stage.step(actor);
  }
}
