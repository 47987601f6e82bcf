package speedup.history;

import java.time.Instant;
import java.util.OptionalDouble;
import speedup.measure.EngineKind;

/**
 * A line of the list.
 *
 * @param id of the run
 * @param when it was made
 * @param kind a run or a study
 * @param workload its id
 * @param note what the person wrote
 * @param input in words
 * @param machine in words
 * @param fingerprint of the machine
 * @param engines names of the engines that were compared, parted by commas
 * @param workers the most that took part
 * @param runs how many were timed
 * @param seconds median time of the main engine at its most workers; empty where it did not run
 * @param speedup median time of the baseline by that; empty where one of them did not run
 */
public record RunSummary(
    String id,
    Instant when,
    KeptRun.Kind kind,
    String workload,
    String note,
    String input,
    String machine,
    Fingerprint fingerprint,
    String engines,
    int workers,
    int runs,
    OptionalDouble seconds,
    OptionalDouble speedup) {

  static RunSummary of(KeptRun run) {
    var main = run.request().main().orElse(EngineKind.SEQUENTIAL);
    var seconds = median(run, main);
    var baseline = median(run, EngineKind.SEQUENTIAL);
    var machine = run.environment();
    return new RunSummary(
        run.id(),
        run.when(),
        run.kind(),
        run.request().workload(),
        run.note(),
        run.input(),
        "%s, %d cores, %s, %s"
            .formatted(machine.cpu(), machine.physicalCores(), machine.os(), machine.jvm()),
        Fingerprint.of(machine),
        String.join(",", run.request().engines().stream().map(engine -> engine.id()).toList()),
        run.runs().stream().mapToInt(one -> one.sample().workers()).max().orElse(1),
        run.runs().size(),
        seconds,
        seconds.isPresent() && baseline.isPresent()
            ? OptionalDouble.of(baseline.getAsDouble() / seconds.getAsDouble())
            : OptionalDouble.empty());
  }

  private static OptionalDouble median(KeptRun run, EngineKind engine) {
    return Findings.times(run, engine)
        .map(times -> OptionalDouble.of(times.median()))
        .orElse(OptionalDouble.empty());
  }
}
