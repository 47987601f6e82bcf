package speedup.ui.run;

import java.util.Optional;
import speedup.measure.PoolEvent;
import speedup.ui.Messages;
import speedup.workload.FlowLook;

/** Puts what is known of a worker into the words of its card. */
final class WorkerCardStates {
  private WorkerCardStates() {}

  /**
   * A card.
   *
   * @param chain knows which stage it is, where it is one
   */
  static WorkerCardState of(WorkerWatch.Look look, ChainWatch chain) {
    var part = chain.part(look.worker());
    var name = chain.name(look.worker());
    return new WorkerCardState(
        look.worker(),
        Math.max(0, look.pid()),
        switch (look.state()) {
          case STARTING -> WorkerCardState.State.STARTING;
          case READY -> part.isPresent() ? working(part) : WorkerCardState.State.READY;
          case WORKING -> working(part);
          case DIED -> WorkerCardState.State.DIED;
          case LEFT -> WorkerCardState.State.LEFT;
        },
        part.map(present -> doing(present, look))
            .or(() -> name) // the stage that it was
            .orElseGet(() -> look.chunk() < 0 ? "" : Messages.get("run.job", look.chunk() + 1)),
        look.itemsPerSecond(),
        100 * look.cpuShare(),
        look.residentBytes(),
        look.heapUsed(),
        look.lines(),
        look.allLines(),
        death(look, name),
        look.thread());
  }

  private static WorkerCardState.State working(Optional<FlowLook.Part> part) {
    return part.isPresent() && part.get().doing() != FlowLook.Doing.WORKING
        ? WorkerCardState.State.READY
        : WorkerCardState.State.WORKING;
  }

  private static String doing(FlowLook.Part part, WorkerWatch.Look look) {
    return switch (part.doing()) {
      case WORKING -> Messages.get("run.part.working", part.name(), Math.max(0, look.chunk()) + 1);
      case NO_INPUT -> Messages.get("run.part.no-input", part.name());
      case NO_ROOM -> Messages.get("run.part.no-room", part.name());
      case DONE -> Messages.get("run.part.done", part.name());
    };
  }

  private static Optional<WorkerCardState.Death> death(
      WorkerWatch.Look look, Optional<String> name) {
    var died = Optional.ofNullable(look.death());
    return look.gaveUp() == null
        ? died.map(last -> death(last, how(last), name))
        : died.map(last -> death(last, look.gaveUp(), name))
            .or(() ->
                Optional.of(
                    new WorkerCardState.Death(
                        look.gaveUp(), "", "", WorkerCardState.Lost.NOTHING)));
  }

  private static WorkerCardState.Death death(
      PoolEvent.Died died, String how, Optional<String> name) {
    var words = died.lastWords();
    return new WorkerCardState.Death(
        how,
        died.chunk().isPresent()
            ? Messages.get("run.died.chunk", died.chunk().getAsInt() + 1)
            : name.map(stage -> Messages.get("run.died.stage", stage)).orElse(""),
        words.isEmpty() ? "" : words.getLast(),
        died.chunk().isEmpty()
            ? WorkerCardState.Lost.NOTHING
            : died.retried() ? WorkerCardState.Lost.PASSED_ON : WorkerCardState.Lost.CHUNK);
  }

  private static String how(PoolEvent.Died died) {
    var pid = Long.toString(died.pid());
    var ending = died.exit().inWords();
    return died.why().equals(ending)
        ? Messages.get("run.died.alone", pid, ending)
        : Messages.get("run.died.how", pid, ending, died.why());
  }
}
