package speedup.ui.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import speedup.measure.RunEvent;
import speedup.ui.chart.FillTrack;
import speedup.ui.chart.StagesChart;
import speedup.workload.FlowLook;

/**
 * What is known of the present or last chain of processes, kept up to date by its events.
 * Thread-safe.
 */
final class ChainWatch {
  /** How much the past counts: what comes and goes within some looks is not told of. */
  private static final double MEMORY = 0.85;

  // all guarded by this
  private long start;
  private boolean underWay;
  private FlowLook look;
  private List<Integer> workers = List.of();
  private final Map<Integer, String> names = new HashMap<>();
  private List<FillTrack> tracks = List.of();
  private double[] held = {};
  private double seconds;

  /** Another run begins; the last chain stays to be looked at until there is another one. */
  synchronized void begin(long at) {
    start = at;
    underWay = false;
    workers = List.of();
  }

  synchronized void accept(RunEvent.ChainProgress progress) {
    if (!(progress.look() instanceof FlowLook now) || now.stores().isEmpty()) {
      return;
    }
    if (!underWay) {
      underWay = true;
      names.clear();
      held = new double[now.stores().size()];
      tracks = new ArrayList<>();
      now.stores().forEach(_ -> tracks.add(new FillTrack()));
    }
    look = now;
    workers = progress.workers();
    for (var part = 0; part < workers.size(); part++) {
      if (workers.get(part) >= 0) {
        names.put(workers.get(part), now.parts().get(part).name());
      }
    }
    seconds = Math.max(1, progress.at() - start) / 1e9;
    for (var i = 0; i < held.length; i++) {
      var store = now.stores().get(i);
      tracks.get(i).add(seconds, store.fill(), store.blocked());
      held[i] = MEMORY * held[i] + (store.blocked() ? 1 - MEMORY : 0);
    }
  }

  /** The run is over; nobody is held back any more. */
  synchronized void finish() {
    workers = List.of();
    held = new double[held.length];
  }

  /** What to draw; empty where there was no chain. */
  synchronized Optional<StagesChart.Data> data() {
    if (look == null) {
      return Optional.empty();
    }
    var isHeld = new ArrayList<Boolean>();
    for (var share : held) {
      isHeld.add(share > 0.5);
    }
    return Optional.of(
        new StagesChart.Data(
            look, tracks.stream().map(FillTrack::points).toList(), isHeld, seconds));
  }

  /** The part that a worker is at just now. */
  synchronized Optional<FlowLook.Part> part(int worker) {
    var at = workers.indexOf(worker);
    return at < 0 ? Optional.empty() : Optional.of(look.parts().get(at));
  }

  /** The name of the part that a worker was at last, in the present or last chain. */
  synchronized Optional<String> name(int worker) {
    return Optional.ofNullable(names.get(worker));
  }
}
