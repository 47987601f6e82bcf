package speedup.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.history.KeptRun;
import speedup.measure.EngineKind;
import speedup.measure.RunTrace;
import speedup.plot.timeline.TimedTrace;
import speedup.ui.Messages;
import speedup.workload.WorkloadWords;
import speedup.workload.Workloads;

/** The runs that can be looked at: those of the last comparisons, and those handed in. */
final class TimelineRuns {
  /** Traces take memory, so only these last ones are kept. */
  static final int MOST = 12;

  private final List<Offer> offers = new ArrayList<>();
  private int comparisons;

  /**
   * A run to choose.
   *
   * @param title what it is called
   * @param threads whether its workers were threads
   * @param trace what they did
   * @param whole the comparison that it belongs to, if any
   */
  record Offer(String title, boolean threads, RunTrace trace, Optional<KeptRun> whole) {
    /** Makes looking at it fast. */
    TimedTrace open() {
      return new TimedTrace(title, threads, trace);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Offer offer && offer.trace == trace;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(trace);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /** All of them, the newest first. */
  List<Offer> offers() {
    return List.copyOf(offers);
  }

  /** Takes a run; returns what it is offered as. */
  Offer add(String title, RunTrace trace) {
    return add(new Offer(title, false, trace, Optional.empty()));
  }

  /**
   * Takes every engine of a comparison.
   *
   * @return the one that it is about in the first place; empty where no trace was kept
   */
  Optional<Offer> add(KeptRun run) {
    comparisons++;
    Optional<Offer> main = Optional.empty();
    for (var engine : run.request().engines().reversed()) {
      var trace = run.traces().get(engine);
      if (trace != null) {
        var title = title(run, engine, trace);
        var offer = add(new Offer(title, engine.threads(), trace, Optional.of(run)));
        boolean first = engine == run.request().main().orElse(EngineKind.SEQUENTIAL);
        main = first || main.isEmpty() ? Optional.of(offer) : main;
      }
    }
    return main;
  }

  private Offer add(Offer offer) {
    offers.remove(offer);
    offers.addFirst(offer);
    while (offers.size() > MOST) {
      offers.removeLast();
    }
    return offer;
  }

  private String title(KeptRun run, EngineKind engine, RunTrace trace) {
    String id = run.request().workload();
    String workload =
        Workloads.all().stream()
            .filter(known -> known.id().equals(id))
            .map(WorkloadWords::title)
            .findFirst()
            .orElse(id);
    String words = Messages.get("run.engine." + engine.id(), trace.lanes().size());
    return Messages.get("timeline.run.title", comparisons, workload, words);
  }
}
