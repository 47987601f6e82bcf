package speedup.ui.about;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import speedup.measure.Environment;
import speedup.ui.Messages;

/** Which program this is and on what it runs, as lines of a name and a value. */
public final class Versions {
  private Versions() {}

  /** Each line, in the order in which they are shown. */
  static Map<String, String> lines() {
    var machine = Environment.current();
    var lines = new LinkedHashMap<String, String>();
    lines.put(Messages.get("shell.name"), program());
    lines.put("Java", machine.jvm());
    lines.put("JavaFX", System.getProperty("javafx.runtime.version", "?"));
    lines.put(Messages.get("about.system"), machine.os());
    lines.put(
        Messages.get("about.processor"),
        Messages.get(
            "about.cores", machine.cpu(), machine.physicalCores(), machine.logicalCores()));
    return lines;
  }

  private static String program() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElseGet(() -> Messages.get("about.source"));
  }

  /** All of it, to copy and to head a report. */
  public static String text() {
    return lines().entrySet().stream()
        .map(line -> line.getKey() + ": " + line.getValue())
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
