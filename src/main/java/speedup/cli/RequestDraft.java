package speedup.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.workload.InputException;
import speedup.workload.Parameter;
import speedup.workload.Preset;
import speedup.workload.Settings;
import speedup.workload.Workload;

/** A request that is put together from options; what was not given has its default. */
final class RequestDraft {
  private final Workload workload;
  private final IntSupplier usualWorkers;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Set<String> set = new HashSet<>();
  private List<EngineKind> engines = RunRequest.COMPARE;
  private OptionalInt workers = OptionalInt.empty();
  private OptionalInt chunk;

  RequestDraft(Workload workload, IntSupplier usualWorkers) {
    this.workload = workload;
    this.usualWorkers = usualWorkers;
    this.chunk = workload.suggestedChunk().map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** Takes over a preset; to be called before the options that go before it. */
  void preset(String name) throws CliException {
    var preset =
        workload.presets().stream()
            .filter(one -> one.id().equals(name))
            .findFirst()
            .orElseThrow(() -> bad(noPreset(name)));
    settings.putAll(preset.settings());
    if (preset.workers().isPresent()) {
      workers = preset.workers();
    }
    if (preset.chunk().isPresent()) {
      chunk = preset.chunk();
    }
  }

  private String noPreset(String name) {
    var names = workload.presets().stream().map(Preset::id).collect(Collectors.joining(", "));
    return "%s has no preset \"%s\"; %s"
        .formatted(workload.id(), name, names.isEmpty() ? "run it without one" : "it has " + names);
  }

  /** Takes over {@code key=value}. */
  void setting(String text) throws CliException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw bad(
          "--set \"%s\" is no key=value; \"speedup list\" shows the keys of %s"
              .formatted(text, workload.id()));
    }
    var key = text.substring(0, equals);
    if (!set.add(key)) {
      throw bad("--set %s is given twice; give it once".formatted(key));
    }
    settings.put(key, text.substring(equals + 1));
  }

  /** Takes over the file or folder that the workload reads. */
  void input(String path) throws CliException {
    var parameter = workload.input().orElseThrow(() -> bad(readsNothing()));
    if (!set.add(parameter.id())) {
      throw bad(
          "--input and --set %s are the same setting; give it once".formatted(parameter.id()));
    }
    settings.put(parameter.id(), path);
  }

  private String readsNothing() {
    return "%s reads no file or folder, so --input has no meaning for it; leave it out"
        .formatted(workload.id());
  }

  /** Takes over the names of engines, parted by commas. */
  void engines(String names) throws CliException {
    var chosen = new LinkedHashSet<EngineKind>();
    for (var name : names.split(",", -1)) {
      if (!chosen.add(EngineNames.find(name.strip()))) {
        throw bad("--engine names %s twice; name it once".formatted(name.strip()));
      }
    }
    engines = List.copyOf(chosen);
  }

  void workers(int number) {
    workers = OptionalInt.of(number);
  }

  void chunk(String text) throws CliException {
    try {
      chunk =
          text.equals("auto")
              ? OptionalInt.empty()
              : OptionalInt.of(new WholeNumber().convert(text));
    } catch (picocli.CommandLine.TypeConversionException e) {
      throw bad("--chunk %s; give 1 or more items, or auto".formatted(e.getMessage()));
    }
  }

  /** The request, with all its parts checked. */
  RunRequest request(int repeats, RunRequest.Start start) throws CliException {
    checkSettings();
    try {
      return new RunRequest(
          workload.id(), settings, engines, workers.orElseGet(this::usual), chunk, repeats, start);
    } catch (IllegalArgumentException e) {
      throw bad(e.getMessage());
    }
  }

  private int usual() {
    return engines.equals(RunRequest.BASELINE) ? 1 : usualWorkers.getAsInt();
  }

  /** What was set. */
  Map<String, String> settings() {
    return settings;
  }

  /** Says what is wrong with what was set. */
  void checkSettings() throws CliException {
    try {
      Settings.of(workload.parameters(), settings);
    } catch (InputException e) {
      throw new CliException(CliException.USAGE, e.getMessage() + guess(), e);
    }
  }

  /** The key that was probably meant by the first one that does not exist. */
  private String guess() {
    var keys = workload.parameters().stream().map(Parameter::id).toList();
    return settings.keySet().stream()
        .filter(key -> !keys.contains(key))
        .findFirst()
        .flatMap(key -> Closest.to(key, keys))
        .map(key -> "; did you mean \"" + key + "\"?")
        .orElse("");
  }

  private static CliException bad(String sentence) {
    return new CliException(CliException.USAGE, sentence);
  }
}
