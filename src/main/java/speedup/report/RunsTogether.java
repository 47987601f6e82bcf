package speedup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.history.Findings;
import speedup.history.Fingerprint;
import speedup.history.KeptRun;

/**
 * Several runs in one chart, each beside the others on the same scale.
 *
 * @param chart times where the same work ran on like machines, speedups elsewhere
 * @param unlike why the runs must not be laid over each other without a word; empty for like
 *     machines
 * @param otherWork why speedups are compared and not times; empty for the same work
 */
public record RunsTogether(BarsChart chart, Optional<String> unlike, Optional<String> otherWork) {
  /** Puts runs together; at least one. */
  public static RunsTogether of(List<KeptRun> runs) {
    var first = runs.getFirst();
    var unlike =
        runs.stream()
            .flatMap(run -> Fingerprint.unlike(first.environment(), run.environment()).stream())
            .findFirst();
    var other = runs.stream().anyMatch(run -> !sameWork(first, run));
    var unit = unlike.isPresent() || other ? BarsChart.Unit.SPEEDUP : BarsChart.Unit.SECONDS;
    var rows = new ArrayList<BarsChart.Row>();
    for (var run : runs) {
      rows.addAll(ReportChart.rows(group(run), unit, Findings.of(run), run));
    }
    return new RunsTogether(
        new BarsChart(unit, rows),
        unlike,
        other ? Optional.of(ReportWords.say("together.other")) : Optional.empty());
  }

  private static boolean sameWork(KeptRun one, KeptRun other) {
    return one.request().workload().equals(other.request().workload())
        && one.settings().equals(other.settings());
  }

  private static String group(KeptRun run) {
    var when = ReportWords.when(run.when());
    var workload = run.request().workload();
    return run.note().isBlank()
        ? ReportWords.say("together.group", workload, when)
        : ReportWords.say(
            "together.group.note", workload, when, run.note().lines().findFirst().orElse(""));
  }
}
