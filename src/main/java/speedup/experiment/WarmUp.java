package speedup.experiment;

import java.util.List;
import speedup.pool.task.TaskFunction;
import speedup.workload.SliceTask;

/** Runs slices round and round until the compiled code is hot, and tells how fast it then is. */
record WarmUp() implements TaskFunction<WarmUp.Input, WarmUp.Output> {
  /**
   * What to run.
   *
   * @param lengths items in each slice
   * @param budgetNanos how long; at least one slice is run
   */
  record Input(
      SliceTask<Object, Object> task, List<Object> slices, long[] lengths, long budgetNanos) {}

  /**
   * How fast it was in the second half.
   *
   * @param items items done
   * @param nanos in this time
   */
  record Output(long items, long nanos) {
    double nanosPerItem() {
      return (double) nanos / items;
    }
  }

  @Override
  public Output apply(Input input) throws Exception {
    var start = System.nanoTime();
    var countedFrom = start;
    var items = 0L;
    var now = start;
    for (var i = 0; now - start < input.budgetNanos(); i = (i + 1) % input.lengths().length) {
      input.task().run(input.slices().get(i));
      items += input.lengths()[i];
      now = System.nanoTime();
      var elapsed = now - start;
      if (countedFrom == start
          && elapsed >= input.budgetNanos() / 2
          && elapsed < input.budgetNanos()) {
        countedFrom = now;
        items = 0;
      }
    }
    return new Output(items, now - countedFrom);
  }
}
