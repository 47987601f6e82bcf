package speedup.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.experiment.EngineReport;
import speedup.experiment.RunReport;
import speedup.measure.EngineKind;
import speedup.measure.RunTrace;
import speedup.plot.timeline.TimedTrace;
import speedup.ui.Messages;
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
   * @param report the comparison that it belongs to, if any
   */
  record Offer(String title, boolean threads, RunTrace trace, Optional<RunReport> report) {
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

  /** Takes every engine of a comparison; returns the one that it is about in the first place. */
  Offer add(RunReport report) {
    comparisons++;
    Offer main = null;
    for (var engine : report.engines().reversed()) {
      var offer =
          add(
              new Offer(
                  title(report, engine),
                  engine.engine().threads(),
                  engine.median(),
                  Optional.of(report)));
      if (main == null
          || engine.engine() == report.request().main().orElse(EngineKind.SEQUENTIAL)) {
        main = offer;
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

  private String title(RunReport report, EngineReport engine) {
    String workload =
        Workloads.all().stream()
            .filter(known -> known.id().equals(report.request().workload()))
            .map(known -> known.title())
            .findFirst()
            .orElse(report.request().workload());
    String words = Messages.get("run.engine." + engine.engine().id(), engine.workers());
    return Messages.get("timeline.run.title", comparisons, workload, words);
  }
}
