package speedup.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.scaling.ChunkStudy;
import speedup.scaling.ScalingPoint;
import speedup.scaling.ScalingStudy;
import speedup.scaling.SizeStudy;
import speedup.scaling.Verdict;
import speedup.scaling.WeakStudy;

/**
 * What the runs of a study show.
 *
 * @param slices a study of worker counts for each chunk size and problem size; none where weak
 * @param weak the study of a growing problem, where it is one
 * @param chunks a study of chunk sizes for each worker count and problem size, where they differ
 * @param sizes a study of problem sizes for each worker count and chunk size, where they differ
 * @param chain whether the workers are the stages of a chain
 */
public record SweepFindings(
    List<Slice> slices,
    Optional<WeakStudy> weak,
    List<ChunkStudy> chunks,
    List<SizeStudy> sizes,
    boolean chain) {
  /**
   * Runs of one chunk size and problem size.
   *
   * @param chunk items in a chunk; empty where it was the same for all
   */
  public record Slice(OptionalLong chunk, int size, ScalingStudy study) {}

  /**
   * Works them out again from the runs that are kept.
   *
   * @throws IllegalArgumentException for a run that is no study
   */
  public static SweepFindings of(KeptRun report) {
    var request = study(report);
    var machine = report.environment();
    if (request.weak()) {
      return new SweepFindings(
          List.of(),
          Optional.of(WeakStudy.of(report.runs(), request.engine(), machine.physicalCores())),
          List.of(),
          List.of(),
          request.isChain());
    }
    var slices = new ArrayList<Slice>();
    var chunks = new ArrayList<ChunkStudy>();
    var sizes = new ArrayList<SizeStudy>();
    var chunkSizes = chunkSizes(report);
    for (int size : request.sizes()) {
      for (var chunk : chunkSizes) {
        slices.add(
            new Slice(
                chunk,
                size,
                ScalingStudy.of(
                    runs(report, size, chunk),
                    request.engine(),
                    machine.physicalCores(),
                    machine.logicalCores())));
      }
      if (chunkSizes.size() > 1) {
        var ofSize = runs(report, size, OptionalLong.empty());
        for (int workers : request.workers()) {
          chunks.add(
              ChunkStudy.of(ofSize, request.engine(), workers, Math.max(1, report.items() * size)));
        }
      }
    }
    if (request.sizes().size() > 1) {
      for (var chunk : chunkSizes) {
        var ofChunk =
            request.sizes().stream().flatMap(size -> runs(report, size, chunk).stream()).toList();
        request
            .workers()
            .forEach(workers -> sizes.add(SizeStudy.of(ofChunk, request.engine(), workers)));
      }
    }
    return new SweepFindings(slices, Optional.empty(), chunks, sizes, request.isChain());
  }

  static SweepRequest study(KeptRun report) {
    return report
        .study()
        .orElseThrow(() -> new IllegalArgumentException("this run is no study: " + report.id()));
  }

  /** Those that ran: more items than there are make the same chunk. */
  private static List<OptionalLong> chunkSizes(KeptRun report) {
    if (study(report).chunks().size() < 2) {
      return List.of(OptionalLong.empty());
    }
    return report.runs().stream()
        .filter(run -> run.sample().engine() != EngineKind.SEQUENTIAL)
        .map(TimedRun::chunkItems)
        .distinct()
        .sorted()
        .map(OptionalLong::of)
        .toList();
  }

  private static List<TimedRun> runs(KeptRun report, int size, OptionalLong chunk) {
    return report.runs().stream()
        .filter(run -> run.size() == size)
        .filter(run ->
            run.sample().engine() == EngineKind.SEQUENTIAL
                || chunk.isEmpty()
                || run.chunkItems() == chunk.getAsLong())
        .toList();
  }

  /** The study that the laws are told of: the only slice there is. */
  public Optional<ScalingStudy> scaling() {
    return slices.size() == 1 ? Optional.of(slices.getFirst().study()) : Optional.empty();
  }

  /** Why the speedup is what it is, with the most workers that have a core each. */
  public Optional<Verdict> verdict(long items) {
    return scaling()
        .flatMap(study ->
            Stream.concat(study.points().stream().limit(1), study.points().stream())
                .filter(point ->
                    point.workers() <= study.physicalCores()
                        || point.equals(study.points().getFirst()))
                .reduce((_, last) -> last)
                .flatMap(point -> verdict(study, point, items)));
  }

  /** Why the speedup at a point is what it is, for a run of so many items. */
  Optional<Verdict> verdict(ScalingStudy study, ScalingPoint point, long items) {
    return (chain ? study.verdictOfChain(point) : study.verdict(point, Math.max(1, items))).value();
  }

  /** Every point of all slices. */
  public record Place(Slice slice, ScalingPoint point) {}

  /** All of them, slice by slice. */
  public List<Place> places() {
    var places = new ArrayList<Place>();
    for (var slice : slices) {
      slice.study().allPoints().forEach(point -> places.add(new Place(slice, point)));
    }
    return places;
  }
}
