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
  public long run(FlowLog log) throws IOException, InterruptedException {
    state.giveBack(holder);
    var clock = state.clock(holder + 1, log, TRANSFORM, PipelineState.INPUT);
    var rows = 0L;
    try {
      while (!state.allSaved()) {
        var message = receive();
        clock.turnTo(PipelineState.BUSY);
        if (message.length > 0 && state.hold(RowBatch.number(message), holder)) {
          var batch = RowBatch.fromBytes(message).transformed(rounds);
          var bytes = batch.toBytes();
          var isRoom = queue.offer(bytes);
          clock.worked(
              batch.number(),
              batch.rows(),
              TRANSFORM,
              isRoom ? PipelineState.BUSY : PipelineState.ROOM);
          if (!isRoom) {
            queue.put(bytes);
          }
          state.put(batch.number(), holder);
          state.rows(TRANSFORM, batch.rows());
          rows += batch.rows();
        }
        clock.turnTo(PipelineState.INPUT);
      }
    } catch (QueueShutdownException e) {
      // all is saved: this was one that came twice
    }
    clock.turnTo(PipelineState.DONE);
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
