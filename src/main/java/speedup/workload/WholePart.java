package speedup.workload;

import static speedup.workload.PipelineState.BUSY;
import static speedup.workload.PipelineState.FETCH;
import static speedup.workload.PipelineState.SAVE;
import static speedup.workload.PipelineState.TRANSFORM;

import java.sql.SQLException;

/**
 * The sequential program: all three stages in one process, one after the other for each batch.
 *
 * @param firsts the id of the first row of each batch
 * @param target file of the target, made already
 */
public record WholePart(RowSource source, long[] firsts, String target, PipelineState state)
    implements FlowPart {
  private static final int HOLDER = 0;

  @Override
  public long run(FlowLog log) throws FlowException, InterruptedException {
    var done = 0L;
    try (var input = source.open();
        var output = TargetDatabase.open(source.library(), target)) {
      SavePart.goOn(output, state, HOLDER);
      var clock = state.clock(HOLDER, log, FETCH, BUSY);
      for (var number = 0; number < firsts.length; number++) {
        if (state.isSaved(number)) {
          continue;
        }
        var fetched = source.read(input, number, firsts[number]);
        state.rows(FETCH, fetched.rows());
        clock.turnTo(TRANSFORM, BUSY);
        var batch = fetched.transformed(source.rounds());
        state.rows(TRANSFORM, batch.rows());
        clock.turnTo(SAVE, BUSY);
        done += SavePart.save(output, batch, state);
        clock.worked(number, batch.rows(), FETCH, BUSY);
      }
    } catch (SQLException e) {
      throw TargetDatabase.stopped(target, e);
    }
    return done;
  }
}
