package speedup.ui.scaling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.plot.Chart;
import speedup.plot.ChunkChart;
import speedup.plot.Pickable;
import speedup.plot.PlaceFigureChart;
import speedup.plot.ScalingChart;
import speedup.plot.SizeChart;
import speedup.plot.StudyFigureChart;
import speedup.plot.WeakChart;
import speedup.scaling.ChunkPoint;
import speedup.scaling.ChunkStudy;
import speedup.scaling.Found;
import speedup.scaling.ScalingPoint;
import speedup.scaling.ScalingStudy;
import speedup.scaling.SizePoint;
import speedup.scaling.SizeStudy;
import speedup.scaling.Verdict;
import speedup.scaling.Waterfall;
import speedup.scaling.WeakPoint;
import speedup.scaling.WeakStudy;
import speedup.ui.Messages;

/**
 * What the runs of a study show, whether all of them are there or only the first.
 *
 * @param request what was asked for
 * @param runs so far
 * @param items of one run
 * @param study what was found in them
 * @param machine what they ran on
 */
public record Finding(
    SweepRequest request, List<TimedRun> runs, long items, Study study, Cores machine) {
  /** Small charts of a study of any kind. */
  static final int FIGURES = 4;

  /**
   * The cores of the machine.
   *
   * @param physical that compute on their own
   * @param logical as the system counts them
   */
  public record Cores(int physical, int logical) {}

  /** A study of one kind. */
  public sealed interface Study {
    /** Worker counts; with the chart, as its bands are worked out only once. */
    record Strong(ScalingStudy study, ScalingChart chart) implements Study {}

    /** Worker counts with a growing problem. */
    record Weak(WeakStudy study) implements Study {}

    /** Chunk sizes. */
    record Chunks(ChunkStudy study) implements Study {}

    /** Problem sizes. */
    record Sizes(SizeStudy study) implements Study {}
  }

  /** Copies the list. */
  public Finding {
    runs = List.copyOf(runs);
  }

  /** Works it out, which takes some tens of milliseconds. */
  static Finding of(
      SweepRequest request, StudyMode mode, List<TimedRun> runs, long items, Cores machine) {
    var engine = request.engine();
    var study =
        switch (mode) {
          case STRONG -> {
            var found = ScalingStudy.of(runs, engine, machine.physical, machine.logical);
            yield new Study.Strong(found, ScalingChart.of(found));
          }
          case WEAK -> new Study.Weak(WeakStudy.of(runs, engine, machine.physical));
          case CHUNKS ->
              new Study.Chunks(
                  ChunkStudy.of(runs, engine, request.workers().getLast(), Math.max(1, items)));
          case SIZES -> new Study.Sizes(SizeStudy.of(runs, engine, request.workers().getLast()));
        };
    return new Finding(request, runs, Math.max(1, items), study, machine);
  }

  /** The study of worker counts, where it is one. */
  Optional<ScalingStudy> strong() {
    return study instanceof Study.Strong(var found, _) ? Optional.of(found) : Optional.empty();
  }

  /** Whether all runs that were asked for are there. */
  boolean complete() {
    return runs.size() == request.runs();
  }

  /** The points that one can look at more closely, ascending. */
  List<Long> places() {
    return switch (study) {
      case Study.Strong(var found, _) ->
          found.points().stream().map(ScalingPoint::workers).map(Integer::longValue).toList();
      case Study.Weak(var found) ->
          found.points().stream()
              .map(WeakPoint::workers)
              .filter(workers -> workers > 1)
              .map(Integer::longValue)
              .toList();
      case Study.Chunks(var found) -> found.points().stream().map(ChunkPoint::chunkItems).toList();
      case Study.Sizes(var found) ->
          found.points().stream().map(SizePoint::size).map(Integer::longValue).toList();
    };
  }

  /** The one to look at first: the most workers that have a core each; the best chunk. */
  OptionalLong firstPlace() {
    var places = places();
    if (places.isEmpty()) {
      return OptionalLong.empty();
    }
    if (study instanceof Study.Chunks(var found)) {
      return OptionalLong.of(found.best().value().orElseThrow().chunkItems());
    }
    if (study instanceof Study.Sizes) {
      return OptionalLong.of(places.getLast());
    }
    return OptionalLong.of(
        places.stream()
            .filter(workers -> workers <= machine.physical)
            .reduce((_, last) -> last)
            .orElse(places.getFirst()));
  }

  /** The main chart, with a ring around a place. */
  Pickable chart(OptionalLong place) {
    var whole = place.isPresent() ? OptionalInt.of((int) place.getAsLong()) : OptionalInt.empty();
    return switch (study) {
      case Study.Strong(_, var chart) ->
          whole.isPresent() ? chart.choosing(whole.getAsInt()) : chart;
      case Study.Weak(var found) -> new WeakChart(found, machine.logical, whole);
      case Study.Chunks(var found) -> new ChunkChart(found, place);
      case Study.Sizes(var found) -> new SizeChart(found, whole);
    };
  }

  /** The small charts under the main one, at most {@link #FIGURES}. */
  List<? extends Chart> figures() {
    return switch (study) {
      case Study.Strong(var found, _) ->
          Stream.of(StudyFigureChart.Figure.values())
              .map(figure -> new StudyFigureChart(found, figure))
              .toList();
      case Study.Weak(var found) -> PlaceFigureChart.of(found, machine.logical);
      case Study.Chunks(var found) -> PlaceFigureChart.of(found);
      case Study.Sizes(var found) -> PlaceFigureChart.of(found);
    };
  }

  /** The run of a place whose time is the median. */
  Optional<TimedRun> medianRun(long place) {
    return switch (study) {
      case Study.Strong(var found, _) -> found.point((int) place).map(ScalingPoint::medianRun);
      case Study.Weak(var found) ->
          found.points().stream()
              .filter(point -> point.workers() == place)
              .map(WeakPoint::medianRun)
              .findFirst();
      case Study.Chunks(var found) ->
          found.points().stream()
              .filter(point -> point.chunkItems() == place)
              .map(ChunkPoint::medianRun)
              .findFirst();
      case Study.Sizes(var found) ->
          found.points().stream()
              .filter(point -> point.size() == place)
              .map(SizePoint::medianRun)
              .findFirst();
    };
  }

  /** From the ideal to the measured speedup of a place. */
  Found<Waterfall> waterfall(long place) {
    if (study instanceof Study.Weak) {
      return Found.missing(Messages.get("study.waterfall.weak"));
    }
    var run = medianRun(place);
    if (run.isEmpty()) {
      return Found.missing(Messages.get("study.waterfall.none"));
    }
    return baseline(run.get().size())
        .map(one -> Found.of(Waterfall.of(one, run.get(), machine.physical, machine.logical)))
        .orElseGet(() -> Found.missing(Messages.get("study.waterfall.baseline")));
  }

  /** The median run of the baseline at a size; of two in the middle the faster. */
  private Optional<TimedRun> baseline(int size) {
    var sorted =
        runs.stream()
            .filter(run -> run.sample().engine() == EngineKind.SEQUENTIAL && run.size() == size)
            .sorted(Comparator.comparingDouble(run -> run.sample().seconds()))
            .toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  /** Why the speedup of a place is what it is; empty for what has no such reason. */
  Optional<Verdict> verdict(long place) {
    return strong()
        .flatMap(found -> found.point((int) place).flatMap(point -> verdict(found, point)));
  }

  private Optional<Verdict> verdict(ScalingStudy found, ScalingPoint point) {
    return (request.isChain() ? found.verdictOfChain(point) : found.verdict(point, items)).value();
  }
}
