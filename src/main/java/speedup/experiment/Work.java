package speedup.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import speedup.pool.task.TaskFunction;
import speedup.workload.Flow;
import speedup.workload.Limits;
import speedup.workload.Prepared;
import speedup.workload.Stage;

/** A prepared workload in the forms that the engines send to workers. */
final class Work {
  /** Slices of the plain loop in a stage: enough for a smooth progress bar. */
  private static final int LOOP_SLICES = 200;

  /** Chunks of threads in a stage; all of them are in memory at the same time. */
  static final int MOST_CHUNKS = 1_000_000;

  private static final int WARM_UP_SLICES = 64;
  private static final int WARM_UP_SHARE = 1_000;

  private final Prepared<Object, Object, Object> prepared;
  private final List<Stage<Object, Object>> stages;
  private final Optional<Limits> limits;

  @SuppressWarnings("unchecked")
  Work(Prepared<?, ?, ?> prepared, Optional<Limits> limits) {
    this.prepared = (Prepared<Object, Object, Object>) prepared;
    this.stages =
        this.prepared.stages().stream().map(stage -> WatchedTask.around(stage, limits)).toList();
    this.limits = limits;
  }

  /**
   * How often a chunk is tried again whose worker died of it. A person's own code that ended a
   * process would do so again, and each time take as long as it may.
   *
   * @param usual how often for tasks of the program
   */
  int retries(int usual) {
    return limits.isPresent() ? 0 : usual;
  }

  Prepared<Object, Object, Object> prepared() {
    return prepared;
  }

  /** The chain of processes that it is run as instead of in chunks. */
  Optional<Flow<Object>> flow() {
    return prepared.flow();
  }

  List<Stage<Object, Object>> stages() {
    return stages;
  }

  /** Items of all stages. */
  long items() {
    return stages.stream().mapToLong(Stage::items).sum();
  }

  /** Items of the stage that the workers share. */
  long sharedItems() {
    return sharedStage().items();
  }

  private Stage<Object, Object> sharedStage() {
    return stages.stream()
        .reduce((a, b) -> b.items() > a.items() ? b : a)
        .orElseThrow(() -> new IllegalStateException("a workload without a stage"));
  }

  /** A loop around the task of this work, as the pool takes it. */
  <A, R> TaskLoop<A, R> loop(TaskFunction<A, R> loop) {
    return new TaskLoop<>(loop, sharedStage().task());
  }

  /** The input of the sequential program. */
  List<PlainLoop.StageInput> forPlainLoop() {
    return cut(stage -> stage.items() / LOOP_SLICES);
  }

  /**
   * The input of threads, which share the chunks: of so many items, or more where there would be
   * more chunks than fit into one message.
   */
  List<PlainLoop.StageInput> inChunks(long chunkItems) {
    return cut(stage -> threadChunk(stage, chunkItems));
  }

  /** Items in a chunk of threads, where chunks of so many were asked for. */
  long threadChunkItems(long chunkItems) {
    return threadChunk(sharedStage(), chunkItems);
  }

  private static long threadChunk(Stage<Object, Object> stage, long chunkItems) {
    return Math.max(chunkItems, (stage.items() + MOST_CHUNKS - 1) / MOST_CHUNKS);
  }

  private List<PlainLoop.StageInput> cut(ToLongFunction<Stage<Object, Object>> chunkItems) {
    return stages.stream()
        .map(stage -> {
          var cut = new ChunkCut(stage.items(), chunkItems.applyAsLong(stage));
          var slices = new ArrayList<>(cut.chunks());
          var ends = new long[cut.chunks()];
          for (var i = 0; i < ends.length; i++) {
            slices.add(cut.slice(stage, i));
            ends[i] = cut.to(i);
          }
          return new PlainLoop.StageInput(stage.task(), slices, ends);
        })
        .toList();
  }

  /** The sequential program on a few of the warm-up's slices. */
  List<PlainLoop.StageInput> forPlainLoop(WarmUp.Input input, int slices) {
    var count = Math.min(slices, input.slices().size());
    return List.of(
        new PlainLoop.StageInput(
            input.task(),
            input.slices().subList(0, count),
            LongStream.rangeClosed(1, count).toArray()));
  }

  /** Small slices from all over the input. */
  WarmUp.Input forWarmUp(long budgetNanos) {
    var stage = sharedStage();
    var cut = new ChunkCut(stage.items(), stage.items() / WARM_UP_SHARE);
    var count = Math.min(WARM_UP_SLICES, cut.chunks());
    var chosen =
        LongStream.range(0, count).mapToInt(i -> (int) (i * cut.chunks() / count)).toArray();
    var slices = new ArrayList<>(count);
    var lengths = new long[count];
    for (var i = 0; i < count; i++) {
      slices.add(cut.slice(stage, chosen[i]));
      lengths[i] = cut.to(chosen[i]) - cut.from(chosen[i]);
    }
    return new WarmUp.Input(stage.task(), slices, lengths, budgetNanos);
  }
}
