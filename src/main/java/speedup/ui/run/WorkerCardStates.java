package speedup.ui.run;

import java.util.Optional;
import speedup.measure.PoolEvent;
import speedup.ui.Messages;

/** Puts what is known of a worker into the words of its card. */
final class WorkerCardStates {
  private WorkerCardStates() {}

  static WorkerCardState of(WorkerWatch.Look look) {
    return new WorkerCardState(
        look.worker(),
        Math.max(0, look.pid()),
        switch (look.state()) {
          case STARTING -> WorkerCardState.State.STARTING;
          case READY -> WorkerCardState.State.READY;
          case WORKING -> WorkerCardState.State.WORKING;
          case DIED -> WorkerCardState.State.DIED;
          case LEFT -> WorkerCardState.State.LEFT;
        },
        look.chunk() < 0 ? "" : Messages.get("run.job", look.chunk() + 1),
        look.itemsPerSecond(),
        100 * look.cpuShare(),
        look.residentBytes(),
        look.heapUsed(),
        look.lines(),
        look.allLines(),
        death(look),
        look.thread());
  }

  private static Optional<WorkerCardState.Death> death(WorkerWatch.Look look) {
    var died = Optional.ofNullable(look.death());
    return look.gaveUp() == null
        ? died.map(last -> death(last, how(last)))
        : died.map(last -> death(last, look.gaveUp()))
            .or(() ->
                Optional.of(
                    new WorkerCardState.Death(
                        look.gaveUp(), "", "", WorkerCardState.Lost.NOTHING)));
  }

  private static WorkerCardState.Death death(PoolEvent.Died died, String how) {
    var words = died.lastWords();
    return new WorkerCardState.Death(
        how,
        died.chunk().isPresent() ? Messages.get("run.died.chunk", died.chunk().getAsInt() + 1) : "",
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
