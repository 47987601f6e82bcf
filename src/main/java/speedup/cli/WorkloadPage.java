package speedup.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import speedup.experiment.Lab;
import speedup.measure.EngineKind;
import speedup.workload.Parameter;
import speedup.workload.Preset;
import speedup.workload.Workload;

/** Describes workloads, for people and as JSON values. */
final class WorkloadPage {
  private WorkloadPage() {}

  /**
   * A page about one.
   *
   * @param lab knows what can run it
   */
  static String text(Workload workload, Lab lab) {
    var lines = new ArrayList<String>();
    lines.add("%s - %s".formatted(workload.id(), workload.title()));
    lines.add("  " + workload.summary());
    var refusals = refusals(workload, lab);
    lines.add("  --engine %s".formatted(String.join(",", engines(refusals))));
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    refusals.forEach(
        (engine, why) -> byReason.computeIfAbsent(why, _ -> new ArrayList<>()).add(engine));
    byReason.forEach(
        (why, which) -> lines.add("      not %s: %s".formatted(String.join(", ", which), why)));
    workload
        .input()
        .ifPresent(input -> lines.add("  --input PATH is --set %s=PATH".formatted(input.id())));
    for (var parameter : workload.parameters()) {
      lines.add("  --set %s=%s".formatted(parameter.id(), possible(parameter)));
      lines.add("      %s".formatted(parameter.help()));
    }
    for (var preset : workload.presets()) {
      lines.add("  --preset %s - %s".formatted(preset.id(), preset.title()));
      lines.add("      %s (%s)".formatted(preset.lesson(), settings(preset)));
    }
    return String.join("\n", lines) + "\n";
  }

  /** By engine, why it cannot run this here. */
  private static Map<String, String> refusals(Workload workload, Lab lab) {
    var refusals = new LinkedHashMap<String, String>();
    for (var engine : EngineKind.values()) {
      lab.unavailable(workload, engine).ifPresent(why -> refusals.put(engine.id(), why));
    }
    return refusals;
  }

  private static List<String> engines(Map<String, String> refusals) {
    return Stream.of(EngineKind.values())
        .map(EngineKind::id)
        .filter(engine -> !refusals.containsKey(engine))
        .toList();
  }

  private static String possible(Parameter parameter) {
    var none =
        parameter instanceof Parameter.Whole ? "(default chosen by a probe)" : "(default none)";
    var standard =
        parameter.defaultText().isEmpty() ? none : "(default " + parameter.defaultText() + ")";
    return switch (parameter) {
      case Parameter.Whole whole ->
          "%d..%d%s %s"
              .formatted(
                  whole.min(),
                  whole.max(),
                  whole.unit().isEmpty() ? "" : " " + whole.unit(),
                  standard);
      case Parameter.Choice choice -> String.join("|", choice.values()) + " " + standard;
      case Parameter.InputFile _, Parameter.InputFolder _, Parameter.TargetFolder _ ->
          "PATH " + standard;
      case Parameter.Text _ -> "TEXT " + standard;
    };
  }

  private static String settings(Preset preset) {
    var parts = new ArrayList<String>();
    new TreeMap<>(preset.settings()).forEach((key, value) -> parts.add(key + "=" + value));
    preset.workers().ifPresent(workers -> parts.add("workers " + workers));
    preset.chunk().ifPresent(chunk -> parts.add("chunk " + chunk));
    return parts.isEmpty() ? "defaults" : String.join(", ", parts);
  }

  /**
   * What there is to know about one.
   *
   * @param lab knows what can run it
   */
  static Map<String, Object> values(Workload workload, Lab lab) {
    var values = new LinkedHashMap<String, Object>();
    values.put("id", workload.id());
    values.put("title", workload.title());
    values.put("summary", workload.summary());
    var refusals = refusals(workload, lab);
    values.put("engines", engines(refusals));
    values.put("refusals", refusals);
    values.put("input", workload.input().map(Parameter::id).orElse(null));
    values.put("suggestedChunk", workload.suggestedChunk().orElse(null));
    values.put("parameters", workload.parameters().stream().map(WorkloadPage::values).toList());
    values.put("presets", workload.presets().stream().map(WorkloadPage::values).toList());
    return values;
  }

  private static Map<String, Object> values(Parameter parameter) {
    var values = new LinkedHashMap<String, Object>();
    values.put("id", parameter.id());
    values.put("label", parameter.label());
    values.put("help", parameter.help());
    switch (parameter) {
      case Parameter.Whole whole -> {
        values.put("type", "integer");
        values.put("unit", whole.unit());
        values.put("min", whole.min());
        values.put("max", whole.max());
        values.put(
            "default", whole.defaultValue().isPresent() ? whole.defaultValue().getAsLong() : null);
      }
      case Parameter.Choice choice -> {
        values.put("type", "choice");
        values.put("values", choice.values());
        values.put("default", choice.defaultText());
      }
      case Parameter.InputFile file -> {
        values.put("type", "file");
        values.put("extensions", file.extensions());
        values.put("default", null);
      }
      case Parameter.InputFolder _, Parameter.TargetFolder _ -> {
        values.put("type", "folder");
        values.put("default", null);
      }
      case Parameter.Text text -> {
        values.put("type", "text");
        values.put("maxLength", text.maxLength());
        values.put("default", text.defaultText());
      }
    }
    return values;
  }

  private static Map<String, Object> values(Preset preset) {
    var values = new LinkedHashMap<String, Object>();
    values.put("id", preset.id());
    values.put("title", preset.title());
    values.put("lesson", preset.lesson());
    values.put("settings", new TreeMap<>(preset.settings()));
    values.put("workers", boxed(preset.workers()));
    values.put("chunk", boxed(preset.chunk()));
    return values;
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
