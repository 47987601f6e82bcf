package speedup.pool;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import speedup.pool.PoolException.NotTransferable;
import speedup.pool.PoolException.NotTransferable.Part;

/** Every stage of a task and every way to fail in it: what the caller is told. As data. */
final class FaultTable {
  /** When a fault strikes. */
  enum Stage {
    ARGUMENT,
    RUNNING,
    RESULT,
    PARENT,
    START_UP,
    IDLE
  }

  /** What becomes of the item in which a fault strikes. */
  sealed interface Outcome {
    /** It is done all the same. */
    record Whole() implements Outcome {}

    /**
     * It fails.
     *
     * @param type how
     * @param words what the message says
     * @param death whether its process ends with it
     */
    record Fails(Class<? extends PoolException> type, String words, boolean death)
        implements Outcome {}

    /** It could not cross. */
    record Stuck(Part part, boolean inWorker) implements Outcome {}
  }

  /**
   * A stage and a fault.
   *
   * @param item what to give the function; null for stages that no item reaches
   */
  record Cell(Stage stage, Fault fault, Bomb item, Outcome outcome) {
    @Override
    public String toString() {
      return "%s/%s/%s"
          .formatted(stage, fault, item == null ? "" : item.getClass().getSimpleName());
    }
  }

  /** A cell that does not exist, and why. */
  record LeftOut(Stage stage, Set<Fault> faults, String because) {}

  static final Outcome WHOLE = new Outcome.Whole();

  /** Ends of the process; they are the same wherever the task's code is called. */
  private static final Map<Fault, Outcome> DEATHS =
      Map.of(
          Fault.EXIT, died(PoolException.WorkerExited.class, "System.exit(7)"),
          Fault.HALT, died(PoolException.WorkerExited.class, "Runtime.halt(8)"),
          Fault.SIGKILL, died(PoolException.WorkerKilled.class, "SIGKILL"),
          Fault.SIGSEGV, died(PoolException.NativeCrash.class, "SIGSEGV"),
          Fault.FILL_HEAP, died(PoolException.OutOfMemory.class, "ran out of memory"),
          Fault.FILL_HEAP_FOR_GOOD, died(PoolException.OutOfMemory.class, "ran out of memory"));

  private static final Set<Fault> HARMLESS =
      EnumSet.of(
          Fault.CLOSE_OUTPUT,
          Fault.CLOSE_DESCRIPTOR,
          Fault.PRINT_FROM_CHILD,
          Fault.PRINT_MUCH,
          Fault.LEAVE_THREADS);

  private static final Set<Fault> THROWN =
      EnumSet.of(Fault.THROW, Fault.THROW_ERROR, Fault.OVERFLOW_STACK);

  static final List<LeftOut> LEFT_OUT =
      List.of(
          new LeftOut(
              Stage.PARENT,
              EnumSet.complementOf(EnumSet.copyOf(THROWN)),
              "it would strike the caller's own process, which nothing inside it survives"),
          new LeftOut(
              Stage.IDLE,
              EnumSet.of(Fault.FILL_HEAP_FOR_GOOD),
              "the next task finds no memory, and that is a fault while running"));

  private FaultTable() {}

  private static Outcome died(Class<? extends PoolException> type, String words) {
    return new Outcome.Fails(type, words, true);
  }

  /** All stages that an item can reach, and all faults in them. */
  static List<Cell> ofItems() {
    var cells = new ArrayList<Cell>();
    for (var fault : Fault.values()) {
      add(cells, Stage.RUNNING, fault, threw(fault), new Bomb.Running(fault));
      add(
          cells,
          Stage.ARGUMENT,
          fault,
          new Outcome.Stuck(Part.ARGUMENT, true),
          new Bomb.ArgumentRecord(fault),
          new Bomb.ArgumentObject(fault));
      add(
          cells,
          Stage.RESULT,
          fault,
          new Outcome.Stuck(Part.RESULT, true),
          new Bomb.ResultRecord(fault),
          new Bomb.ResultObject(fault));
      if (THROWN.contains(fault)) {
        add(
            cells,
            Stage.PARENT,
            fault,
            new Outcome.Stuck(Part.RESULT, false),
            new Bomb.ParentRecord(fault),
            new Bomb.ParentObject(fault));
      }
    }
    cells.add(
        new Cell(
            Stage.RESULT, null, new Bomb.UnsendableResult(), new Outcome.Stuck(Part.RESULT, true)));
    cells.add(
        new Cell(
            Stage.ARGUMENT,
            null,
            new Bomb.UnsendableArgument(new Object()),
            new Outcome.Stuck(Part.ARGUMENT, false)));
    return cells;
  }

  private static Outcome threw(Fault fault) {
    return new Outcome.Fails(
        PoolException.TaskThrew.class,
        fault == Fault.OVERFLOW_STACK ? "StackOverflowError" : "struck",
        false);
  }

  private static void add(
      List<Cell> cells, Stage stage, Fault fault, Outcome whenThrown, Bomb... items) {
    var outcome =
        fault == Fault.LOOP
            ? died(PoolException.TimedOut.class, "was stopped after")
            : HARMLESS.contains(fault)
                ? WHOLE
                : THROWN.contains(fault) ? whenThrown : DEATHS.get(fault);
    Stream.of(items).map(item -> new Cell(stage, fault, item, outcome)).forEach(cells::add);
  }

  /** What an initializer can do, and whether its pool starts. */
  static List<Cell> ofStartUp() {
    return Stream.of(Fault.values())
        .map(fault ->
            new Cell(
                Stage.START_UP,
                fault,
                null,
                HARMLESS.contains(fault) ? WHOLE : died(PoolException.StartFailed.class, "")))
        .toList();
  }

  /** What a thread that a task left behind can do, and whether its process ends. */
  static List<Cell> ofIdleness() {
    var leftOut =
        LEFT_OUT.stream()
            .filter(out -> out.stage() == Stage.IDLE)
            .flatMap(out -> out.faults().stream())
            .toList();
    return Stream.of(Fault.values())
        .filter(fault -> !leftOut.contains(fault))
        .map(fault ->
            new Cell(
                Stage.IDLE,
                fault,
                new Bomb.Later(fault),
                fault != Fault.FILL_HEAP && DEATHS.get(fault) instanceof Outcome.Fails fails
                    ? fails
                    : WHOLE))
        .toList();
  }

  /** Whether an outcome is what a cell says; the difference in words otherwise. */
  static String difference(Cell cell, Object seen) {
    var right =
        switch (cell.outcome()) {
          case Outcome.Whole _ -> !(seen instanceof Throwable);
          case Outcome.Fails(var type, var words, _) ->
              type.isInstance(seen) && ((PoolException) seen).getMessage().contains(words);
          case Outcome.Stuck(var part, var inWorker) ->
              seen instanceof NotTransferable stuck
                  && stuck.part() == part
                  && stuck.inWorker() == inWorker;
        };
    return right ? circumstancesMissing(cell, seen) : "%s gave %s".formatted(cell, seen);
  }

  private static String circumstancesMissing(Cell cell, Object seen) {
    if (!(seen instanceof PoolException failure)
        || cell.item() instanceof Bomb.UnsendableArgument) {
      return "";
    }
    var where = failure.circumstances();
    var task = where.task().equals("Bomb::work") && !where.argument().isEmpty();
    var process = where.pid() > 0 && where.worker().startsWith("worker ");
    var words =
        !(seen instanceof PoolException.WorkerDied)
            || where.lastWords().stream().anyMatch(line -> line.equals("about to " + cell.fault()));
    return task && process && words ? "" : "%s told %s".formatted(cell, where);
  }
}
