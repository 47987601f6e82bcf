package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A source that is ready to be run through.
 *
 * @param source where rows come from, and what is done with them
 * @param survey what is in it
 * @param capacity the most batches between the last two stages
 * @param to file of the target
 * @param description what the source is
 */
record PipelinePlan(
    RowSource source, SourceSurvey survey, int capacity, Path to, String description)
    implements Prepared<RowSlice, SavedRows, PipelineResult>,
        Stage<RowSlice, SavedRows>,
        Flow<PipelineResult> {
  /** The processes beside those that transform. */
  private static final int ENDS = 2;

  @Override
  public List<Stage<RowSlice, SavedRows>> stages() {
    return List.of(this);
  }

  @Override
  public long items() {
    return survey.rows();
  }

  @Override
  public RowSlice slice(long from, long to) {
    var batch = (int) (from / source.batch());
    return new RowSlice(source, survey.firsts()[batch], from % source.batch(), to - from);
  }

  @Override
  public SliceTask<RowSlice, SavedRows> task() {
    return new RowSlice.Task();
  }

  @Override
  public PipelineResult merge(List<SavedRows> results) {
    return PipelineResult.ofSlices(results.stream().reduce(SavedRows::plus).orElseThrow());
  }

  @Override
  public Optional<Flow<PipelineResult>> flow() {
    return Optional.of(this);
  }

  @Override
  public int processes(int workers) {
    return workers + ENDS;
  }

  @Override
  public long batchItems() {
    return source.batch();
  }

  @Override
  public PipelineRun start(int workers) throws IOException, FlowException, InterruptedException {
    return new PipelineRun(this, workers);
  }

  @Override
  public boolean same(PipelineResult expected, PipelineResult actual) {
    return expected.saved().equals(actual.saved());
  }

  @Override
  public String inWords(PipelineResult result) {
    return result.inWords();
  }

  @Override
  public List<Shown> show(PipelineResult result) {
    return result.show();
  }

  @Override
  public Map<String, Object> inValues(PipelineResult result) {
    return result.inValues();
  }
}
