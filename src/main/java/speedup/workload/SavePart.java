package speedup.workload;

import static speedup.workload.PipelineState.SAVE;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import speedup.ipc.ProcessQueue;

/**
 * The stage that writes: from the queue into the target, a batch a transaction.
 *
 * @param library folder of the native library
 * @param file the target, made already
 * @param holder number of this process among those that hold batches
 */
public record SavePart(
    String library, String file, int holder, PipelineState state, ProcessQueue<byte[]> queue)
    implements FlowPart {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  @Override
  public long run(FlowLog log) throws FlowException, IOException, InterruptedException {
    var rows = 0L;
    try (var target = TargetDatabase.open(library, file)) {
      goOn(target, state, holder);
      var clock = state.clock(holder + 1, log, SAVE, PipelineState.INPUT);
      while (!state.allSaved()) {
        var message = queue.poll(LOOK_AGAIN);
        clock.turnTo(PipelineState.BUSY);
        if (message != null && state.hold(RowBatch.number(message), holder)) {
          var batch = RowBatch.fromBytes(message);
          rows += save(target, batch, state);
          clock.worked(batch.number(), batch.rows(), SAVE, PipelineState.INPUT);
        } else {
          clock.turnTo(PipelineState.INPUT);
        }
      }
      clock.turnTo(PipelineState.DONE);
    } catch (SQLException e) {
      throw TargetDatabase.stopped(file, e);
    }
    state.news().set();
    return rows;
  }

  /** A process begins: what the target has was saved by one before it. */
  static void goOn(TargetDatabase target, PipelineState state, int holder) throws SQLException {
    var count = new long[1];
    target.eachSaved(number -> {
      state.saved(number);
      count[0]++;
    });
    state.savedCount(count[0]);
    state.giveBack(holder);
  }

  /** Saves a batch and says so, in this order: what is said to be saved is. */
  static int save(TargetDatabase target, RowBatch batch, PipelineState state) throws SQLException {
    var isNew = target.save(batch);
    state.saved(batch.number());
    if (isNew) {
      state.rows(SAVE, batch.rows());
    }
    return isNew ? batch.rows() : 0;
  }
}
