package speedup.ui.timeline;

import java.util.List;
import java.util.Optional;
import speedup.plot.timeline.Selection;
import speedup.plot.timeline.TimeWindow;
import speedup.plot.timeline.TimedTrace;
import speedup.plot.timeline.TimelineState;

/** What a person does to a timeline: moves, looks closer, steps, measures. For one thread. */
public final class TimelineModel {
  private static final double STEP = 0.1;
  private static final double CLOSER = 0.8;

  private final Runnable changed;
  private Optional<TimelineState> state = Optional.empty();

  /**
   * A timeline without a run.
   *
   * @param changed is told of every change
   */
  public TimelineModel(Runnable changed) {
    this.changed = changed;
  }

  /** What is shown; empty before the first run. */
  public Optional<TimelineState> state() {
    return state;
  }

  /** Shows all of these runs, one or two; nothing where there are none. */
  public void show(List<TimedTrace> runs) {
    state = runs.isEmpty() ? Optional.empty() : Optional.of(TimelineState.of(runs));
    changed.run();
  }

  private void set(TimelineState next) {
    if (!state.equals(Optional.of(next))) {
      state = Optional.of(next);
      changed.run();
    }
  }

  /** Shows another stretch of time, as far as the runs reach. */
  public void look(TimeWindow window) {
    state.ifPresent(now -> set(now.withWindow(window.within(now.bounds()))));
  }

  /**
   * Looks closer or from further away.
   *
   * @param at the moment that stays where it is
   * @param factor below 1 for a closer look
   */
  public void zoom(long at, double factor) {
    state.ifPresent(now -> set(now.withWindow(now.window().zoom(at, factor, now.bounds()))));
  }

  /** A step closer to the selected chunk, or to the middle. */
  public void zoomIn() {
    state.ifPresent(now -> zoom(middle(now), CLOSER));
  }

  /** A step away from the selected chunk, or from the middle. */
  public void zoomOut() {
    state.ifPresent(now -> zoom(middle(now), 1 / CLOSER));
  }

  private static long middle(TimelineState now) {
    var window = now.window();
    return now.selection()
        .map(selection -> stretch(now, selection))
        .map(chunk -> chunk.from() + chunk.span() / 2)
        .filter(window::contains)
        .orElse(window.from() + window.span() / 2);
  }

  /** Moves by a share of what is visible; below 0 to earlier times. */
  public void pan(double share) {
    state.ifPresent(now -> {
      long by = Math.round(share * now.window().span());
      set(now.withWindow(now.window().pan(by, now.bounds())));
    });
  }

  /** A step to earlier times. */
  public void earlier() {
    pan(-STEP);
  }

  /** A step to later times. */
  public void later() {
    pan(STEP);
  }

  /** Shows everything. */
  public void fit() {
    state.ifPresent(now -> set(now.withWindow(now.bounds())));
  }

  /** Fills the window with the selected chunk and the wait before it. */
  public void fitSelection() {
    state.ifPresent(now ->
        now.selection()
            .ifPresent(selection -> {
              var chunk = stretch(now, selection);
              long from =
                  now.runs()
                      .get(selection.run())
                      .wait(selection.lane(), selection.chunk())
                      .map(wait -> Math.min(wait.from(), wait.releasedAt()))
                      .orElse(chunk.from());
              long room = (chunk.to() - from) / 5 + 1;
              var wanted = new TimeWindow(from - room, chunk.to() + room);
              set(now.withWindow(wanted.zoom(chunk.from(), 1, now.bounds())));
            }));
  }

  /** Selects the chunk of a lane that is under way at a moment, or the next one. */
  public void select(int run, int lane, long time) {
    state.ifPresent(now -> {
      int chunk = now.runs().get(run).profile(lane).chunkAt(time);
      set(now.withSelection(Optional.of(new Selection(run, lane, chunk))));
    });
  }

  /** Goes to a later chunk of the lane, or to an earlier one; begins with what is visible. */
  public void step(int by) {
    state.ifPresent(now -> {
      var present = now.selection().orElse(null);
      if (present == null) {
        select(0, 0, now.window().from());
      } else {
        var profile = now.runs().get(present.run()).profile(present.lane());
        int next = Math.clamp(present.chunk() + by, profile.firstChunk(), profile.endOfChunks());
        set(now.withSelection(Optional.of(new Selection(present.run(), present.lane(), next))));
      }
      reveal();
    });
  }

  /** Goes to the lane above or below, to the chunk there at the same time. */
  public void changeLane(int by) {
    state.ifPresent(now -> {
      var present = now.selection().orElse(null);
      if (present == null) {
        select(0, 0, now.window().from());
        return;
      }
      long time = stretch(now, present).from();
      int lane = present.lane() + by;
      int run = present.run();
      if (lane < 0 && run > 0) {
        run--;
        lane = now.runs().get(run).lanes() - 1;
      } else if (lane >= now.runs().get(run).lanes() && run + 1 < now.runs().size()) {
        run++;
        lane = 0;
      }
      select(run, Math.clamp(lane, 0, now.runs().get(run).lanes() - 1), time);
    });
  }

  private void reveal() {
    state.ifPresent(now ->
        now.selection()
            .ifPresent(selection -> {
              var window = now.window().showing(stretch(now, selection), now.bounds());
              set(now.withWindow(window));
            }));
  }

  /** When the selected chunk ran; the rest of the run after the last one. */
  public static TimeWindow stretch(TimelineState state, Selection selection) {
    var run = state.runs().get(selection.run());
    var profile = run.profile(selection.lane());
    if (selection.isTail(profile)) {
      boolean any = profile.endOfChunks() > profile.firstChunk();
      long from = any ? profile.ended(profile.endOfChunks() - 1) : 0;
      return TimeWindow.between(from, Math.max(from, run.workLength()));
    }
    return TimeWindow.between(
        profile.started(selection.chunk()),
        Math.max(profile.started(selection.chunk()), profile.ended(selection.chunk())));
  }

  /** Measures between two moments. */
  public void measure(long one, long other) {
    state.ifPresent(now -> {
      var bounds = now.bounds();
      long from = Math.clamp(one, bounds.from(), bounds.to());
      long to = Math.clamp(other, bounds.from(), bounds.to());
      set(now.withRuler(Optional.of(TimeWindow.between(from, to))));
    });
  }

  /** Measures the selected chunk, or else the middle third of what is visible. */
  public void measureSelection() {
    state.ifPresent(now -> {
      var window = now.window();
      var stretch =
          now.selection()
              .map(selection -> stretch(now, selection))
              .orElse(
                  new TimeWindow(
                      window.from() + window.span() / 3, window.to() - window.span() / 3));
      measure(stretch.from(), stretch.to());
    });
  }

  /** Moves the end of what is measured by a share of what is visible. */
  public void stretchRuler(double share) {
    state.ifPresent(now ->
        now.ruler()
            .ifPresentOrElse(
                ruler -> {
                  long by = Math.round(share * now.window().span());
                  measure(ruler.from(), Math.max(ruler.from() + 1, ruler.to() + by));
                },
                this::measureSelection));
  }

  /** Takes the ruler away, or else the selection. */
  public void clear() {
    state.ifPresent(now -> {
      if (now.ruler().isPresent()) {
        set(now.withRuler(Optional.empty()));
      } else {
        set(now.withSelection(Optional.empty()));
      }
    });
  }
}
