package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import speedup.ipc.Pipe;
import speedup.ipc.ProcessQueue;

/** A run of a pipeline: its target, what its processes share, and its parts. For one thread. */
final class PipelineRun implements FlowRun<PipelineResult> {
  private final PipelinePlan plan;
  private final int workers;
  private final RunFolder folder;
  private final Path file;
  private final PipelineState state;
  private final Pipe pipe;
  private final ProcessQueue<byte[]> queue;
  private final List<FlowPart> parts = new ArrayList<>();
  private final QueueDepths depths = new QueueDepths();
  private final long began = System.nanoTime();

  /**
   * Makes it all.
   *
   * @param workers processes that transform; 0 for one process that does everything
   */
  PipelineRun(PipelinePlan plan, int workers)
      throws IOException, FlowException, InterruptedException {
    this.plan = plan;
    this.workers = workers;
    state = PipelineState.of(plan.survey().firsts().length);
    pipe = Pipe.oneWay();
    queue = new ProcessQueue<>(plan.capacity());
    folder = RunFolder.in(plan.to().getParent());
    file = folder.newFile();
    var made = false;
    try {
      makeTarget();
      makeParts();
      made = true;
    } finally {
      if (!made) {
        close();
      }
    }
  }

  private void makeTarget() throws FlowException {
    try {
      TargetDatabase.create(plan.source().library(), file.toString()).close();
    } catch (SQLException e) {
      throw TargetDatabase.stopped(file.toString(), e);
    }
  }

  private void makeParts() throws IOException, InterruptedException {
    var source = plan.source();
    var firsts = plan.survey().firsts();
    if (workers == 0) {
      parts.add(new WholePart(source, firsts, file.toString(), state));
      return;
    }
    // uses both ends, so that none is gone while a process of a stage is started anew
    pipe.sender().sendBytes(TransformPart.LOOK);
    pipe.receiver().poll();
    parts.add(new FetchPart(source, firsts, state, pipe.sender(), queue, workers));
    parts.add(new SavePart(source.library(), file.toString(), workers, state, queue));
    for (var i = 0; i < workers; i++) {
      parts.add(new TransformPart(source.rounds(), i, state, pipe.receiver(), queue));
    }
  }

  @Override
  public List<FlowPart> parts() {
    return parts;
  }

  @Override
  public long items(int part) {
    var saves = !(parts.get(part) instanceof FetchPart || parts.get(part) instanceof TransformPart);
    return saves ? plan.survey().rows() : 0;
  }

  @Override
  public long done() {
    depths.add(System.nanoTime() - began, queue.size());
    return Math.min(plan.survey().rows(), state.savedCount() * plan.source().batch());
  }

  @Override
  public PipelineResult result(long nanos) throws IOException, FlowException {
    var saved = readBack();
    if (saved.rows() != plan.survey().rows()) {
      throw new FlowException(
          Words.say(
              "%,d of %,d rows were saved, and no stage said why; run again, and tell us if it"
                  + " stays",
              saved.rows(), plan.survey().rows()));
    }
    folder.move(file, plan.to());
    var stages = new ArrayList<StageFigures>();
    for (var stage = 0; stage < PipelineState.STAGES; stage++) {
      var alone = stage == PipelineState.TRANSFORM ? workers : 1;
      stages.add(StageFigures.of(state, stage, workers == 0 ? 0 : alone, nanos));
    }
    return new PipelineResult(
        saved,
        List.copyOf(stages),
        depths.samples(),
        plan.capacity(),
        state.again(),
        state.dropped(),
        plan.to().toString());
  }

  private SavedRows readBack() throws FlowException {
    try (var target = TargetDatabase.open(plan.source().library(), file.toString())) {
      return target.readBack();
    } catch (SQLException e) {
      throw TargetDatabase.stopped(file.toString(), e);
    }
  }

  @Override
  public void close() {
    pipe.close();
    queue.close();
    state.close();
    folder.close();
  }
}
