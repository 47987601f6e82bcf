package speedup.workload;

import static speedup.workload.PipelineState.FETCH;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import speedup.ipc.Connection;
import speedup.ipc.ProcessQueue;

/**
 * The stage that reads rows and sends them into the pipe. It sends again what was lost on its way,
 * and ends the others when all is saved.
 *
 * @param source what is read
 * @param firsts the id of the first row of each batch
 * @param state what is sent already
 * @param pipe where batches go
 * @param queue what it shuts down in the end
 * @param receivers how many processes take from the pipe
 */
public record FetchPart(
    RowSource source,
    long[] firsts,
    PipelineState state,
    Connection pipe,
    ProcessQueue<byte[]> queue,
    int receivers)
    implements FlowPart {
  private static final int PLACE = 0;

  /**
   * So long nobody holds and nobody saves anything, and still not all is saved: what is on its way
   * was in the hands of a process that was killed before it could say so.
   */
  private static final Duration QUIET = Duration.ofSeconds(1);

  @Override
  public long run(FlowLog log) throws FlowException, IOException, InterruptedException {
    var rows = 0L;
    var clock = state.clock(PLACE, log, FETCH, PipelineState.BUSY);
    try (var database = source.open()) {
      rows += sendNew(database, clock);
      while (!state.allSaved()) {
        clock.turnTo(PipelineState.DONE);
        awaitNews();
        clock.turnTo(PipelineState.BUSY);
        rows += sendNew(database, clock);
      }
      clock.turnTo(PipelineState.DONE);
    } catch (SQLException e) {
      throw Sqlite.stopped(source.file(), e);
    }
    for (var i = 0; i < receivers; i++) {
      pipe.sendBytes(TransformPart.LOOK);
    }
    queue.shutdown();
    return rows;
  }

  private void awaitNews() throws InterruptedException {
    var before = state.savedCount();
    if (state.news().await(QUIET)) {
      state.news().clear();
    } else if (before == state.savedCount() && !state.isAnyHeld()) {
      state.renewLost();
    }
  }

  private long sendNew(SourceDatabase database, PipelineState.Clock clock)
      throws FlowException, IOException, InterruptedException {
    var sent = 0L;
    for (var batch = 0; batch < firsts.length; batch++) {
      if (!state.isNew(batch)) {
        continue;
      }
      var rows = source.read(database, batch, firsts[batch]);
      var bytes = rows.toBytes();
      clock.worked(batch, rows.rows(), FETCH, PipelineState.ROOM);
      pipe.sendBytes(bytes);
      clock.turnTo(PipelineState.BUSY);
      state.sent(batch);
      state.rows(FETCH, rows.rows());
      sent += rows.rows();
    }
    return sent;
  }
}
