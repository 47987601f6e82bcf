package speedup.experiment;

import java.util.List;
import java.util.Map;
import speedup.measure.Environment;
import speedup.measure.TimedRun;

/**
 * What a study measured. What it means is worked out from the runs, by {@code scaling}.
 *
 * @param request what was asked
 * @param settings all settings that were used, those chosen by the program included
 * @param environment the machine and the JVM
 * @param input the input in words
 * @param notes what the person should know about the input
 * @param items items of one run at size 1
 * @param runs every timed run, in the order in which they ran
 * @param dispatchMicros median round trip of an empty task
 * @param resultInWords the workload's result at size 1
 * @param result the same as JSON values
 */
public record SweepReport(
    SweepRequest request,
    Map<String, String> settings,
    Environment environment,
    String input,
    List<String> notes,
    long items,
    List<TimedRun> runs,
    double dispatchMicros,
    String resultInWords,
    Map<String, Object> result) {
  /** Copies the lists. */
  public SweepReport {
    notes = List.copyOf(notes);
    runs = List.copyOf(runs);
  }
}
