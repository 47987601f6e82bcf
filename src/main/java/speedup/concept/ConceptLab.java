package speedup.concept;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import speedup.concept.StageState.Pace;
import speedup.pool.ProcessPool;
import speedup.pool.WorkerLauncher;

/**
 * Opens stages. Its processes are kept warm between them. Thread-safe; one stage at a time is meant
 * to be open, as all share the processes.
 */
public final class ConceptLab implements AutoCloseable {
  /** The most processes of one kind on a stage. */
  public static final int MOST_ACTORS = 64;

  /** So many processes are kept up: enough for the usual number on every stage. */
  private static final int WARM = 5;

  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** Sixty processes share two processors. */
  private static final Duration LONGER_FOR_EACH = Duration.ofSeconds(1);

  private final WorkerLauncher launcher;
  private final ProcessPool pool;
  private final SpareManager managers = new SpareManager();

  /** Starts the first process in the background. */
  public ConceptLab(WorkerLauncher launcher) {
    this.launcher = launcher;
    pool = ProcessPool.builder().workers(1).launcher(launcher).admit("speedup.concept").open();
  }

  /** Has the processes of all stages started in the background. */
  public void warmUp() {
    pool.start(WARM);
    managers.prepare();
  }

  /** Whether all that was to be started in the background has started. */
  boolean isWarm() {
    return pool.ready() >= WARM && managers.isReady();
  }

  /** What can be shown, in the order in which it is taught. */
  public static List<Concept> concepts() {
    return Concepts.ALL;
  }

  /** The concept of this id. */
  public static Optional<Concept> concept(String id) {
    return concepts().stream().filter(concept -> concept.id().equals(id)).findFirst();
  }

  /**
   * Begins a stage.
   *
   * @param actors processes of the kind that can be many, 2 to {@link #MOST_ACTORS}; empty for the
   *     usual
   * @throws StageException when it cannot be set up, with what to do
   */
  public Stage open(Concept concept, String variant, OptionalInt actors, Pace pace) {
    if (actors.isPresent() && (actors.getAsInt() < 2 || actors.getAsInt() > MOST_ACTORS)) {
      throw new StageException(
          "a stage has 2 to %d processes of a kind: %d".formatted(MOST_ACTORS, actors.getAsInt()));
    }
    if (concept.variants().stream().noneMatch(one -> one.id().equals(variant))) {
      throw new StageException(
          "%s has no variant \"%s\"; it has %s"
              .formatted(
                  concept.id(),
                  variant,
                  String.join(
                      ", ", concept.variants().stream().map(Concept.Variant::id).toList())));
    }
    var script = new StageScript(actors, launcher, managers);
    try {
      concept.build(script, variant);
      return new LiveStage(
          concept.id(),
          variant,
          script,
          new Troupe(pool),
          pace,
          TIME_LIMIT.plus(LONGER_FOR_EACH.multipliedBy(script.roles.size())));
    } catch (Exception e) {
      script.close();
      throw new StageException(
          "the stage \"%s\" could not be set up: %s".formatted(concept.id(), e.getMessage()), e);
    }
  }

  /** Ends all processes. */
  @Override
  public void close() {
    pool.terminate();
    managers.close();
  }
}
