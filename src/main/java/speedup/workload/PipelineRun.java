package speedup.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import speedup.ipc.Pipe;
import speedup.ipc.ProcessQueue;

/** A run of a pipeline: its target, what its processes share, and its parts. For one thread. */
final class PipelineRun implements FlowRun<PipelineResult> {
  private static final double KILO = 1024;

  /** From here on a pipe counts as full: a batch needs some room. */
  private static final double FULL = 0.75;

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
    state = PipelineState.of(plan.survey().firsts().length, Math.max(1, plan.processes(workers)));
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
    for (var i = 0; i < workers; i++) {
      parts.add(new TransformPart(source.rounds(), i, state, pipe.receiver(), queue));
    }
    parts.add(new SavePart(source.library(), file.toString(), workers, state, queue));
  }

  @Override
  public List<FlowPart> parts() {
    return parts;
  }

  @Override
  public FlowLook look() {
    var nanos = System.nanoTime() - began;
    depths.add(nanos, queue.size());
    var stages = stages(nanos);
    var doing = IntStream.range(0, parts.size()).mapToObj(this::doing).toList();
    return new FlowLook(
        Math.min(plan.survey().rows(), state.savedCount() * plan.source().batch()),
        stages.stream().map(StageFigures::look).toList(),
        workers == 0 ? List.of() : stores(doing),
        IntStream.range(0, parts.size())
            .mapToObj(part -> new FlowLook.Part(name(part), doing.get(part)))
            .toList(),
        StageFigures.bottleneck(stages));
  }

  private FlowLook.Doing doing(int part) {
    return switch (state.doing(part)) {
      case PipelineState.BUSY -> FlowLook.Doing.WORKING;
      case PipelineState.ROOM -> FlowLook.Doing.NO_ROOM;
      case PipelineState.DONE -> FlowLook.Doing.DONE;
      default -> FlowLook.Doing.NO_INPUT; // that of a process which has not begun, too
    };
  }

  private List<FlowLook.Store> stores(List<FlowLook.Doing> doing) {
    var underWay = pipe.bytesUnderWay();
    // sending takes a moment too where there is room
    var pipeIsFull = underWay > FULL * pipe.capacityBytes();
    return List.of(
        new FlowLook.Store(
            "pipe",
            underWay / KILO,
            pipe.capacityBytes() / KILO,
            "KiB",
            pipeIsFull && doing.getFirst() == FlowLook.Doing.NO_ROOM),
        new FlowLook.Store(
            "queue",
            queue.size(),
            plan.capacity(),
            plan.capacity() == 1 ? "batch" : "batches",
            doing.subList(1, doing.size() - 1).contains(FlowLook.Doing.NO_ROOM)));
  }

  private String name(int part) {
    return switch (parts.get(part)) {
      case FetchPart _ -> StageFigures.NAMES[PipelineState.FETCH];
      case SavePart _ -> StageFigures.NAMES[PipelineState.SAVE];
      case TransformPart _ ->
          StageFigures.NAMES[PipelineState.TRANSFORM] + (workers == 1 ? "" : " " + part);
      default -> "all stages";
    };
  }

  private List<StageFigures> stages(long nanos) {
    var stages = new ArrayList<StageFigures>();
    for (var stage = 0; stage < PipelineState.STAGES; stage++) {
      var alone = stage == PipelineState.TRANSFORM ? workers : 1;
      stages.add(StageFigures.of(state, stage, workers == 0 ? 0 : alone, nanos));
    }
    return List.copyOf(stages);
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
    return new PipelineResult(
        saved,
        stages(nanos),
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
