package speedup.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.concept.StageBuilder.Look;
import speedup.concept.StageState.Kind;
import speedup.concept.StageState.Outcome;
import speedup.concept.StageState.Pace;

/** Stages that are wrong themselves. */
@Timeout(60)
class FaultyStageTest {
  private record Made(Builder builder) implements Concept {
    interface Builder {
      void build(StageBuilder stage) throws Exception;
    }

    @Override
    public String id() {
      return "lock";
    }

    @Override
    public void build(StageBuilder stage, String variant) throws Exception {
      builder.build(stage);
    }
  }

  private static Stage open(Stages stages, Made concept) {
    return stages.lab.open(concept, Concept.NORMAL, OptionalInt.empty(), Pace.FREE);
  }

  @Test
  void endsWhereWhatIsSharedCannotBeLookedAt() {
    var looks = new int[1];
    var concept =
        new Made(stage -> {
          stage.parent("parent", step -> Thread.sleep(30_000));
          stage.object(
              "thing",
              Kind.MEMORY,
              () -> {
                if (looks[0]++ > 1) {
                  throw new IllegalStateException("nobody can see it");
                }
                return Look.of("there");
              });
        });
    try (var stages = new Stages();
        var stage = open(stages, concept)) {
      var state = Stages.await(stage, now -> now.outcome().isPresent());
      assertEquals(Optional.of(Outcome.FAILED), state.outcome());
      assertTrue(state.log().getLast().text().contains("nobody can see it"));
    }
  }

  @Test
  void tellsOfAScriptThatEndsInAnError() {
    var concept =
        new Made(stage -> {
          stage.parent(
              "parent",
              _ -> {
                throw new StackOverflowError("too deep");
              });
          stage.actor("worker", new TooDeep());
        });
    try (var stages = new Stages();
        var stage = open(stages, concept)) {
      var state = Stages.await(stage, now -> now.outcome().isPresent());
      assertEquals(Optional.of(Outcome.DONE), state.outcome());
      for (var actor : state.actors()) {
        assertEquals(StageState.Phase.FAILED, actor.phase());
        assertTrue(actor.end().contains("too deep"), actor.end());
      }
    }
  }

  private record TooDeep() implements Script {
    @Override
    public void run(Step step) {
      throw new StackOverflowError("too deep");
    }
  }

  @Test
  void saysWhyItCannotBeSetUp() {
    var concept =
        new Made(stage -> {
          throw new java.io.IOException("the disk is full");
        });
    try (var stages = new Stages()) {
      var thrown = assertThrows(StageException.class, () -> open(stages, concept));
      assertTrue(thrown.getMessage().contains("the disk is full"), thrown.getMessage());
    }
  }

  @Test
  void refusesVariantsAndNumbersThatThereAreNot() {
    var lock = ConceptLab.concept("lock").orElseThrow();
    try (var stages = new Stages()) {
      for (var actors : new int[] {1, 65}) {
        assertThrows(
            StageException.class,
            () -> stages.lab.open(lock, Concept.NORMAL, OptionalInt.of(actors), Pace.FREE));
      }
      var thrown =
          assertThrows(
              StageException.class,
              () -> stages.lab.open(lock, "upside-down", OptionalInt.empty(), Pace.FREE));
      assertTrue(thrown.getMessage().contains("it has normal, "), thrown.getMessage());
    }
  }
}
