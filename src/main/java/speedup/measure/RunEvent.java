package speedup.measure;

import java.util.List;

/**
 * Something that happened in an experiment, in the order in which it happened. Worker events of one
 * run arrive from several threads, so a listener is thread-safe. Times as in {@link PoolEvent}.
 */
public sealed interface RunEvent {
  /** The experiment turned to something else. */
  record PhaseStarted(long at, Phase phase) implements RunEvent {}

  /** How far the present phase is, 0 to 1, or NaN where that is not known. */
  record PhaseProgress(long at, double fraction, String detail) implements RunEvent {}

  /**
   * The input is there.
   *
   * @param items how many items a run works through
   * @param chunkItems items in a chunk
   * @param notes things about the input that the person should know, such as skipped lines
   */
  record InputReady(long at, long items, long chunkItems, String description, List<String> notes)
      implements RunEvent {}

  /**
   * A run begins.
   *
   * @param repeat from 1; 0 for a run that is not counted
   */
  record RunStarted(long at, EngineKind engine, int workers, int repeat, int repeats, long items)
      implements RunEvent {}

  /** A worker of the present run, or of the pool between runs. */
  record OfWorker(PoolEvent event) implements RunEvent {}

  /**
   * The sequential run has finished so many items.
   *
   * @param done items
   */
  record SequentialProgress(long at, long done) implements RunEvent {}

  /**
   * How a chain of processes is doing, or the sequential run of its workload; some tens of times a
   * second.
   *
   * @param done items
   * @param workers who is at each of its parts, by part; -1 for nobody
   * @param look what the workload tells of its stages; its type is between the two
   */
  record ChainProgress(long at, long done, List<Integer> workers, Object look) implements RunEvent {
    /** Copies the list. */
    public ChainProgress {
      workers = List.copyOf(workers);
    }
  }

  /** The result of one chunk of a parallel run, for workloads that show results as they arrive. */
  record PartialResult(long at, int worker, Object value) implements RunEvent {}

  /** A counted run is over and its result was equal to that of the first one. */
  record RunFinished(long at, TimedRun run, List<WorkerStats> workers) implements RunEvent {
    /** Engine, workers and wall time. */
    public Sample sample() {
      return run.sample();
    }

    /** Where its time went. */
    public Breakdown breakdown() {
      return run.breakdown();
    }
  }
}
