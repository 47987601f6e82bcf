package speedup.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.measure.Wait;
import speedup.plot.Texts;
import speedup.plot.timeline.Selection;
import speedup.plot.timeline.TimeWindow;
import speedup.plot.timeline.TimedTrace;
import speedup.plot.timeline.TimelineState;
import speedup.ui.Messages;

/** What is told of a timeline in words. */
final class TimelineWords {
  private TimelineWords() {}

  /** A name and what it is. */
  record Fact(String name, String value) {}

  /** The selected chunk, fact by fact. */
  static List<Fact> facts(TimelineState state, Selection selection) {
    var run = state.runs().get(selection.run());
    var lane = run.lane(selection.lane());
    var profile = run.profile(selection.lane());
    var facts = new ArrayList<Fact>();
    boolean tail = selection.isTail(profile);
    if (!tail) {
      int chunk = selection.chunk();
      long start = run.trace().runStart();
      facts.add(fact("chunk", Integer.toString(lane.chunk(chunk))));
      facts.add(fact("items", Messages.get("timeline.number", lane.items(chunk))));
      facts.add(fact("started", moment(lane.started(chunk) - start)));
      facts.add(fact("duration", length(lane.ended(chunk) - lane.started(chunk))));
      facts.add(fact("read", length(lane.deserialiseNanos(chunk))));
      facts.add(fact("compute", length(lane.computeNanos(chunk))));
      facts.add(fact("write", length(lane.serialiseNanos(chunk))));
      if (!lane.finished(chunk)) {
        facts.add(fact("end", Messages.get("timeline.fact.broken")));
      }
    }
    facts.add(fact("worker", run.name(selection.lane())));
    long pid = run.pid(selection.lane(), TimelineModel.stretch(state, selection).from());
    if (pid >= 0) {
      facts.add(fact("pid", Long.toString(pid)));
    }
    return facts;
  }

  private static Fact fact(String name, String value) {
    return new Fact(Messages.get("timeline.fact." + name), value);
  }

  /** The heading of what is selected. */
  static String heading(TimelineState state, Selection selection) {
    var run = state.runs().get(selection.run());
    var profile = run.profile(selection.lane());
    if (selection.isTail(profile)) {
      return Messages.get("timeline.selected.tail", run.name(selection.lane()));
    }
    int number = run.lane(selection.lane()).chunk(selection.chunk());
    return Messages.get("timeline.selected", Integer.toString(number), run.name(selection.lane()));
  }

  /** The wait before the selected chunk, and what ended it. */
  static String wait(TimelineState state, Selection selection) {
    var run = state.runs().get(selection.run());
    return run.wait(selection.lane(), selection.chunk())
        .map(wait -> sentence(run, wait))
        .orElseGet(() -> Messages.get("timeline.wait.none"));
  }

  private static String sentence(TimedTrace run, Wait wait) {
    String nanos = length(wait.nanos());
    if (wait.chunk() < 0) {
      String key = "timeline.wait." + wait.cause().name().toLowerCase(java.util.Locale.ROOT);
      return Messages.get(
          wait.cause() == Wait.Cause.LAST_CHUNK ? key + ".none" : key,
          nanos,
          length(wait.to() - wait.releasedAt()));
    }
    return Messages.get(
        "timeline.wait." + wait.cause().name().toLowerCase(java.util.Locale.ROOT),
        nanos,
        Integer.toString(run.lane(wait.lane()).chunk(wait.chunk())),
        run.name(wait.lane()));
  }

  /** What is visible of a run, in a line. */
  static String summary(TimedTrace run, TimeWindow visible) {
    var window = inRun(run, visible);
    if (window.isEmpty()) {
      return Messages.get("timeline.summary.none", run.title());
    }
    double seconds = window.get().span() / 1e9;
    var times = run.times(window.get());
    double busy = (times.compute() + times.serialise()) / 1e9 / seconds;
    return Messages.get(
        "timeline.summary",
        run.title(),
        length(window.get().span()),
        run.chunksIn(window.get()),
        Texts.number(busy, 2),
        run.lanes(),
        Math.round(run.items(window.get()) / seconds));
  }

  /** What lies under the ruler. */
  static String ruler(TimelineState state, TimeWindow ruler) {
    var parts = new ArrayList<String>();
    for (var run : state.runs()) {
      var times = run.times(ruler);
      double all = Math.max(1, times.total());
      parts.add(
          Messages.get(
              "timeline.ruler",
              run.chunksIn(ruler),
              run.items(ruler),
              Texts.percent(times.compute() / all),
              Texts.percent(times.serialise() / all),
              Texts.percent((times.waiting() + times.idleTail()) / all)));
    }
    String from =
        Messages.get(
            "timeline.ruler.range", length(ruler.span()), moment(ruler.from()), moment(ruler.to()));
    return String.join("\n", List.of(from, String.join("\n", parts)));
  }

  private static Optional<TimeWindow> inRun(TimedTrace run, TimeWindow window) {
    long from = window.from();
    long to = Math.min(window.to(), run.all().to());
    return to > from ? Optional.of(new TimeWindow(from, to)) : Optional.empty();
  }

  /** A duration in the unit that suits it. */
  static String length(long nanos) {
    return Texts.seconds(nanos / 1e9);
  }

  /** A moment since the start, to the microsecond. */
  static String moment(long nanos) {
    return Messages.get("timeline.moment", nanos / 1e6);
  }
}
