package speedup.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import speedup.workload.Parameter;
import speedup.workload.Preparation;
import speedup.workload.Prepared;
import speedup.workload.Preset;
import speedup.workload.Settings;
import speedup.workload.Workload;

/** A workload to name on the command line; the lab of these tests never prepares it. */
final class NumbersWorkload implements Workload {
  @Override
  public String id() {
    return "numbers-file";
  }

  @Override
  public String title() {
    return "Numbers in a file";
  }

  @Override
  public String summary() {
    return "Counts numbers.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFile("file", "File", "One integer a line.", List.of("txt")),
        new Parameter.Whole("count", "Numbers", "How many.", "", 1, 1000, OptionalLong.empty()),
        new Parameter.Choice("bad", "Bad lines", "What to do.", List.of("skip", "stop"), "skip"));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        new Preset(
            "lesson",
            "The lesson's size",
            "No pool can win here.",
            Map.of("count", "100", "bad", "stop"),
            OptionalInt.of(3),
            OptionalInt.of(7)));
  }

  @Override
  public Optional<Integer> suggestedChunk() {
    return Optional.of(50);
  }

  @Override
  public Prepared<?, ?, ?> prepare(Settings settings, Preparation preparation) {
    throw new AssertionError("the command line prepares nothing itself");
  }
}
