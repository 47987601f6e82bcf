package speedup.workload;

import static speedup.workload.PipelineState.TRANSFORM;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import speedup.ipc.Connection;
import speedup.ipc.ProcessQueue;
import speedup.ipc.QueueShutdownException;

/**
 * The stage that computes: from the pipe into the queue. There are as many as there are workers.
 *
 * @param rounds how hard the transformation is
 * @param holder number of this process among those that hold batches
 */
public record TransformPart(
    int rounds, int holder, PipelineState state, Connection pipe, ProcessQueue<byte[]> queue)
    implements FlowPart {
  /** A message without a batch: look whether all is saved. */
  static final byte[] LOOK = {};

  /** The message to look may have been taken by a process that was killed then. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  @Override
  public long run() throws IOException, InterruptedException {
    state.giveBack(holder);
    var clock = state.clock();
    var rows = 0L;
    try {
      while (!state.allSaved()) {
        var message = receive();
        clock.lap(TRANSFORM, PipelineState.INPUT);
        if (message.length > 0 && state.hold(RowBatch.number(message), holder)) {
          var batch = RowBatch.fromBytes(message).transformed(rounds);
          var bytes = batch.toBytes();
          clock.lap(TRANSFORM, PipelineState.BUSY);
          queue.put(bytes);
          clock.lap(TRANSFORM, PipelineState.ROOM);
          state.put(batch.number(), holder);
          state.rows(TRANSFORM, batch.rows());
          rows += batch.rows();
        }
      }
    } catch (QueueShutdownException e) {
      return rows; // all is saved: this was one that came twice
    }
    return rows;
  }

  private byte[] receive() throws IOException, InterruptedException {
    try {
      return pipe.receiveBytes(LOOK_AGAIN);
    } catch (TimeoutException e) {
      return LOOK;
    }
  }
}
